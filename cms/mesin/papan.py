"""The sign that `make run` puts up once the house answers."""

from pathlib import Path

from cms.mesin.folder import KARTU, SANDI

AKUN = (
    "admin, editor, koordinator, anggota-bkm, sekretaris, manajer, pembuku, kasir,",
    "petugas, upl, ups, pengawas, auditor, fasilitator, panitia, ppid, ketua-ksm,",
    "penggaduh, relawan",
)
PAPAN = """
  Guyub sudah berjalan di   {alamat}
  Ruang kerja (admin)       {alamat}/admin/
  Data disimpan di          {data}
{masuk}
  Berhenti: Ctrl+C
"""
MASUK = """  Basis data                {basis}
  Akun contoh               {akun}
  Sandi semua akun contoh   {sandi}  (tersimpan di {berkas})"""
KARTU_CONTOH = """
  Kartu anggota contoh      {alamat}/akun/kartu/
                            {kartu}"""


def get_papan(port: int, env: dict[str, str], data: Path) -> str:
    """Address, folder, database and, where a sample is in use, its log-ins."""
    alamat = f"http://127.0.0.1:{port}"
    masuk = f"  Basis data                {name_basis(env)}"
    if (data / "contoh.json").exists():
        masuk = MASUK.format(
            basis=name_basis(env),
            akun=("\n" + " " * 28).join(AKUN),
            sandi=(data / SANDI).read_text(),
            berkas=data / SANDI,
        )
        masuk += list_kartu(alamat, data)
    return PAPAN.format(alamat=alamat, data=data, masuk=masuk)


def list_kartu(alamat: str, data: Path) -> str:
    """The sample's member cards with their PINs; "" where the sample has none."""
    if not (data / KARTU).exists():
        return ""
    kartu = (data / KARTU).read_text().splitlines()
    return KARTU_CONTOH.format(alamat=alamat, kartu=("\n" + " " * 28).join(kartu))


def name_basis(env: dict[str, str]) -> str:
    """The engine in a word; an address may hold a password and is never shown."""
    basis = "PostgreSQL" if env.get("DATABASE_URL", "").startswith("postgres") else "SQLite"
    return f"{basis}, {'Redis' if env.get('REDIS_URL') else 'antrean berkas'}"
