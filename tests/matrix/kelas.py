"""Rows of classes: what everybody sees, one's own place, and the classes one leads."""

from uuid import uuid4

from cms.accounts import peran
from pelatihan.kelas import services
from pelatihan.kelas.models import Permohonan
from pelatihan.peserta.services import assign_pengampu
from tests.factories.kelas import join, make_angkatan, make_pertemuan

from .dunia import get_kursus
from .tabel import MASUK, SEMUA, TAK_SEORANG, Baris, Pagar, roles

CATATAN = roles(peran.KOORDINATOR, peran.SEKRETARIS)
PEMIMPIN = CATATAN | roles(peran.FASILITATOR)


def _diampu(d, **isi):
    """A class that the one who knocks leads, if they hold the role."""
    return make_angkatan(get_kursus(), pengampu=[d.anggota], **isi)


def _lain(d, **isi):
    return make_angkatan(get_kursus(), pengampu=[d.orang_lain], **isi)


def _umum(d, **isi):
    d.anggota  # noqa: B018  (the one who knocks is a person)
    return {"kelas": make_angkatan(get_kursus(), **isi).uuid}


def _ikut(d, **isi):
    angkatan = make_angkatan(get_kursus(), **isi)
    join(angkatan, d.anggota)
    return angkatan


def _permohonan(d, angkatan) -> dict:
    services.join_angkatan(angkatan=angkatan, anggota=d.orang_lain)
    return {"permohonan": Permohonan.objects.get(angkatan=angkatan).uuid}


def _satu(pertemuan) -> dict:
    return {"pertemuan": pertemuan.uuid}


def _peserta(d, angkatan) -> dict:
    return {
        "pertemuan": make_pertemuan(angkatan).uuid,
        "peserta": join(angkatan, d.orang_lain).uuid,
    }


BELAJAR = "belajar/kelas/<uuid:kelas>/"
BARIS = [
    Baris("belajar/kelas/", SEMUA),
    Baris("belajar/kelas/kalender.ics", SEMUA),
    Baris(BELAJAR, SEMUA, _umum),
    Baris(BELAJAR, PEMIMPIN, lambda d: {"kelas": _diampu(d, publik=False).uuid}, kata="(tertutup)"),
    Baris(
        BELAJAR,
        CATATAN,
        lambda d: {"kelas": _lain(d, publik=False).uuid},
        kata="(tertutup, orang lain)",
    ),
    Baris(
        BELAJAR,
        MASUK,
        lambda d: {"kelas": _ikut(d, publik=False).uuid},
        kata="(tertutup, saya ikut)",
    ),
    Baris(f"{BELAJAR}ikut/", MASUK, _umum),
    Baris(f"{BELAJAR}ikut/", MASUK, _umum, "post"),
    Baris(f"{BELAJAR}keluar/", MASUK, lambda d: {"kelas": _ikut(d).uuid}, "post"),
    Baris(f"{BELAJAR}kalender.ics", MASUK, lambda d: {"kelas": _ikut(d).uuid}, kata="(saya ikut)"),
    Baris(f"{BELAJAR}kalender.ics", CATATAN, lambda d: {"kelas": _lain(d).uuid}, kata="(lain)"),
    Baris(
        "belajar/hadir/<uuid:pertemuan>/",
        TAK_SEORANG,
        lambda d: _satu(make_pertemuan(_ikut(d))),
        kata="(tanpa memindai)",
    ),
    Baris(
        "belajar/hadir/<uuid:pertemuan>/kode/",
        MASUK,
        lambda d: _satu(make_pertemuan(_ikut(d))),
        kata="(saya ikut)",
    ),
    Baris(
        "belajar/hadir/<uuid:pertemuan>/kode/",
        TAK_SEORANG,
        lambda d: _satu(make_pertemuan(_lain(d))),
        kata="(bukan peserta)",
    ),
    Baris(
        "belajar/hadir/<uuid:pertemuan>/<slug:token>/",
        TAK_SEORANG,
        lambda d: _satu(make_pertemuan(_ikut(d))) | {"token": "0" * 20},
        kata="(kode salah)",
    ),
    Baris("lapangan/kelas/", PEMIMPIN),
    Baris(
        "lapangan/kelas/baru/",
        PEMIMPIN,
        lambda d: assign_pengampu(kursus_kunci=uuid4(), anggota=d.anggota) and {},
        kata="(mengampu kursus)",
    ),
]
KELAS = "lapangan/kelas/<uuid:kelas>/"
PERTEMUAN = "lapangan/kelas/pertemuan/<uuid:pertemuan>/"
for _pola, _metode in (
    ("", "get"),
    ("ubah/", "get"),
    ("ubah/", "post"),
    ("daftar/", "get"),
    ("daftar/", "post"),
    ("ksm/", "post"),
    ("undang/", "get"),
    ("undang/", "post"),
    ("kode/", "post"),
    ("tutup/", "post"),
    ("pertemuan/", "get"),
    ("pertemuan/", "post"),
):
    for _buat, _siapa, _kata in ((_diampu, PEMIMPIN, "(saya)"), (_lain, CATATAN, "(lain)")):
        BARIS.append(
            Baris(
                KELAS + _pola,
                _siapa,
                lambda d, buat=_buat: {"kelas": buat(d).uuid},
                _metode,
                kata=_kata,
            )
        )
