"""Rows of quizzes on paper: who leads the class prints and types, whoever learns in it does not."""

from uuid import uuid4

from cms.accounts import peran
from pelatihan.lembar.models import LembarPeserta
from pelatihan.lembar.selectors import list_kuis_cetak
from pelatihan.lembar.services import print_lembar
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan

from .dunia import get_kursus
from .tabel import TAK_SEORANG, Baris, roles

CATATAN = roles(peran.KOORDINATOR, peran.SEKRETARIS)
PEMIMPIN = CATATAN | roles(peran.FASILITATOR)


def _kelas(d, pengampu):
    angkatan = make_angkatan(get_kursus(), pengampu=[pengampu])
    join(angkatan, d.orang_lain)
    return angkatan


def _cetak(angkatan) -> LembarPeserta:
    kuis = list_kuis_cetak(angkatan)[0].kunci
    cetakan = print_lembar(angkatan=angkatan, kuis_kunci=kuis, actor=UserFactory(), kunci=uuid4())
    return LembarPeserta.objects.filter(lembar__cetakan=cetakan).first()


def _saya(d):
    return _kelas(d, d.anggota)


def _lain(d):
    return _kelas(d, d.orang_lain)


def _ikut(d):
    angkatan = _saya(d)
    join(angkatan, d.anggota)
    return angkatan


BARIS = []
for _buat, _siapa, _kata in (
    (_saya, PEMIMPIN, "(saya)"),
    (_lain, CATATAN, "(lain)"),
    (_ikut, TAK_SEORANG, "(saya ikut)"),
):
    for _pola in ("", "lembar.pdf", "kunci.pdf"):
        BARIS.append(
            Baris(
                f"lapangan/lembar/<uuid:cetakan>/{_pola}",
                _siapa,
                lambda d, buat=_buat: {"cetakan": _cetak(buat(d)).lembar.cetakan},
                kata=_kata,
            )
        )
    for _metode in ("get", "post"):
        BARIS.append(
            Baris(
                "lapangan/lembar/isi/<uuid:milik>/",
                _siapa,
                lambda d, buat=_buat: {"milik": _cetak(buat(d)).uuid},
                _metode,
                kata=_kata,
            )
        )
for _buat, _siapa, _kata in ((_saya, PEMIMPIN, "(saya)"), (_lain, CATATAN, "(lain)")):
    for _metode in ("get", "post"):
        BARIS.append(
            Baris(
                "lapangan/lembar/kelas/<uuid:kelas>/",
                _siapa,
                lambda d, buat=_buat: {"kelas": buat(d).uuid},
                _metode,
                kata=_kata,
            )
        )
