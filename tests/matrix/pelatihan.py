"""Rows of the school: one's own learning, the learners of one's courses, the bank of questions."""

from functools import partial
from uuid import uuid4

from cms.accounts import peran
from cms.core.models import EntriTinjau
from cms.core.waktu import sekarang
from pelatihan.belajar.services import finish_kuis
from pelatihan.lencana.services import ensure_kunci
from pelatihan.models import Kuis, KursusPage, Sertifikat, Soal
from pelatihan.penilaian.regrade import apply_koreksi
from pelatihan.penilaian.services import start_percobaan
from pelatihan.penilaian.versi import list_soal_rilis
from pelatihan.peserta.services import assign_pengampu
from pelatihan.sertifikat.services import _create_sertifikat
from tests.factories.pelatihan import make_percobaan_uraian, make_peserta, make_tunggal

from .dunia import get_kursus
from .tabel import MASUK, SEMUA, TAK_SEORANG, Baris, Pagar, roles

PEMBUAT = roles(peran.FASILITATOR, peran.KOORDINATOR, peran.SEKRETARIS)
CATATAN = roles(peran.KOORDINATOR, peran.SEKRETARIS)
PEMERIKSA = CATATAN
PENUGAS = CATATAN | roles(peran.ADMIN)


def _peserta(anggota):
    return make_peserta(get_kursus(), anggota)


def _pelajaran_url(peserta) -> dict:
    pelajaran = peserta.rilis.susunan[0]["pelajaran"][0]["kunci"]
    return {"peserta": peserta.uuid, "pelajaran": pelajaran}


def _kuis_url(peserta) -> dict:
    return {"peserta": peserta.uuid, "kuis": peserta.rilis.susunan[0]["kuis"]["kunci"]}


def _percobaan(peserta, *, selesai: bool = False):
    kuis = peserta.rilis.susunan[0]["kuis"]["kunci"]
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=kuis)
    return finish_kuis(percobaan=percobaan) if selesai else percobaan


def _sertifikat(anggota) -> dict:
    return {"sertifikat": _create_sertifikat(_peserta(anggota)).uuid}


def _sertifikat_kantor(anggota) -> dict:
    _sertifikat(anggota)
    return {"pk": Sertifikat.objects.order_by("-pk").first().pk}


def _tinjau(d, akun) -> dict:
    return {
        "pk": EntriTinjau.objects.create(
            akun=akun,
            jenis="jawaban",
            kunci=uuid4(),
            alasan="bentrok",
            perangkat_uuid=uuid4(),
            dicatat_pada=sekarang(),
        ).pk
    }


def _kode(d) -> dict:
    _sertifikat(d.orang_lain)
    return {"kode": Sertifikat.objects.order_by("-pk").first().kode}


def _daftar_cabut(d) -> dict:
    _sertifikat(d.orang_lain)
    return {"nomor": 1}


def _hasil_kursus_saya(d) -> dict:
    """An attempt of another person in a course the one who knocks facilitates."""
    peserta = _peserta(d.orang_lain)
    assign_pengampu(kursus_kunci=peserta.kursus_kunci, anggota=d.anggota)
    return {"percobaan": _percobaan(peserta, selesai=True).uuid}


def _uraian(anggota, pengampu=None) -> dict:
    """An attempt with an essay that waits to be marked."""
    percobaan = make_percobaan_uraian(anggota)
    if pengampu:
        assign_pengampu(kursus_kunci=percobaan.peserta.kursus_kunci, anggota=pengampu)
    return {"pk": percobaan.pk}


def _buka(d) -> dict:
    d.anggota  # noqa: B018  (the one who knocks is a person)
    return {"pelajaran": get_kursus().list_bagian()[0][1][0].kunci}


def _ikut(d) -> dict:
    d.anggota  # noqa: B018
    return {"kursus": get_kursus().kunci}


def _beranda(d) -> dict:
    d.anggota  # noqa: B018
    return {}


def _rilis(d, *, diampu: bool = False) -> dict:
    kursus = get_kursus()
    if diampu:
        assign_pengampu(kursus_kunci=kursus.kunci, anggota=d.anggota)
    return {"pk": kursus.pk}


def _bank(model) -> int:
    get_kursus()
    return model.objects.first().pk


def _soal_rilis(d, *, diampu: bool = False) -> dict:
    isi = _rilis(d, diampu=diampu)
    soal = list_soal_rilis(KursusPage.objects.get(pk=isi["pk"]).kunci)[0]
    return {**isi, "soal": soal.kunci, "versi": soal.versi[0]}


