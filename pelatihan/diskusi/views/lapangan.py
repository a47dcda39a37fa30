"""The facilitator's pages: what waits, one question, and what keeps order."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ...kelas.permissions import visible_to as visible_kelas
from ...kelas.views.dasar import halaman
from .. import meja, permissions, selectors, services
from ..forms import TOLAKAN, AlasanForm, TulisanForm, explain_tolak
from ..models import TulisanDiskusi
from .dasar import edit_milik, read_uuid, run_form, show_form, withdraw_milik

SEHALAMAN = 30
SARING = ("menunggu", "dilaporkan", "semua")


def url_utas(tulisan: TulisanDiskusi, lembar: int = 1) -> str:
    tanya = tulisan.induk or tulisan
    saring = f"?halaman={lembar}" if lembar > 1 else ""
    alamat = reverse("diskusi:open_tanya", args=[tanya.uuid])
    return f"{alamat}{saring}#tulisan-{tulisan.uuid}"


def list_semua_jawaban():
    """Answers as who keeps order finds them: all that were not withdrawn."""
    return TulisanDiskusi.objects.filter(induk__isnull=False, ditarik_pada__isnull=True)


def _filter(request):
    """Questions of one's own courses and classes, of one class where the address names it."""
    semua = permissions.visible_to(request.user)
    if not (kelas := request.GET.get("kelas")):
        return semua, None
    angkatan = get_object_or_404(visible_kelas(request.user), uuid=read_uuid(kelas))
    return semua.filter(peserta__angkatan=angkatan), angkatan


@halaman("GET")
def list_tanya(request) -> HttpResponse:
    """What waits, the oldest first; ?saring=dilaporkan what was reported, ?saring=semua all, newest first."""
    if not permissions.can_view_diskusi(request.user):
        raise Http404
    semua, angkatan = _filter(request)
    saring = request.GET.get("saring")
    saring = saring if saring in SARING else SARING[0]
    daftar = {
        "menunggu": meja.list_menunggu(semua),
        "dilaporkan": meja.list_dilaporkan(semua, request.user),
        "semua": semua.order_by("-dibuat_pada", "-pk"),
    }
    hal = Paginator(meja.list_baris(daftar[saring]), SEHALAMAN).get_page(request.GET.get("halaman"))
    kelas = f"&kelas={angkatan.uuid}" if angkatan else ""
    isi = {
        "hal": hal,
        "baris": [meja.show_baris(satu) for satu in hal],
        "angkatan": angkatan,
        "kelas": visible_kelas(request.user).berjalan().order_by("-dari", "pk")[:30],
        "pilih": saring,
        "banyak_lapor": daftar["dilaporkan"].count(),
        "saring": f"saring={saring}{kelas}",
        "saring_kelas": kelas,
    }
    return show_form(request, "daftar.html", forms.Form(), **isi)


@halaman("GET", "POST")
def open_tanya(request, tanya) -> HttpResponse:
    """One question with its answers: answer it, mark the good answer, keep order."""
    terlihat = permissions.visible_to(request.user)
    satu = get_object_or_404(
        terlihat.select_related("diskusi", "peserta__rilis", "peserta__angkatan"), uuid=tanya
    )
    mengampu = permissions.visible_ampu(request.user).filter(pk=satu.pk).exists()
    if request.method == "POST" and not mengampu:
        raise Http404
    form = TulisanForm(request.POST or None, label=_("Your answer"))
    jawaban = list_semua_jawaban()

    def answer(isi) -> str:
        baru = services.answer_tanya(tanya=satu, actor=request.user, **isi)
        messages.success(request, _("Your answer stands here. The learner is told."))
        return url_utas(baru, selectors.count_lembar(satu, jawaban))

    if jawab := run_form(request, form, answer):
        return jawab
    utas = selectors.get_utas(
        satu, jawaban, request.user, lembar=request.GET.get("halaman"), jaga=True, semat=mengampu
    )
    isi = {
        "utas": utas,
        "hal": utas.hal,
        "mengampu": mengampu,
        "judul": selectors.get_judul(satu.peserta.rilis, satu.diskusi.pelajaran_kunci),
        "kursus": satu.peserta.rilis.judul,
        "angkatan": satu.peserta.angkatan,
        "diskusi": satu.diskusi,
        "boleh_tutup": permissions.visible_diskusi(request.user)
        .filter(pk=satu.diskusi_id)
        .exists(),
    }
    return show_form(request, "utas_lapangan.html", form, **isi)


