"""What learners and facilitators are told about assignments."""

from django.urls import reverse
from django.utils.translation import gettext as _

from cms.komunitas.selectors import get_penerima, get_penerima_peran
from cms.notifikasi.services import queue_pesan

from ..peserta.permissions import KANTOR
from ..peserta.selectors import list_pengampu
from . import rules
from .models import Kumpulan, NilaiTugas


def tell_masuk(satu: Kumpulan, judul: str) -> None:
    """To who judges it today; where nobody does, to the office, which names somebody."""
    pengampu = [get_penerima(orang) for orang in list_pengampu(satu.peserta)]
    nama = {"nama": satu.peserta.anggota.nama, "judul": judul, "n": satu.nomor}
    kalimat = (
        _("%(nama)s handed in “%(judul)s”.")
        if satu.nomor == 1
        else _("%(nama)s handed in “%(judul)s” again, version %(n)s.")
    )
    if not pengampu:
        kalimat += " " + _("Nobody leads this course now: please name a facilitator.")
    queue_pesan(
        "tugas_masuk",
        kunci=f"tugas:{satu.uuid}",
        penerima=pengampu or get_penerima_peran(*KANTOR),
        judul=_("An assignment waits for you"),
        isi=kalimat % nama,
        tautan=reverse("tugas:mark_tugas", args=[satu.uuid])
        if pengampu
        else reverse("pengampu:index"),
        layar_kunci=_("An assignment waits to be read."),
    )


def tell_nilai(satu: Kumpulan, nilai: NilaiTugas, judul: str, *, koreksi: bool) -> None:
    """To the learner, with what to improve."""
    nama = {"judul": judul, "poin": rules.format_poin(nilai.jumlah)}
    if nilai.putusan == rules.DITERIMA:
        kalimat = [_("“%(judul)s” was accepted with %(poin)s points.") % nama]
    else:
        kalimat = [
            _("“%(judul)s” came back to be improved. Read why, then hand it in again.") % nama
        ]
    if koreksi:
        kalimat.append(_("This corrects an earlier verdict: %(alasan)s") % {"alasan": nilai.alasan})
    queue_pesan(
        "tugas_dinilai",
        kunci=f"nilai-tugas:{nilai.uuid}",
        penerima=[get_penerima(satu.peserta.anggota)],
        judul=_("Your assignment was read"),
        isi=" ".join(kalimat),
        tautan=reverse("pelatihan:open_tugas", args=[satu.peserta.uuid, satu.langkah_kunci]),
        layar_kunci=_("Your assignment was read."),
    )
