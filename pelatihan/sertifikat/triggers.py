"""What was issued stays as it was issued; only a revocation is added, and a person's words may be emptied.

`isi` and the badge are written once, right after the row. On the day a person asks to be forgotten, name
and sheet are emptied together; who is nameless gets no sheet again.
"""

from cms.core.pemicu import Pemicu, append_only, postgres_trigger, register_pemicu

TABEL = "pelatihan_sertifikat"
PESAN = "sertifikat tidak boleh diubah"
TETAP = (
    *("uuid", "kode", "tahun", "urut", "peserta_id", "rilis_id", "kursus_kunci"),
    *("judul", "jpl", "tanggal"),
)


def _changed(beda: str, cor: str = "") -> str:
    syarat = [f"OLD.{k} {beda} NEW.{k}" for k in TETAP]
    syarat += [
        "(NEW.nama <> OLD.nama AND NEW.nama <> '')",
        f"(OLD.isi{cor} <> NEW.isi{cor} AND OLD.isi{cor} <> '{{}}' AND NEW.isi{cor} <> '{{}}')",
        f"(OLD.isi{cor} <> NEW.isi{cor} AND (NEW.isi{cor} = '{{}}') <> (NEW.nama = ''))",
        "(OLD.lencana <> '' AND NEW.lencana <> OLD.lencana)",
        f"(OLD.urut_lencana IS NOT NULL AND OLD.urut_lencana {beda} NEW.urut_lencana)",
        f"(OLD.dicabut_pada IS NOT NULL AND OLD.dicabut_pada {beda} NEW.dicabut_pada)",
    ]
    return " OR ".join(syarat)


PEMICU = register_pemicu(
    "pelatihan",
    [
        Pemicu(
            nama=f"{TABEL}_beku",
            tabel=TABEL,
            sqlite=f"CREATE TRIGGER {TABEL}_beku BEFORE UPDATE ON {TABEL} "
            f"WHEN {_changed('IS NOT')} BEGIN SELECT RAISE(ABORT, '{PESAN}'); END",
            postgres=postgres_trigger(
                f"{TABEL}_beku",
                TABEL,
                "BEFORE UPDATE",
                f"IF {_changed('IS DISTINCT FROM', '::text')} THEN RAISE EXCEPTION '{PESAN}'; END IF;",
            ),
        ),
        *append_only(TABEL, pesan=PESAN)[1:],
    ],
)
