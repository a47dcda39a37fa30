"""Rows of discussions: learners under their own lessons, facilitators where they lead, the coordinator."""

from cms.accounts import peran
from pelatihan.models import Diskusi
from pelatihan.peserta.services import assign_pengampu
from tests.factories.accounts import UserFactory
from tests.factories.diskusi import get_pelajaran, jawab, tanya
from tests.factories.kelas import join, make_angkatan
from tests.factories.komunitas import AnggotaFactory
from tests.factories.pelatihan import make_peserta

from .dunia import get_kursus
from .tabel import MASUK, TAK_SEORANG, Baris, roles

GURU = roles(peran.FASILITATOR)
JAGA = roles(peran.FASILITATOR, peran.KOORDINATOR)
KOORDINATOR = roles(peran.KOORDINATOR)
BELAJAR = "belajar/<uuid:peserta>/"
TULISAN = BELAJAR + "tulisan/<uuid:tulisan>/"
MEJA = "lapangan/tanya-jawab/"


def _peserta(anggota):
    return make_peserta(get_kursus(), anggota)


def _pelajaran(anggota) -> dict:
    peserta = _peserta(anggota)
    return {"peserta": peserta.uuid, "pelajaran": get_pelajaran(peserta)}


def _utas(d) -> dict:
    """Somebody else's question in a course that the one who knocks takes."""
    return {"peserta": _peserta(d.anggota).uuid, "tanya": tanya(_peserta(d.orang_lain)).uuid}


def _utas_orang(d) -> dict:
    peserta = _peserta(d.orang_lain)
    return {"peserta": peserta.uuid, "tanya": tanya(peserta).uuid}


def _milik(d) -> dict:
    peserta = _peserta(d.anggota)
    return {"peserta": peserta.uuid, "tulisan": tanya(peserta).uuid}


def _orang(d) -> dict:
    """Somebody else's words, knocked for as one's own learner."""
    return {"peserta": _peserta(d.anggota).uuid, "tulisan": tanya(_peserta(d.orang_lain)).uuid}


def _tanya(d, *, ampu: bool, kelas: bool = False):
    kursus = get_kursus()
    peserta = join(make_angkatan(kursus), d.orang_lain) if kelas else _peserta(d.orang_lain)
    if ampu:
        isi = {"angkatan": peserta.angkatan} if kelas else {}
        assign_pengampu(kursus_kunci=kursus.kunci, anggota=d.anggota, **isi)
    return tanya(peserta)


def _jawaban(d, **isi) -> dict:
    satu = _tanya(d, **isi)
    penjawab = _peserta(AnggotaFactory(akun=UserFactory()))
    return {"tulisan": jawab(satu, penjawab).uuid}


def _jawaban_sendiri(d) -> dict:
    return {"tulisan": jawab(_tanya(d, ampu=True), d.user).uuid}


def _diskusi(d, **isi) -> dict:
    _tanya(d, **isi)
    return {"diskusi": Diskusi.objects.get().uuid}


