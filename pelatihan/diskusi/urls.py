"""Addresses of discussions: learners under /belajar/, facilitators under /lapangan/tanya-jawab/."""

from django.urls import path

from .views import belajar as pelajar
from .views import lapangan as meja
from .views import saya

_TULISAN = "<uuid:peserta>/tulisan/<uuid:tulisan>/"
belajar = [
    path("tanya-jawab/", saya.list_milik, name="list_tulisan_saya"),
    path("tanya-jawab/unduh/", saya.export_milik, name="export_tulisan_saya"),
    path("tanya-jawab/hapus/", saya.erase_milik, name="erase_tulisan_saya"),
    path("<uuid:peserta>/tanya/baru/<uuid:pelajaran>/", pelajar.ask_tanya, name="ask_tanya"),
    path("<uuid:peserta>/tanya/<uuid:tanya>/", pelajar.open_tanya, name="open_tanya"),
    path(_TULISAN + "perbaiki/", pelajar.correct_tulisan, name="correct_tulisan"),
    path(_TULISAN + "tarik/", pelajar.withdraw_tulisan, name="withdraw_tulisan"),
    path(_TULISAN + "lapor/", pelajar.report_tulisan, name="report_tulisan"),
]
lapangan = [
    path("", meja.list_tanya, name="list_tanya"),
    path("<uuid:tanya>/", meja.open_tanya, name="open_tanya"),
    path("tulisan/<uuid:tulisan>/sematkan/", meja.pin_jawaban, name="pin_jawaban"),
    path("tulisan/<uuid:tulisan>/sembunyikan/", meja.hide_tulisan, name="hide_tulisan"),
    path("tulisan/<uuid:tulisan>/tampilkan/", meja.show_tulisan, name="show_tulisan"),
    path("tulisan/<uuid:tulisan>/biarkan/", meja.dismiss_laporan, name="dismiss_laporan"),
    path("tulisan/<uuid:tulisan>/perbaiki/", meja.correct_tulisan, name="correct_tulisan"),
    path("tulisan/<uuid:tulisan>/tarik/", meja.withdraw_tulisan, name="withdraw_tulisan"),
    path("pelajaran/<uuid:diskusi>/tutup/", meja.lock_diskusi, name="lock_diskusi"),
]