for _pola, _metode in (
    ("", "get"),
    ("", "post"),
    ("semua/", "post"),
    ("ubah/", "get"),
    ("batal/", "post"),
    ("layar/", "get"),
    ("daftar.pdf", "get"),
):
    for _buat, _siapa, _kata in ((_diampu, PEMIMPIN, "(saya)"), (_lain, CATATAN, "(lain)")):
        BARIS.append(
            Baris(
                PERTEMUAN + _pola,
                _siapa,
                lambda d, buat=_buat: _satu(make_pertemuan(buat(d))),
                _metode,
                data=lambda d: {"kunci": uuid4()},
                kata=_kata,
            )
        )
for _buat, _siapa, _kata in ((_diampu, PEMIMPIN, "(saya)"), (_lain, CATATAN, "(lain)")):
    BARIS += [
        Baris(
            "lapangan/kelas/permohonan/<uuid:permohonan>/",
            _siapa,
            lambda d, buat=_buat: _permohonan(d, buat(d, cara_masuk="persetujuan")),
            "post",
            kata=_kata,
        ),
        Baris(
            "lapangan/kelas/permohonan/<uuid:permohonan>/tarik/",
            _siapa,
            lambda d, buat=_buat: _permohonan(d, buat(d, cara_masuk="persetujuan")),
            "post",
            kata=_kata,
        ),
        Baris(
            f"{PERTEMUAN}<uuid:peserta>/",
            _siapa,
            lambda d, buat=_buat: _peserta(d, buat(d)),
            kata=_kata,
        ),
    ]
    for _metode in ("get", "post"):
        BARIS += [
            Baris(
                "admin/pertemuan/kelas/<int:pk>/",
                _siapa,
                lambda d, buat=_buat: {"pk": buat(d).pk},
                _metode,
                kata=_kata,
            ),
            *(
                Baris(
                    f"admin/pertemuan/<int:pk>/{_apa}/",
                    _siapa,
                    lambda d, buat=_buat: {"pk": make_pertemuan(buat(d)).pk},
                    _metode,
                    kata=_kata,
                )
                for _apa in ("ubah", "batal")
            ),
        ]
BARIS.append(Baris("admin/pertemuan/kelas/", PEMIMPIN))
PAGAR = [
    Pagar("admin/angkatan/delete/", TAK_SEORANG),
    Pagar("admin/pertemuan/delete/", TAK_SEORANG),
    Pagar("admin/angkatan/", PEMIMPIN),
    Pagar("admin/pertemuan/", PEMIMPIN),
]