BARIS = [
    Baris("belajar/tanya-jawab/", MASUK),
    Baris("belajar/tanya-jawab/unduh/", MASUK),
    Baris(MEJA, JAGA),
]
for _metode in ("get", "post"):
    BARIS += [
        Baris("belajar/tanya-jawab/hapus/", MASUK, metode=_metode),
        Baris(
            BELAJAR + "tanya/baru/<uuid:pelajaran>/",
            MASUK,
            lambda d: _pelajaran(d.anggota),
            _metode,
            kata="(saya)",
        ),
        Baris(
            BELAJAR + "tanya/baru/<uuid:pelajaran>/",
            TAK_SEORANG,
            lambda d: _pelajaran(d.orang_lain),
            _metode,
            kata="(lain)",
        ),
        Baris(BELAJAR + "tanya/<uuid:tanya>/", MASUK, _utas, _metode, kata="(kursus saya)"),
        Baris(BELAJAR + "tanya/<uuid:tanya>/", TAK_SEORANG, _utas_orang, _metode, kata="(lain)"),
        Baris(TULISAN + "perbaiki/", MASUK, _milik, _metode, kata="(saya)"),
        Baris(TULISAN + "perbaiki/", TAK_SEORANG, _orang, _metode, kata="(lain)"),
        Baris(TULISAN + "tarik/", MASUK, _milik, _metode, kata="(saya)"),
        Baris(TULISAN + "tarik/", TAK_SEORANG, _orang, _metode, kata="(lain)"),
        Baris(TULISAN + "lapor/", MASUK, _orang, _metode, kata="(teman sekursus)"),
        Baris(
            MEJA + "tulisan/<uuid:tulisan>/sembunyikan/",
            JAGA,
            lambda d: _jawaban(d, ampu=True),
            _metode,
            kata="(kursus yang diampu)",
        ),
        Baris(
            MEJA + "tulisan/<uuid:tulisan>/sembunyikan/",
            KOORDINATOR,
            lambda d: _jawaban(d, ampu=False),
            _metode,
            kata="(lain)",
        ),
        Baris(
            MEJA + "tulisan/<uuid:tulisan>/sembunyikan/",
            TAK_SEORANG,
            _jawaban_sendiri,
            _metode,
            kata="(tulisan sendiri)",
        ),
        Baris(
            MEJA + "pelajaran/<uuid:diskusi>/tutup/",
            JAGA,
            lambda d: _diskusi(d, ampu=True),
            _metode,
            kata="(kursus yang diampu)",
        ),
        Baris(
            MEJA + "pelajaran/<uuid:diskusi>/tutup/",
            KOORDINATOR,
            lambda d: _diskusi(d, ampu=True, kelas=True),
            _metode,
            kata="(hanya satu kelas)",
        ),
    ]
    for _kerja in ("perbaiki", "tarik"):
        BARIS += [
            Baris(
                MEJA + f"tulisan/<uuid:tulisan>/{_kerja}/",
                MASUK,
                _jawaban_sendiri,
                _metode,
                kata="(jawaban saya)",
            ),
            Baris(
                MEJA + f"tulisan/<uuid:tulisan>/{_kerja}/",
                TAK_SEORANG,
                lambda d: _jawaban(d, ampu=True),
                _metode,
                kata="(lain)",
            ),
        ]
for _metode, _ampu, _lain in (("get", JAGA, KOORDINATOR), ("post", GURU, TAK_SEORANG)):
    BARIS += [
        Baris(
            MEJA + "<uuid:tanya>/",
            _ampu,
            lambda d: {"tanya": _tanya(d, ampu=True).uuid},
            _metode,
            kata="(kursus yang diampu)",
        ),
        Baris(
            MEJA + "<uuid:tanya>/",
            _ampu,
            lambda d: {"tanya": _tanya(d, ampu=True, kelas=True).uuid},
            _metode,
            kata="(kelas yang diampu)",
        ),
        Baris(
            MEJA + "<uuid:tanya>/",
            _lain,
            lambda d: {"tanya": _tanya(d, ampu=False).uuid},
            _metode,
            kata="(lain)",
        ),
    ]
for _kerja, _ampu, _lain in (
    ("sematkan", GURU, TAK_SEORANG),
    ("tampilkan", JAGA, KOORDINATOR),
    ("biarkan", JAGA, KOORDINATOR),
):
    BARIS += [
        Baris(
            MEJA + f"tulisan/<uuid:tulisan>/{_kerja}/",
            _ampu,
            lambda d: _jawaban(d, ampu=True),
            "post",
            kata="(kursus yang diampu)",
        ),
        Baris(
            MEJA + f"tulisan/<uuid:tulisan>/{_kerja}/",
            _lain,
            lambda d: _jawaban(d, ampu=False),
            "post",
            kata="(lain)",
        ),
    ]
