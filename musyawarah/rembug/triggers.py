"""What was ratified stays as it was, whoever asks the database."""

from cms.core.pemicu import Pemicu, append_only, postgres_trigger, register_pemicu

PESAN = "keputusan yang sudah disahkan tidak boleh diubah"
TABEL = "musyawarah_keputusan"


def _guard_disahkan(kejadian: str) -> Pemicu:
    nama = f"{TABEL}_sah_tanpa_{kejadian.lower()}"
    return Pemicu(
        nama=nama,
        tabel=TABEL,
        sqlite=(
            f"CREATE TRIGGER {nama} BEFORE {kejadian} ON {TABEL} WHEN OLD.status = 'disahkan' "
            f"BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
        ),
        postgres=postgres_trigger(
            nama,
            TABEL,
            f"BEFORE {kejadian}",
            f"IF OLD.status = 'disahkan' THEN RAISE EXCEPTION '{PESAN}'; END IF;",
        ),
    )


def _guard_tanda_tangan_terlambat() -> Pemicu:
    nama, tabel = "musyawarah_tandatangan_terlambat", "musyawarah_tandatangan"
    pesan = "keputusan ini tidak sedang menunggu tanda tangan"
    syarat = f"(SELECT status FROM {TABEL} WHERE id = NEW.keputusan_id) IS DISTINCT FROM 'menunggu'"
    return Pemicu(
        nama=nama,
        tabel=tabel,
        sqlite=(
            f"CREATE TRIGGER {nama} BEFORE INSERT ON {tabel} "
            f"WHEN {syarat.replace('IS DISTINCT FROM', 'IS NOT')} "
            f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END"
        ),
        postgres=postgres_trigger(
            nama, tabel, "BEFORE INSERT", f"IF {syarat} THEN RAISE EXCEPTION '{pesan}'; END IF;"
        ),
    )


PEMICU = register_pemicu(
    "musyawarah",
    [
        _guard_disahkan("UPDATE"),
        _guard_disahkan("DELETE"),
        _guard_tanda_tangan_terlambat(),
        *append_only("musyawarah_tandatangan", pesan="tanda tangan tidak boleh diubah"),
        *append_only("musyawarah_ketentuankeputusan", pesan="dasar ketentuan tidak boleh diubah"),
        *append_only("musyawarah_perankeputusan", pesan="dasar peran tidak boleh diubah"),
    ],
)
