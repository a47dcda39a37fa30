"""Rows of people, groups, offices and places."""

from datetime import date

from cms.accounts import peran
from cms.komunitas.models import Wilayah
from cms.komunitas.services import give_jabatan, join_ksm
from tests.factories.komunitas import AnggotaFactory

from .tabel import Baris, Pagar, roles

PENGURUS = roles(peran.ADMIN, peran.SEKRETARIS, peran.KOORDINATOR)
PENDAMPING = PENGURUS | roles(peran.MANAJER, peran.PETUGAS)
PEMBACA = PENDAMPING | roles(
    peran.PEMBUKU, peran.KASIR, peran.UPL, peran.UPS, peran.FASILITATOR, peran.PENGAWAS
)
SENDIRI = "(diri sendiri)"


def _anggota(d):
    return {"pk": d.orang_lain.pk}


def _sendiri(d):
    return {"pk": d.anggota.pk}


def _berakhir(d):
    orang = AnggotaFactory(berakhir_pada=d.hari)
    return {"pk": orang.pk}


def _ksm(d):
    return {"pk": d.ksm.pk}


def _keanggotaan(d):
    baris = join_ksm(ksm=d.ksm, anggota=AnggotaFactory(), dari=date(2026, 1, 1))
    return {"pk": d.ksm.pk, "uuid": baris.uuid}


def _jabatan_dari(orang):
    baris = give_jabatan(anggota=orang, unit="bkm", jabatan="Anggota", dari=date(2026, 1, 1))
    return {"pk": baris.pk}


def _jabatan(d):
    return _jabatan_dari(d.orang_lain)


def _jabatan_sendiri(d):
    return _jabatan_dari(d.anggota)


def _wilayah(d):
    return {"pk": Wilayah.objects.create(jenis="rw", nama="RW 01").pk}


BARIS = [
    Baris("admin/anggota/", PEMBACA),
    Baris("admin/anggota/results/", PEMBACA),
    Baris("admin/anggota/new/", PENGURUS),
    Baris("admin/anggota/edit/<int:pk>/", PENGURUS, _anggota),
    Baris("admin/anggota/<int:pk>/akhiri/", PENGURUS, _anggota),
    Baris("admin/anggota/<int:pk>/lanjutkan/", PENGURUS, _berakhir),
    Baris("admin/anggota/<int:pk>/gabung/", PENGURUS, _anggota),
    Baris("admin/anggota/<int:pk>/gabung/", roles(), _sendiri, kata=SENDIRI),
    Baris("admin/anggota/pilih/", PEMBACA),
    Baris("admin/anggota/pilih/results/", PEMBACA),
    Baris("admin/anggota/pilih/chosen/<str:pk>/", PEMBACA, _anggota),
    Baris("admin/anggota/pilih/chosen-multiple/", PEMBACA),
    Baris("admin/ksm/", PEMBACA),
    Baris("admin/ksm/results/", PEMBACA),
    Baris("admin/ksm/new/", PENDAMPING),
    Baris("admin/ksm/edit/<int:pk>/", PEMBACA, _ksm),
    Baris("admin/ksm/edit/<int:pk>/", PENDAMPING, _ksm, "post"),
    Baris("admin/ksm/<int:pk>/akhiri/", PENDAMPING, _ksm),
    Baris("admin/ksm/<int:pk>/masuk/", PENDAMPING, _ksm),
    Baris("admin/ksm/<int:pk>/keluar/<uuid:uuid>/", PENDAMPING, _keanggotaan),
    Baris("admin/ksm/<int:pk>/tugas/<uuid:uuid>/", PENDAMPING, _keanggotaan),
    Baris("admin/jabatan/", PEMBACA),
    Baris("admin/jabatan/results/", PEMBACA),
    Baris("admin/jabatan/new/", PENGURUS),
    Baris("admin/jabatan/edit/<int:pk>/", PENGURUS, _jabatan),
    Baris("admin/jabatan/edit/<int:pk>/", roles(), _jabatan_sendiri, kata=SENDIRI),
    Baris("admin/jabatan/<int:pk>/akhiri/", PENGURUS, _jabatan),
    Baris("admin/jabatan/<int:pk>/akhiri/", roles(), _jabatan_sendiri, kata=SENDIRI),
    Baris("admin/wilayah/", PENGURUS),
    Baris("admin/wilayah/results/", PENGURUS),
    Baris("admin/wilayah/new/", PENGURUS),
    Baris("admin/wilayah/edit/<int:pk>/", PENGURUS, _wilayah),
]
PAGAR = [Pagar("admin/anggota/pilih/", PEMBACA)]
