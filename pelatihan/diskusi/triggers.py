"""Who wrote what under which lesson stays; words may only be emptied, withdrawn is for good."""

from cms.core.pemicu import Pemicu, append_only, postgres_trigger, register_pemicu

TULISAN = "pelatihan_tulisandiskusi"
TETAP = (
    *("uuid", "diskusi_id", "induk_id", "penulis_id", "peserta_id", "sebagai", "kunci"),
    "dibuat_pada",
)
PESAN = "tulisan diskusi tidak boleh diubah"


def _guard(nama: str, tabel: str, kapan: str, syarat: str, pesan: str, lite: str = "") -> Pemicu:
    """Refuse where `syarat` holds; `lite` says it for SQLite where the words differ."""
    return Pemicu(
        nama=nama,
        tabel=tabel,
        sqlite=f"CREATE TRIGGER {nama} {kapan} ON {tabel} WHEN {lite or syarat} "
        f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END",
        postgres=postgres_trigger(
            nama, tabel, kapan, f"IF {syarat} THEN RAISE EXCEPTION '{pesan}'; END IF;"
        ),
    )


def _keep(tabel: str, tetap: tuple[str, ...], pesan: str, lebih: str = "") -> list[Pemicu]:
    """These columns never change, no row goes; `lebih` is what must not happen besides."""
    beda = [f"OLD.{k} IS DISTINCT FROM NEW.{k}" for k in tetap]
    lite = [f"OLD.{k} IS NOT NEW.{k}" for k in tetap]
    lagi = [lebih] if lebih else []
    return [
        _guard(
            f"{tabel}_tetap",
            tabel,
            "BEFORE UPDATE",
            " OR ".join(beda + lagi),
            pesan,
            " OR ".join(lite + lagi),
        ),
        *append_only(tabel, pesan=pesan)[1:],
    ]


# An answer stands under a question, never under an answer, and both under the same lesson.
_INDUK = (
    "NEW.induk_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pelatihan_tulisandiskusi t "
    "WHERE t.id = NEW.induk_id AND t.induk_id IS NULL AND t.diskusi_id = NEW.diskusi_id)"
)

PEMICU = register_pemicu(
    "pelatihan",
    [
        *_keep(
            "pelatihan_diskusi",
            ("uuid", "kursus_kunci", "pelajaran_kunci"),
            "diskusi tidak boleh dipindah",
        ),
        *_keep(
            TULISAN, TETAP, PESAN, "(OLD.ditarik_pada IS NOT NULL AND NEW.ditarik_pada IS NULL)"
        ),
        _guard(
            f"{TULISAN}_induk",
            TULISAN,
            "BEFORE INSERT",
            _INDUK,
            "jawaban berdiri di bawah pertanyaan",
        ),
        *_keep(
            "pelatihan_versitulisan",
            ("tulisan_id", "nomor", "saat"),
            "versi tulisan tidak boleh diubah",
            "(NEW.teks <> OLD.teks AND NEW.teks <> '')",
        ),
        *_keep(
            "pelatihan_laporantulisan",
            ("uuid", "tulisan_id", "pelapor_id", "saat"),
            "laporan tulisan tidak boleh diubah",
            "(NEW.alasan <> OLD.alasan AND NEW.alasan <> '')",
        ),
    ],
)
