"""The custody chain cannot be rewritten: who, whom and what never change, an ended hand-over is still."""

from cms.core.pemicu import Pemicu, postgres_trigger, register_pemicu

TABEL = "aset_serahan"
TETAP = ("uuid", "barang_id", "dari_id", "kepada_id", "kondisi", "dimulai_oleh_id", "dimulai_pada")
PESAN = "riwayat serah terima tidak boleh diubah"


def _changed(beda: str) -> str:
    kolom = " OR ".join(f"OLD.{k} {beda} NEW.{k}" for k in TETAP)
    return f"OLD.status <> 'menunggu' OR {kolom}"


PEMICU = register_pemicu(
    "aset",
    [
        Pemicu(
            nama="aset_serahan_tetap",
            tabel=TABEL,
            sqlite=f"CREATE TRIGGER aset_serahan_tetap BEFORE UPDATE ON {TABEL} "
            f"WHEN {_changed('IS NOT')} BEGIN SELECT RAISE(ABORT, '{PESAN}'); END",
            postgres=postgres_trigger(
                "aset_serahan_tetap",
                TABEL,
                "BEFORE UPDATE",
                f"IF {_changed('IS DISTINCT FROM')} THEN RAISE EXCEPTION '{PESAN}'; END IF;",
            ),
        ),
        Pemicu(
            nama="aset_serahan_tanpa_delete",
            tabel=TABEL,
            sqlite=f"CREATE TRIGGER aset_serahan_tanpa_delete BEFORE DELETE ON {TABEL} "
            f"BEGIN SELECT RAISE(ABORT, '{PESAN}'); END",
            postgres=postgres_trigger(
                "aset_serahan_tanpa_delete",
                TABEL,
                "BEFORE DELETE",
                f"RAISE EXCEPTION '{PESAN}';",
            ),
        ),
    ],
)
