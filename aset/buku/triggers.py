"""A posted entry stays as it is, balanced, in its own fund; not even raw SQL changes it.

Lines are written first. Posting is the update that the trigger checks, because SQLite has no
constraints that wait for the end of a transaction.
"""

from cms.core.pemicu import Pemicu, postgres_trigger, register_pemicu

JURNAL, BARIS = "aset_jurnal", "aset_barisjurnal"
TETAP = "jurnal yang sudah dibukukan tidak boleh diubah"
TIMPANG = "jurnal harus seimbang dan memakai akun dananya sendiri"
DIBUKUKAN = (
    f"EXISTS (SELECT 1 FROM {JURNAL} j WHERE j.id = {{sisi}}.jurnal_id AND j.posted_at IS NOT NULL)"
)
TAK_SAH = (
    f"(SELECT COUNT(*) < 2 OR SUM(b.debit) <> SUM(b.kredit) FROM {BARIS} b WHERE b.jurnal_id = NEW.id)"
    f" OR EXISTS (SELECT 1 FROM {BARIS} b JOIN aset_akun a ON a.id = b.akun_id"
    " WHERE b.jurnal_id = NEW.id AND a.dana_id <> NEW.dana_id)"
)


def _forbid(nama: str, tabel: str, kejadian: str, syarat: str, pesan: str) -> Pemicu:
    return Pemicu(
        nama=nama,
        tabel=tabel,
        sqlite=f"CREATE TRIGGER {nama} BEFORE {kejadian} ON {tabel} "
        f"WHEN {syarat} BEGIN SELECT RAISE(ABORT, '{pesan}'); END",
        postgres=postgres_trigger(
            nama,
            tabel,
            f"BEFORE {kejadian}",
            f"IF {syarat} THEN RAISE EXCEPTION '{pesan}'; END IF;",
        ),
    )


PEMICU = register_pemicu(
    "aset",
    [
        _forbid("aset_jurnal_lahir", JURNAL, "INSERT", "NEW.posted_at IS NOT NULL", TIMPANG),
        _forbid(
            "aset_jurnal_seimbang",
            JURNAL,
            "UPDATE",
            f"OLD.posted_at IS NULL AND NEW.posted_at IS NOT NULL AND ({TAK_SAH})",
            TIMPANG,
        ),
        _forbid("aset_jurnal_tetap", JURNAL, "UPDATE", "OLD.posted_at IS NOT NULL", TETAP),
        _forbid("aset_jurnal_tanpa_delete", JURNAL, "DELETE", "OLD.posted_at IS NOT NULL", TETAP),
        _forbid(
            "aset_barisjurnal_tanpa_tambah", BARIS, "INSERT", DIBUKUKAN.format(sisi="NEW"), TETAP
        ),
        _forbid(
            "aset_barisjurnal_tetap",
            BARIS,
            "UPDATE",
            f"{DIBUKUKAN.format(sisi='OLD')} OR {DIBUKUKAN.format(sisi='NEW')}",
            TETAP,
        ),
        _forbid(
            "aset_barisjurnal_tanpa_delete", BARIS, "DELETE", DIBUKUKAN.format(sisi="OLD"), TETAP
        ),
    ],
)
