"""What askers, authors and facilitators are told about a discussion, few letters for many questions."""

from datetime import time, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.komunitas.selectors import get_penerima, get_penerima_peran, get_penerima_user
from cms.notifikasi.services import queue_pesan

from ..peserta.models import Peserta
from ..peserta.permissions import KANTOR
from ..peserta.selectors import list_pengampu
from .models import LaporanTulisan, TulisanDiskusi
from .selectors import get_judul, get_penanya

PAGI = time(7)


def get_url_belajar(peserta: Peserta, tanya: TulisanDiskusi) -> str:
    """The lesson of a learner, at the question."""
    alamat = reverse("pelatihan:read_pelajaran", args=[peserta.uuid, tanya.diskusi.pelajaran_kunci])
    return f"{alamat}?tanya={tanya.uuid}#tanya-{tanya.uuid}"


def tell_tanya(tanya: TulisanDiskusi) -> None:
    """To who answers it: the day's first question of a class at once, all further ones with the one
    letter of the next morning; where nobody leads, to the office, which names somebody."""
    peserta = get_penanya(tanya)
    pengampu = [get_penerima(orang) for orang in list_pengampu(peserta)]
    kelompok = peserta.angkatan_id or f"k{peserta.kursus_kunci}"
    hari = waktu.hari_ini()
    isi = {
        "nama": peserta.anggota.nama,
        "judul": get_judul(peserta.rilis, tanya.diskusi.pelajaran_kunci),
    }
    kata = _("%(nama)s asks under the lesson “%(judul)s”.") % isi
    if not pengampu:
        kata += " " + _("Nobody leads this course now: please name a facilitator.")
    tujuan = pengampu or get_penerima_peran(*KANTOR)
    meja = reverse("diskusi:list_tanya") if pengampu else reverse("pengampu:index")
    baris: dict[str, Any] = {
        "penerima": tujuan,
        "judul": _("A question waits for you"),
        "layar_kunci": _("A question waits for an answer."),
    }
    if _is_pertama(tanya):
        tautan = reverse("diskusi:open_tanya", args=[tanya.uuid]) if pengampu else meja
        queue_pesan(
            "diskusi_tanya", kunci=f"tanya:{kelompok}:{hari}", isi=kata, tautan=tautan, **baris
        )
        return
    queue_pesan(
        "diskusi_tanya",
        kunci=f"tanya-lagi:{kelompok}:{hari}",
        isi=_("More questions came yesterday. The list shows which of them still wait."),
        tautan=meja,
        tidak_sebelum=waktu.gabung(hari + timedelta(days=1), PAGI),
        **baris,
    )


def _is_pertama(tanya: TulisanDiskusi) -> bool:
    """Whether it is the first question of this class today, or of the course among those without."""
    awal = waktu.awal_hari(waktu.hari_ini())
    sama = TulisanDiskusi.objects.filter(
        diskusi__kursus_kunci=tanya.diskusi.kursus_kunci,
        peserta__angkatan=get_penanya(tanya).angkatan_id,
        induk__isnull=True,
        dibuat_pada__gte=awal,
    )
    return not sama.exclude(pk=tanya.pk).exists()


def tell_jawab(jawaban: TulisanDiskusi, tanya: TulisanDiskusi) -> None:
    """To the asker: each answer of a facilitator, those of other learners once a day."""
    peserta = get_penanya(tanya)
    sendiri = jawaban.penulis_id in (tanya.penulis_id, peserta.anggota.akun_id)
    if sendiri or peserta.status == Peserta.Status.BERHENTI:
        return
    guru = jawaban.sebagai == TulisanDiskusi.Sebagai.FASILITATOR
    isi = {"judul": get_judul(peserta.rilis, tanya.diskusi.pelajaran_kunci)}
    kata = (
        _("A facilitator answered your question under “%(judul)s”.")
        if guru
        else _("Other learners answered your question under “%(judul)s”.")
    )
    queue_pesan(
        "diskusi_jawab",
        kunci=f"jawab:{jawaban.uuid}" if guru else f"jawab:{tanya.uuid}:{waktu.hari_ini()}",
        penerima=[get_penerima(peserta.anggota)],
        judul=_("Your question was answered"),
        isi=kata % isi,
        tautan=get_url_belajar(peserta, tanya),
        layar_kunci=_("Your question was answered."),
    )


def _get_url_penulis(satu: TulisanDiskusi) -> str:
    tanya = satu.induk or satu
    if satu.peserta:
        return get_url_belajar(satu.peserta, tanya)
    return reverse("diskusi:open_tanya", args=[tanya.uuid])


def tell_sembunyi(satu: TulisanDiskusi, jejak: UUID) -> None:
    """To the author, with the reason."""
    queue_pesan(
        "diskusi_sembunyi",
        kunci=f"sembunyi:{jejak}",
        penerima=[get_penerima_user(satu.penulis)],
        judul=_("Something you wrote was hidden"),
        isi=_("Others no longer read it. The reason: %(alasan)s")
        % {"alasan": satu.alasan_sembunyi},
        tautan=_get_url_penulis(satu),
        layar_kunci=_("News from a discussion."),
    )


def tell_tampil(satu: TulisanDiskusi, jejak: UUID) -> None:
    """To the author: it can be read again."""
    queue_pesan(
        "diskusi_sembunyi",
        kunci=f"tampil:{jejak}",
        penerima=[get_penerima_user(satu.penulis)],
        judul=_("What you wrote is shown again"),
        isi=_("Others read it again."),
        tautan=_get_url_penulis(satu),
        layar_kunci=_("News from a discussion."),
    )


def tell_laporan(laporan: LaporanTulisan) -> None:
    """To who keeps order under the question: one letter however many report the same words in a day."""
    satu = laporan.tulisan
    tanya = satu.induk or satu
    orang = [o for o in list_pengampu(get_penanya(tanya)) if o.akun_id != satu.penulis_id]
    queue_pesan(
        "diskusi_laporan",
        kunci=f"lapor:{satu.uuid}:{waktu.hari_ini()}",
        penerima=[get_penerima(o) for o in orang] or get_penerima_peran("koordinator"),
        judul=_("A text was reported"),
        isi=_("A learner thinks that something does not belong under a lesson. Please look."),
        tautan=reverse("diskusi:open_tanya", args=[tanya.uuid]) + f"#tulisan-{satu.uuid}",
        layar_kunci=_("News from a discussion."),
    )
