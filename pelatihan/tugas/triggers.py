"""What was handed in and what was found stays; only words may be taken out, when a person is erased."""

from cms.core.pemicu import Pemicu, append_only, postgres_trigger, register_pemicu

KUMPULAN = (
    *("uuid", "peserta_id", "rilis_id", "langkah_kunci", "tugas_kunci", "isi_id"),
    *("nomor", "kunci", "dikumpulkan_pada", "oleh_id"),
)
NILAI = (
    *("uuid", "kumpulan_id", "putusan", "poin", "jumlah"),
    *("penilai_id", "dinilai_pada"),
)


def _keep(tabel: str, tetap: tuple[str, ...], teks: tuple[str, ...], pesan: str) -> list[Pemicu]:
    """No UPDATE but one that empties these texts; no DELETE."""
    nama = f"{tabel}_tetap"

    def changed(beda: str, cor: str = "") -> str:
        kolom = [f"OLD.{k}{cor} {beda} NEW.{k}{cor}" for k in tetap]
        return " OR ".join([*kolom, *(f"(NEW.{k} <> OLD.{k} AND NEW.{k} <> '')" for k in teks)])

    return [
        Pemicu(
            nama=nama,
            tabel=tabel,
            sqlite=f"CREATE TRIGGER {nama} BEFORE UPDATE ON {tabel} "
            f"WHEN {changed('IS NOT')} BEGIN SELECT RAISE(ABORT, '{pesan}'); END",
            postgres=postgres_trigger(
                nama,
                tabel,
                "BEFORE UPDATE",
                f"IF {changed('IS DISTINCT FROM', '::text')} THEN RAISE EXCEPTION '{pesan}'; END IF;",
            ),
        ),
        *append_only(tabel, pesan=pesan)[1:],
    ]


PEMICU = register_pemicu(
    "pelatihan",
    [
        *_keep("pelatihan_kumpulan", KUMPULAN, ("teks",), "kumpulan tidak boleh diubah"),
        *append_only("pelatihan_kumpulanberkas", pesan="lampiran tidak boleh diubah"),
        *_keep(
            "pelatihan_nilaitugas", NILAI, ("catatan", "alasan"), "nilai tugas tidak boleh diubah"
        ),
    ],
)
