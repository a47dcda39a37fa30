"""Addresses of classes: learners under /belajar/, facilitators under /lapangan/kelas/."""

from django.urls import path

from .views import daftar, hadir, kelas, undangan
from .views import lapangan as di_lapangan

belajar = [
    path("kelas/", kelas.list_kelas, name="list_kelas"),
    path("kelas/kalender.ics", kelas.show_kalender_umum, name="show_kalender_umum"),
    path("kelas/<uuid:kelas>/", kelas.show_kelas, name="show_kelas"),
    path("kelas/<uuid:kelas>/ikut/", kelas.join_kelas, name="join_kelas"),
    path("kelas/<uuid:kelas>/keluar/", kelas.leave_kelas, name="leave_kelas"),
    path("kelas/<uuid:kelas>/kalender.ics", kelas.show_kalender, name="show_kalender"),
    path("hadir/<uuid:pertemuan>/", hadir.mark_sendiri, name="mark_sendiri"),
    path("hadir/<uuid:pertemuan>/kode/", hadir.mark_kode, name="mark_kode"),
    path("hadir/<uuid:pertemuan>/<slug:token>/", hadir.open_qr, name="open_qr"),
]
lapangan = [
    path("", di_lapangan.list_kelas, name="list_kelas"),
    path("baru/", di_lapangan.create_kelas, name="create_kelas"),
    path("<uuid:kelas>/", di_lapangan.show_kelas, name="show_kelas"),
    path("<uuid:kelas>/ubah/", di_lapangan.edit_kelas, name="edit_kelas"),
    path("<uuid:kelas>/daftar/", daftar.add_daftar, name="add_daftar"),
    path("<uuid:kelas>/ksm/", daftar.add_ksm, name="add_ksm"),
    path("<uuid:kelas>/undang/", undangan.invite_orang, name="invite_orang"),
    path("<uuid:kelas>/kode/", di_lapangan.make_kode, name="make_kode"),
    path("<uuid:kelas>/tutup/", di_lapangan.close_kelas, name="close_kelas"),
    path("<uuid:kelas>/pertemuan/", di_lapangan.create_pertemuan, name="create_pertemuan"),
    path("permohonan/<uuid:permohonan>/", di_lapangan.answer_permohonan, name="answer_permohonan"),
    path(
        "permohonan/<uuid:permohonan>/tarik/",
        undangan.withdraw_undangan,
        name="withdraw_undangan",
    ),
    path("pertemuan/<uuid:pertemuan>/", hadir.call_roll, name="call_roll"),
    path("pertemuan/<uuid:pertemuan>/semua/", hadir.mark_semua, name="mark_semua"),
    path("pertemuan/<uuid:pertemuan>/ubah/", di_lapangan.edit_pertemuan, name="edit_pertemuan"),
    path(
        "pertemuan/<uuid:pertemuan>/batal/", di_lapangan.cancel_pertemuan, name="cancel_pertemuan"
    ),
    path("pertemuan/<uuid:pertemuan>/layar/", hadir.show_layar, name="show_layar"),
    path("pertemuan/<uuid:pertemuan>/daftar.pdf", hadir.print_daftar, name="print_daftar"),
    path("pertemuan/<uuid:pertemuan>/<uuid:peserta>/", hadir.correct_hadir, name="correct_hadir"),
]
