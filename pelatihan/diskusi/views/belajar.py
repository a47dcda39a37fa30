"""The learner's pages: ask under a lesson, read and answer a question, correct, withdraw, report."""

from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from ...kelas.views.dasar import halaman
from ...kursus.selectors import list_langkah
from .. import permissions, selectors, services
from ..forms import AlasanForm, TulisanForm
from ..models import TulisanDiskusi
from .dasar import edit_milik, run_form, show_form, withdraw_milik


def needs_peserta(view):
    """Give the view one's own learner instead of its uuid; others' are simply not there."""

    @wraps(view)
    def dengan_peserta(request, peserta, *args, **kwargs):
        milik = permissions.own_peserta(request.user).select_related("rilis", "anggota")
        return view(request, get_object_or_404(milik, uuid=peserta), *args, **kwargs)

    return dengan_peserta


def get_langkah(peserta, pelajaran):
    """The lesson of one's own release."""
    semua = (s for s in list_langkah(peserta.rilis) if s.jenis == "pelajaran")
    if langkah := next((s for s in semua if s.kunci == str(pelajaran)), None):
        return langkah
    raise Http404


def get_tanya(request, peserta, uuid):
    tampak = permissions.visible_belajar(request.user, peserta.kursus_kunci)
    return get_object_or_404(tampak.select_related("diskusi"), uuid=uuid)


def get_tulisan(request, peserta, uuid):
    """A question, or an answer to one, that this learner sees."""
    tanya = permissions.visible_belajar(request.user, peserta.kursus_kunci)
    jawaban = permissions.visible_jawaban(request.user).filter(induk__in=tanya.values("pk"))
    semua = (tanya.filter(uuid=uuid) | jawaban.filter(uuid=uuid)).select_related("diskusi", "induk")
    return get_object_or_404(semua, uuid=uuid)


def get_milik(request, peserta, uuid):
    """One's own as a learner of this course, perhaps before coming back to it; not withdrawn."""
    milik = permissions.own_tulisan(request.user).filter(
        diskusi__kursus_kunci=peserta.kursus_kunci,
        sebagai=TulisanDiskusi.Sebagai.PESERTA,
        ditarik_pada__isnull=True,
    )
    return get_object_or_404(milik.select_related("diskusi", "induk"), uuid=uuid)


def url_pelajaran(peserta, tanya=None, pelajaran=None) -> str:
    """The lesson, at a question where there is one, else at the discussion."""
    kunci = tanya.diskusi.pelajaran_kunci if tanya else pelajaran
    alamat = reverse("pelatihan:read_pelajaran", args=[peserta.uuid, kunci])
    return f"{alamat}?tanya={tanya.uuid}#tanya-{tanya.uuid}" if tanya else f"{alamat}#tanya-jawab"


def url_utas(peserta, tulisan, lembar=1) -> str:
    """The page of the question, at this text."""
    tanya = tulisan.induk or tulisan
    alamat = reverse("pelatihan:open_tanya", args=[peserta.uuid, tanya.uuid])
    saring = f"?halaman={lembar}" if lembar > 1 else ""
    return f"{alamat}{saring}#tulisan-{tulisan.uuid}"


@halaman("GET", "POST")
@needs_peserta
def ask_tanya(request, peserta, pelajaran) -> HttpResponse:
    """The form of the lesson page arrives here, and stays here until it is right."""
    langkah = get_langkah(peserta, pelajaran)
    form = TulisanForm(request.POST or None)

    def ask(isi) -> str:
        tanya = services.ask_tanya(
            peserta=peserta, pelajaran_kunci=pelajaran, actor=request.user, **isi
        )
        messages.success(
            request, _("Your question stands here. You get a message when it is answered.")
        )
        return url_pelajaran(peserta, tanya)

    isi = {
        "peserta": peserta,
        "langkah": langkah,
        "kembali": url_pelajaran(peserta, None, pelajaran),
    }
    return run_form(request, form, ask) or show_form(request, "tanya_baru.html", form, **isi)


@halaman("GET", "POST")
@needs_peserta
def open_tanya(request, peserta, tanya) -> HttpResponse:
    """A question with all its answers, and the form for one more."""
    satu = get_tanya(request, peserta, tanya)
    langkah = get_langkah(peserta, satu.diskusi.pelajaran_kunci)
    form = TulisanForm(request.POST or None, label=_("Your answer"))
    jawaban = permissions.visible_jawaban(request.user)

    def answer(isi) -> str:
        baru = services.answer_tanya(tanya=satu, peserta=peserta, actor=request.user, **isi)
        return url_utas(peserta, baru, selectors.count_lembar(satu, jawaban))

    if jawab := run_form(request, form, answer):
        return jawab
    utas = selectors.get_utas(satu, jawaban, request.user, lembar=request.GET.get("halaman"))
    isi = {"peserta": peserta, "langkah": langkah, "utas": utas, "hal": utas.hal}
    isi["kembali"] = url_pelajaran(peserta, satu)
    return show_form(request, "utas.html", form, **isi)


@halaman("GET", "POST")
@needs_peserta
def correct_tulisan(request, peserta, tulisan) -> HttpResponse:
    satu = get_milik(request, peserta, tulisan)
    return edit_milik(request, satu, url_utas(peserta, satu))


@halaman("GET", "POST")
@needs_peserta
def withdraw_tulisan(request, peserta, tulisan) -> HttpResponse:
    satu = get_milik(request, peserta, tulisan)

    def sesudah() -> str:
        if satu.induk:
            return url_utas(peserta, satu.induk)
        return url_pelajaran(peserta, None, satu.diskusi.pelajaran_kunci)

    return withdraw_milik(request, satu, url_utas(peserta, satu), sesudah)


@halaman("GET", "POST")
@needs_peserta
def report_tulisan(request, peserta, tulisan) -> HttpResponse:
    satu = get_tulisan(request, peserta, tulisan)
    bantuan = _("For example: it offends somebody, advertises, or names a private matter.")
    form = AlasanForm(request.POST or None, bantuan=bantuan)

    def report(isi) -> str:
        services.report_tulisan(tulisan=satu, actor=request.user, **isi)
        messages.success(
            request, _("Thank you. The facilitator looks at it; your name is not shown.")
        )
        return url_utas(peserta, satu)

    isi = {
        "judul": _("Report this text"),
        "tombol": _("Report"),
        "petikan": services.get_teks(satu),
        "kembali": url_utas(peserta, satu),
    }
    return run_form(request, form, report) or show_form(request, "satu.html", form, **isi)
