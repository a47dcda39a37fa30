"""One pack for the hall: made with signal, printed, and kept page by page on the facilitator's phone."""

from functools import wraps
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cms.core.antrean.luring import keep_luring
from cms.core.waktu import sekarang

from ..belajar.forms import JawabanForm
from ..kelas.models import Kehadiran
from ..kelas.selectors import list_hadir
from ..kelas.views.dasar import halaman
from ..lembar.forms import GALAT
from . import exports, permissions, selectors, services
from .forms import TOLAK, BawaanForm

TEMPLAT = "pelatihan/balai/"


def needs_bawaan(view):
    """Give the view a pack of a class that this account leads instead of its uuid."""

    @wraps(view)
    def dengan_bawaan(request, bawaan, *args, **kwargs):
        semua = permissions.visible_to(request.user).select_related("pertemuan__angkatan", "rilis")
        return view(request, get_object_or_404(semua, uuid=bawaan), *args, **kwargs)

    return dengan_bawaan


def _render(request, templat: str, bawaan, isi: dict | None = None) -> HttpResponse:
    umum = {
        "bawaan": bawaan,
        "pertemuan": bawaan.pertemuan,
        "izin": permissions.sign_izin(request.user, bawaan),
        "pada": sekarang(),
    }
    return render(request, TEMPLAT + templat, umum | (isi or {}))


@halaman("GET", "POST")
def take_pertemuan(request, pertemuan) -> HttpResponse:
    """What goes to the hall: ticked, then one button makes the pack."""
    semua = permissions.visible_pertemuan(request.user).select_related("angkatan")
    satu = get_object_or_404(semua, uuid=pertemuan)
    form = BawaanForm(request.POST or None, pertemuan=satu, initial={"kunci": uuid4()})
    if form.is_valid() and (bawaan := _take(request, satu, form.cleaned_data)):
        return redirect("balai:show_bawaan", bawaan=bawaan.uuid)
    isi = {
        "pertemuan": satu,
        "form": form,
        "lama": satu.bawaan.select_related("oleh__anggota").order_by("-id")[:5],
    }
    return render(request, TEMPLAT + "bawa.html", isi)


def _take(request, pertemuan, isi: dict):
    try:
        return services.take_bawaan(pertemuan=pertemuan, actor=request.user, **isi)
    except tuple(TOLAK) as salah:
        messages.error(request, str(TOLAK[type(salah)]))
    return None


@halaman("GET")
@keep_luring
@needs_bawaan
def show_bawaan(request, bawaan) -> HttpResponse:
    """The pack: print it, prepare this phone, and from here to everything that works without signal."""
    return _render(request, "paket.html", bawaan, {"halaman": selectors.list_halaman(bawaan)})


@halaman("GET")
@needs_bawaan
def print_paket(request, bawaan) -> HttpResponse:
    """The pack on paper, key last. It is never kept by the phone."""
    kepala = {"Content-Disposition": 'inline; filename="paket-balai.pdf"'}
    return HttpResponse(exports.build_paket(bawaan), content_type="application/pdf", headers=kepala)


@halaman("GET")
@keep_luring
@needs_bawaan
def call_roll(request, bawaan) -> HttpResponse:
    """Everybody of the class as of now; each tap waits on the phone until there is signal."""
    isi = {
        "daftar": [(satu, uuid4()) for satu in list_hadir(bawaan.pertemuan)],
        "status": Kehadiran.Status.choices,
    }
    return _render(request, "absen.html", bawaan, isi)


@halaman("GET")
@keep_luring
@needs_bawaan
def read_pelajaran(request, bawaan, pelajaran) -> HttpResponse:
    """A lesson in the words of the pack's release."""
    satu = selectors.find_pelajaran(bawaan, pelajaran)
    if satu is None:
        raise Http404
    isi = {"pelajaran": satu, "isi": selectors.get_blok(satu)}
    return _render(request, "pelajaran.html", bawaan, isi)


@halaman("GET")
@keep_luring
@needs_bawaan
def type_lembar(request, bawaan, cetakan) -> HttpResponse:
    """Typing sheets; the phone looks at their form only, it holds no key."""
    satu = _get_cetakan(bawaan, cetakan)
    bentuk = [(b.bentuk, selectors.list_bentuk_ketikan(b)) for b in satu.bentuk]
    isi = {"cetakan": satu, "bentuk": bentuk, "galat": GALAT}
    return _render(request, "ketik.html", bawaan, isi)


@halaman("GET")
@keep_luring
@needs_bawaan
def take_kuis(request, bawaan, cetakan) -> HttpResponse:
    """The quiz from hand to hand: everybody answers the form of their own sheet."""
    satu = _get_cetakan(bawaan, cetakan)
    bentuk = [
        (b.bentuk, [(soal, JawabanForm(soal=soal)) for soal in selectors.list_soal(b)])
        for b in satu.bentuk
    ]
    return _render(request, "kuis.html", bawaan, {"cetakan": satu, "bentuk": bentuk})


def _get_cetakan(bawaan, uuid) -> selectors.CetakanBawaan:
    if (satu := selectors.find_cetakan(bawaan, uuid)) is None:
        raise Http404
    return satu