def _koreksi(d, *, diampu: bool = False) -> dict:
    isi = _soal_rilis(d, diampu=diampu)
    kursus = KursusPage.objects.get(pk=isi["pk"]).kunci
    soal = {"kursus_kunci": kursus, "soal_kunci": isi["soal"], "cara": "penuh", "isi": {}}
    return {"pk": isi["pk"], "koreksi": apply_koreksi(**soal, alasan="x", actor=None).uuid}


BARIS = [
    Baris("admin/rilis/", PEMBUAT),
    Baris("admin/rilis/<int:pk>/", CATATAN, _rilis),
    Baris("admin/rilis/<int:pk>/", CATATAN, _rilis, "post"),
    Baris("admin/rilis/<int:pk>/angka/", CATATAN, _rilis),
    Baris(
        "admin/rilis/<int:pk>/angka/",
        PEMBUAT,
        lambda d: _rilis(d, diampu=True),
        kata="(saya ampu)",
    ),
    Baris("admin/rilis/angka/soal/<int:soal>/", PEMBUAT, lambda d: {"soal": _bank(Soal)}),
    Baris("admin/rilis/angka/kuis/<int:kuis>/", PEMBUAT, lambda d: {"kuis": _bank(Kuis)}),
    Baris("admin/rilis/<int:pk>/pindah/", CATATAN, _rilis),
    Baris("admin/rilis/<int:pk>/pindah/", CATATAN, _rilis, "post"),
    Baris("admin/sertifikat/", CATATAN),
    Baris("admin/sertifikat/results/", CATATAN),
    Baris(
        "admin/sertifikat/<int:pk>/cabut/",
        CATATAN,
        lambda d: _sertifikat_kantor(d.orang_lain),
    ),
    Baris(
        "admin/sertifikat/<int:pk>/cabut/",
        roles(),
        lambda d: _sertifikat_kantor(d.anggota),
        kata="(milik sendiri)",
    ),
    Baris(
        "admin/sertifikat/<int:pk>/sertifikat.pdf",
        CATATAN,
        lambda d: _sertifikat_kantor(d.orang_lain),
    ),
    Baris("admin/sertifikat/terbit/", CATATAN),
    Baris("admin/sertifikat/terbit/", CATATAN, metode="post"),
    Baris(".well-known/jwks.json", SEMUA),
    Baris("belajar/buku/<uuid:kursus>.pdf", SEMUA, lambda d: {"kursus": get_kursus().kunci}),
    Baris("cek/kunci/<str:kid>.pem", SEMUA, lambda d: {"kid": ensure_kunci().kid}),
    Baris("cek/<str:kode>/badge.jwt", SEMUA, _kode),
    Baris("cek/<str:kode>/badge.svg", SEMUA, _kode),
    Baris("cek/status/<int:nomor>.jwt", SEMUA, _daftar_cabut),
    Baris("admin/tinjau/", PEMERIKSA),
    Baris("admin/tinjau/results/", PEMERIKSA),
    Baris("admin/tinjau/<int:pk>/putus/", CATATAN, lambda d: _tinjau(d, d.orang_lain.akun)),
    Baris(
        "admin/tinjau/<int:pk>/putus/",
        TAK_SEORANG,
        lambda d: _tinjau(d, d.user),
        kata="(milik sendiri)",
    ),
    Baris("belajar/", MASUK, _beranda),
    Baris("belajar/ikut/<uuid:kursus>/", MASUK, _ikut),
    Baris("belajar/ikut/<uuid:kursus>/", MASUK, _ikut, "post"),
    Baris("belajar/buka/<uuid:pelajaran>/", MASUK, _buka),
    Baris("cek/<str:kode>/", SEMUA, _kode, kata="(tanda selesai)"),
]
for _pola, _args in (
    ("belajar/<uuid:peserta>/", lambda a: {"peserta": _peserta(a).uuid}),
    (
        "belajar/<uuid:peserta>/pelajaran/<uuid:pelajaran>/",
        lambda a: _pelajaran_url(_peserta(a)),
    ),
    ("belajar/<uuid:peserta>/kuis/<uuid:kuis>/", lambda a: _kuis_url(_peserta(a))),
    (
        "belajar/kuis/<uuid:percobaan>/<int:nomor>/",
        lambda a: {"percobaan": _percobaan(_peserta(a)).uuid, "nomor": 1},
    ),
    (
        "belajar/kuis/<uuid:percobaan>/semua/",
        lambda a: {"percobaan": _percobaan(_peserta(a)).uuid},
    ),
    (
        "belajar/kuis/<uuid:percobaan>/kumpulkan/",
        lambda a: {"percobaan": _percobaan(_peserta(a)).uuid},
    ),
    ("belajar/selesai/<uuid:sertifikat>/", _sertifikat),
    ("belajar/selesai/<uuid:sertifikat>/sertifikat.pdf", _sertifikat),
):
    BARIS += [
        Baris(_pola, MASUK, lambda d, buat=_args: buat(d.anggota), kata="(saya)"),
        Baris(_pola, TAK_SEORANG, lambda d, buat=_args: buat(d.orang_lain), kata="(orang lain)"),
    ]
