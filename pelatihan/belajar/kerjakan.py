"""A quiz, page by page: its rules, its questions, handing in, the result."""

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cms.core.antrean.luring import keep_luring
from cms.core.waktu import sekarang

from ..kursus.selectors import find_kuis, get_isi
from ..penilaian import permissions as izin_percobaan
from ..penilaian import selectors as penilaian_selectors
from ..penilaian import services as penilaian
from ..penilaian.capaian import is_dijawab, is_langsung, list_soal
from ..penilaian.models import Percobaan
from ..penilaian.rules import TANPA_NILAI
from ..peserta import permissions as izin
from ..peserta.models import Peserta
from ..peserta.services import LangkahTerkunci
from . import selectors, services
from .forms import JawabanForm, make_kunci
from .views import TEMPLAT, halaman, needs_peserta


@halaman("GET", "POST")
@needs_peserta
def open_kuis(request, peserta, kuis) -> HttpResponse:
    """Before a quiz: its rules and earlier attempts; the button begins or goes on."""
    if request.method == "POST":
        return _start(request, peserta, kuis)
    peta = selectors.get_peta(peserta)
    langkah = peta.find_kuis(kuis)
    if langkah is None:
        raise Http404
    riwayat = [_close(satu) for satu in peserta.percobaan.filter(kuis_kunci=kuis)]
    isi = {
        "aturan": selectors.get_aturan(peserta, langkah.kunci, riwayat),
        "peta": peta,
        "langkah": langkah,
        "ukur": peta.is_ukur(kuis),
        "kuis": _get_kuis(peserta, kuis),
        "riwayat": [satu for satu in riwayat if satu.selesai_pada],
        "terbuka": next((satu for satu in riwayat if not satu.selesai_pada), None),
    }
    return render(request, TEMPLAT + "kuis.html", isi)


def _start(request, peserta: Peserta, kuis) -> HttpResponse:
    try:
        satu = penilaian.start_percobaan(peserta=peserta, kuis_kunci=kuis, actor=request.user)
    except penilaian.KuisTidakAda:
        raise Http404 from None
    except (penilaian.PercobaanHabis, penilaian.TesTertutup, LangkahTerkunci):
        return redirect("pelatihan:open_kuis", peserta=peserta.uuid, kuis=kuis)
    return redirect("pelatihan:answer_soal", percobaan=satu.uuid, nomor=1)


def _close(satu: Percobaan) -> Percobaan:
    """The attempt, closed first if its time is over."""
    return services.close_kuis(percobaan=satu)


def _get_kuis(peserta: Peserta, kunci) -> dict:
    kuis = find_kuis(peserta.rilis, kunci)
    return get_isi(kuis["sidik"]) if kuis else {}


def _get_percobaan(request, uuid, *, lihat: bool = False) -> Percobaan:
    """One's own attempt; to look at a finished one, also that of a learner one may see."""
    boleh = izin_percobaan.visible_to if lihat else izin_percobaan.own
    semua = boleh(request.user).select_related("peserta__rilis", "isi").defer("isi__isi")
    return _close(get_object_or_404(semua, uuid=uuid))


def _lock_percobaan(request, uuid) -> Percobaan:
    """One's own attempt, locked for the transaction, with the little that storing an answer needs."""
    satu = izin_percobaan.lock_own(request.user, uuid)
    if satu is None:
        raise Http404
    return _close(satu)


@halaman("GET", "POST")
def answer_soal(request, percobaan, nomor) -> HttpResponse:
    """One question. Forward and back store what was given, with the attempt locked from the start."""
    if request.method != "POST":
        return _ask(request, _get_percobaan(request, percobaan), nomor)
    with transaction.atomic():
        return _answer(request, _lock_percobaan(request, percobaan), nomor)


def _ask(request, satu: Percobaan, nomor: int, form: JawabanForm | None = None) -> HttpResponse:
    """The page of a question; with a form that was not understood, what was written in it."""
    if satu.selesai_pada:
        return redirect("pelatihan:show_hasil", percobaan=satu.uuid)
    kuis = penilaian_selectors.get_kuis_tampak(satu)
    if not 1 <= nomor <= len(kuis.soal):
        raise Http404
    soal = kuis.soal[nomor - 1]
    isi = {
        "percobaan": satu,
        "judul_kursus": satu.peserta.rilis.judul,
        "kuis": kuis,
        "soal": soal,
        "banyak": len(kuis.dijawab),
        "form": form or JawabanForm(soal=soal),
        "kunci": make_kunci(),
        "pada": sekarang(),
        "isian": form.data.get("jawaban", "") if form else soal.teks,
    }
    templat = "tanggapan.html" if soal.dinilai else "soal.html"
    return render(request, TEMPLAT + templat, isi, status=422 if form else 200)


