"""Rows of the files of questions: sent and taken in by those who keep the bank, each their own."""

from pelatihan.muat.gift import read_gift
from pelatihan.muat.impor import keep_impor
from tests.factories.accounts import UserFactory

from .pelatihan import PEMBUAT
from .tabel import TAK_SEORANG, Baris


def _impor(akun) -> dict:
    """A file of questions that this account has sent."""
    soal = read_gift("Kas dihitung berdua.{T}").soal
    return {"impor": keep_impor(berkas="soal.gift", bank="", soal=soal, actor=akun).uuid}


TINJAU = "admin/soal/impor/<uuid:impor>/"
BARIS = [
    Baris("admin/soal/impor/", PEMBUAT),
    Baris("admin/soal/templat/", PEMBUAT),
    Baris(TINJAU, PEMBUAT, lambda d: _impor(d.user), kata="(saya)"),
    Baris(TINJAU, PEMBUAT, lambda d: _impor(d.user), "post"),
    Baris(TINJAU, TAK_SEORANG, lambda d: _impor(UserFactory()), kata="(orang lain)"),
]