HASIL = "belajar/kuis/<uuid:percobaan>/hasil/"
BARIS += [
    Baris(
        HASIL,
        MASUK,
        lambda d: {"percobaan": _percobaan(_peserta(d.anggota), selesai=True).uuid},
        kata="(saya)",
    ),
    Baris(
        HASIL,
        CATATAN,
        lambda d: {"percobaan": _percobaan(_peserta(d.orang_lain), selesai=True).uuid},
        kata="(orang lain)",
    ),
    Baris("admin/rilis/<int:pk>/", PEMBUAT, lambda d: _rilis(d, diampu=True), kata="(saya ampu)"),
    Baris(
        "admin/rilis/<int:pk>/pindah/",
        PEMBUAT,
        lambda d: _rilis(d, diampu=True),
        kata="(saya ampu)",
    ),
    Baris(HASIL, PEMBUAT, _hasil_kursus_saya, kata="(kursus yang saya ampu)"),
    Baris(
        HASIL,
        TAK_SEORANG,
        lambda d: {"percobaan": _percobaan(_peserta(d.orang_lain)).uuid},
        kata="(belum dikumpulkan)",
    ),
]
KOREKSI = "admin/rilis/<int:pk>/koreksi/"
ISI_KOREKSI = {"cara": "penuh", "alasan": "Keliru", "bobot_0": 0, "bobot_1": 0, "bobot_2": 0}
for _diampu, _siapa, _kata in ((False, CATATAN, "(kursus lain)"), (True, PEMBUAT, "(saya ampu)")):
    _buat = partial(_rilis, diampu=_diampu)
    _soal = partial(_soal_rilis, diampu=_diampu)
    _satu = partial(_koreksi, diampu=_diampu)
    BARIS += [
        Baris(KOREKSI, _siapa, _buat, kata=_kata),
        Baris(KOREKSI + "catatan/", _siapa, _buat, kata=_kata),
        Baris(KOREKSI + "catatan/<uuid:koreksi>/", _siapa, _satu, kata=_kata),
        Baris(KOREKSI + "<uuid:soal>/<slug:versi>/", _siapa, _soal, kata=_kata),
        Baris(
            KOREKSI + "<uuid:soal>/<slug:versi>/",
            _siapa,
            _soal,
            "post",
            lambda d: ISI_KOREKSI,
            kata=_kata,
        ),
    ]
BARIS += [Baris("admin/rilis/soal/<int:soal>/", PEMBUAT, lambda d: {"soal": make_tunggal().pk})]
PENILAI = roles(peran.FASILITATOR)
NILAI = "admin/uraian/<int:pk>/nilai/"
BARIS += [
    Baris("admin/uraian/", PENILAI),
    Baris("admin/uraian/results/", PENILAI),
    Baris(NILAI, PENILAI, lambda d: _uraian(d.orang_lain, d.anggota), kata="(kursus yang diampu)"),
    Baris(
        NILAI,
        PENILAI,
        lambda d: _uraian(d.orang_lain, d.anggota),
        "post",
        lambda d: {"poin-1-r1": 1, "poin-1-r2": 1},
        kata="(kursus yang diampu)",
    ),
    Baris(NILAI, TAK_SEORANG, lambda d: _uraian(d.orang_lain), kata="(kursus lain)"),
    Baris(NILAI, TAK_SEORANG, lambda d: _uraian(d.anggota, d.anggota), kata="(uraian sendiri)"),
]
PAGAR = [
    Pagar("admin/sertifikat/terbit/sertifikat.pdf", CATATAN),
    Pagar("admin/soal/pilih/", PEMBUAT),
    Pagar("admin/kuis/pilih/", PEMBUAT),
    Pagar("admin/soal/delete/", TAK_SEORANG),
    Pagar("admin/kuis/delete/", TAK_SEORANG),
    Pagar("admin/peserta/edit/", TAK_SEORANG),
    Pagar("admin/peserta/delete/", TAK_SEORANG),
    Pagar("admin/pengampu/delete/", TAK_SEORANG),
    Pagar("admin/soal/", PEMBUAT),
    Pagar("admin/kuis/", PEMBUAT),
    Pagar("admin/jalur/", PEMBUAT),
    Pagar("admin/peserta/", PEMBUAT),
    Pagar("admin/pengampu/", PENUGAS),
]