def _answer(request, satu: Percobaan, nomor: int) -> HttpResponse:
    """Reads earlier answers only where they matter."""
    if satu.selesai_pada:
        return redirect("pelatihan:show_hasil", percobaan=satu.uuid)
    soal = penilaian_selectors.get_soal_polos(satu, nomor)
    if soal is None:
        raise Http404
    form = JawabanForm(request.POST, soal=soal)
    if not form.is_valid():
        return _ask(request, satu, nomor, form)
    langsung = is_langsung(satu)
    sudah = (langsung or not form.terisi) and is_dijawab(satu, soal.kunci)
    beri = form.terisi or (sudah and soal.jenis != TANPA_NILAI)
    try:
        if beri:
            _store(satu, soal, form)
    except penilaian.SudahDikumpulkan:
        _close(satu)
        return redirect("pelatihan:show_hasil", percobaan=satu.uuid)
    except penilaian.JawabanTetap:
        return redirect("pelatihan:answer_soal", percobaan=satu.uuid, nomor=soal.nomor)
    if langsung and beri and not sudah:
        return redirect("pelatihan:answer_soal", percobaan=satu.uuid, nomor=soal.nomor)
    return _go_on(satu, soal.nomor, form.cleaned_data["ke"])


def _store(satu: Percobaan, soal, form: JawabanForm) -> None:
    penilaian.give_jawaban_terkunci(
        percobaan=satu, soal_kunci=soal.kunci, isi=form.isi, kunci=form.cleaned_data["kunci"]
    )


def _go_on(satu: Percobaan, nomor: int, ke: str) -> HttpResponse:
    if ke == "semua":
        return redirect(f"{reverse('pelatihan:answer_semua', args=[satu.uuid])}#s{nomor}")
    tujuan = nomor + (-1 if ke == "mundur" else 1)
    if tujuan > len(list_soal(satu)):
        return redirect("pelatihan:submit_kuis", percobaan=satu.uuid)
    return redirect("pelatihan:answer_soal", percobaan=satu.uuid, nomor=max(tujuan, 1))


@halaman("GET")
@keep_luring
def answer_semua(request, percobaan) -> HttpResponse:
    """All questions on one page, which also works where there is no signal.

    Where feedback follows every answer, questions stay page by page.
    """
    satu = _get_percobaan(request, percobaan)
    if satu.selesai_pada:
        return redirect("pelatihan:show_hasil", percobaan=satu.uuid)
    kuis = penilaian_selectors.get_kuis_tampak(satu)
    if kuis.langsung:
        return redirect("pelatihan:answer_soal", percobaan=satu.uuid, nomor=1)
    isi = {
        "percobaan": satu,
        "judul_kursus": satu.peserta.rilis.judul,
        "kuis": kuis,
        "butir": [(soal, JawabanForm(soal=soal), make_kunci()) for soal in kuis.soal],
        "pada": sekarang(),
    }
    return render(request, TEMPLAT + "semua.html", isi)


@halaman("GET", "POST")
def submit_kuis(request, percobaan) -> HttpResponse:
    """Look over what was answered; one button hands it in."""
    if request.method == "POST":
        if not services.finish_kuis_sendiri(user=request.user, percobaan=percobaan):
            raise Http404
        return redirect("pelatihan:show_hasil", percobaan=percobaan)
    satu = _get_percobaan(request, percobaan)
    if satu.selesai_pada:
        return redirect("pelatihan:show_hasil", percobaan=satu.uuid)
    kuis = penilaian_selectors.get_kuis_tampak(satu)
    return render(
        request, TEMPLAT + "kumpulkan.html", {"percobaan": satu, "kuis": kuis, "pada": sekarang()}
    )


@halaman("GET")
def show_hasil(request, percobaan) -> HttpResponse:
    """The mark, and what each answer teaches."""
    satu = _get_percobaan(request, percobaan, lihat=True)
    if satu.selesai_pada is None:
        return redirect("pelatihan:answer_soal", percobaan=satu.uuid, nomor=1)
    milik = izin.own(request.user).filter(pk=satu.peserta_id).exists()
    peta = selectors.get_peta(satu.peserta)
    isi = {
        "percobaan": satu,
        "kuis": penilaian_selectors.get_kuis_tampak(satu, penuh=not milik),
        "aturan": selectors.get_aturan(satu.peserta, str(satu.kuis_kunci)),
        "peta": peta,
        "milik": milik,
        "ukur": peta.is_ukur(satu.kuis_kunci),
        "lulus_bp": get_isi(satu.isi.sidik)["lulus_bp"],
        "sesudah": peta.get_sesudah(satu.kuis_kunci) if satu.lulus else None,
        "pelajaran": []
        if satu.lulus is not False
        else peta.list_pelajaran_seputar(satu.kuis_kunci),
    }
    return render(request, TEMPLAT + "hasil.html", isi)