@halaman("POST")
def pin_jawaban(request, tulisan) -> HttpResponse:
    """Mark an answer as good, or take the mark away (semat=0)."""
    satu = get_object_or_404(permissions.visible_semat(request.user), uuid=tulisan)
    kerja = services.unpin_jawaban if request.POST.get("semat") == "0" else services.pin_jawaban
    try:
        kerja(jawaban=satu, actor=request.user)
    except TOLAKAN as salah:
        messages.error(request, explain_tolak(salah))
    return redirect(url_utas(satu))


@halaman("GET", "POST")
def hide_tulisan(request, tulisan) -> HttpResponse:
    satu = _get_tulisan(request, tulisan)
    form = AlasanForm(request.POST or None, bantuan=_("The author reads it, nobody else."))

    def hide(isi) -> str:
        services.hide_tulisan(tulisan=satu, actor=request.user, **isi)
        messages.success(request, _("Hidden. The author is told why."))
        return url_utas(satu)

    isi = {
        "judul": _("Hide this text"),
        "tombol": _("Hide it"),
        "petikan": services.get_teks(satu),
        "kembali": url_utas(satu),
    }
    return run_form(request, form, hide) or show_form(request, "satu.html", form, **isi)


def _get_tulisan(request, uuid) -> TulisanDiskusi:
    """Words of others that were not withdrawn, under a question of one's own courses and classes."""
    semua = permissions.visible_tulisan(request.user).filter(ditarik_pada__isnull=True)
    return get_object_or_404(semua.select_related("induk", "diskusi"), uuid=uuid)


@halaman("POST")
def show_tulisan(request, tulisan) -> HttpResponse:
    satu = _get_tulisan(request, tulisan)
    services.show_tulisan(tulisan=satu, actor=request.user)
    messages.success(request, _("Shown again. The author is told."))
    return redirect(url_utas(satu))


@halaman("POST")
def dismiss_laporan(request, tulisan) -> HttpResponse:
    """Looked at, nothing to hide."""
    satu = _get_tulisan(request, tulisan)
    services.dismiss_laporan(tulisan=satu, actor=request.user)
    messages.success(request, _("Noted: it may stay."))
    return redirect(url_utas(satu))


def _get_milik(request, uuid) -> TulisanDiskusi:
    """One's own answer as a facilitator."""
    milik = permissions.own_tulisan(request.user).filter(
        sebagai=TulisanDiskusi.Sebagai.FASILITATOR, ditarik_pada__isnull=True
    )
    return get_object_or_404(milik.select_related("induk", "diskusi"), uuid=uuid)


def _get_kembali(request, satu: TulisanDiskusi) -> str:
    """The question; who no longer leads there goes to the own words."""
    tanya = satu.induk_id or satu.pk
    if permissions.visible_to(request.user).filter(pk=tanya).exists():
        return url_utas(satu)
    return reverse("pelatihan:list_tulisan_saya")


@halaman("GET", "POST")
def correct_tulisan(request, tulisan) -> HttpResponse:
    satu = _get_milik(request, tulisan)
    return edit_milik(request, satu, _get_kembali(request, satu))


@halaman("GET", "POST")
def withdraw_tulisan(request, tulisan) -> HttpResponse:
    satu = _get_milik(request, tulisan)
    kembali = _get_kembali(request, satu)
    return withdraw_milik(request, satu, kembali, lambda: _get_kembali(request, satu.induk))


@halaman("GET", "POST")
def lock_diskusi(request, diskusi) -> HttpResponse:
    """Close the questions of a lesson with a reason, or open them again (buka=1)."""
    satu = get_object_or_404(permissions.visible_diskusi(request.user), uuid=diskusi)
    daftar = reverse("diskusi:list_tanya") + "?saring=semua"
    if request.method == "POST" and request.POST.get("buka"):
        services.unlock_diskusi(diskusi=satu, actor=request.user)
        messages.success(request, _("The questions of this lesson are open again."))
        return redirect(daftar)
    form = AlasanForm(request.POST or None, bantuan=_("Learners read it under the lesson."))

    def lock(isi) -> str:
        services.lock_diskusi(diskusi=satu, actor=request.user, **isi)
        messages.success(request, _("Closed. Learners read what is there, but write nothing more."))
        return daftar

    isi = {
        "judul": _("Close the questions of this lesson"),
        "kata": _(
            "Learners of all classes of the course go on reading, but neither ask nor answer."
        ),
        "tombol": _("Close"),
        "kembali": daftar,
    }
    return run_form(request, form, lock) or show_form(request, "satu.html", form, **isi)
