"""The learner's pages under /belajar/. They work without JavaScript and belong to one person."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.accounts import peran
from cms.accounts.selectors import has_peran
from cms.komunitas.selectors import get_anggota_of

from ..kursus.pages import KursusPage, PelajaranPage
from ..kursus.selectors import get_isi, list_kuis
from ..penilaian import permissions as izin_percobaan
from ..penilaian import selectors as penilaian_selectors
from ..penilaian import services as penilaian
from ..penilaian.models import Percobaan
from ..peserta import permissions as izin
from ..peserta import services as peserta_services
from ..peserta.models import Peserta
from ..sertifikat.exports import build_sertifikat, to_pdf
from ..sertifikat.models import Sertifikat
from . import selectors, services
from .forms import JawabanForm, make_kunci

TEMPLAT = "pelatihan/belajar/"


def halaman(*cara: str):
    """A page of one's own: signed in, never kept by a cache, only these methods."""

    def bungkus(view):
        return never_cache(login_required(require_http_methods(["HEAD", *cara])(view)))

    return bungkus


def needs_peserta(view):
    """Give the view one's own learner instead of its uuid; others' are simply not there."""

    @wraps(view)
    def dengan_peserta(request, peserta, *args, **kwargs):
        milik = izin.own(request.user).exclude(status=Peserta.Status.BERHENTI)
        satu = get_object_or_404(milik.select_related("rilis", "anggota"), uuid=peserta)
        return view(request, satu, *args, **kwargs)

    return dengan_peserta


@halaman("GET")
def list_kursus(request) -> HttpResponse:
    """The start page: go on where you stopped."""
    if get_anggota_of(request.user) is None:
        return render(request, TEMPLAT + "tanpa_warga.html", status=403)
    peta = selectors.list_peta(request.user)
    isi = {"daftar_peta": peta, "kursus_lain": selectors.list_kursus_lain(request, peta)}
    return render(request, TEMPLAT + "beranda.html", isi)


@halaman("GET", "POST")
def join_kursus(request, kursus) -> HttpResponse:
    """One page, one button: take part."""
    anggota = get_anggota_of(request.user)
    if anggota is None:
        return render(request, TEMPLAT + "tanpa_warga.html", status=403)
    page = get_object_or_404(KursusPage.objects.live(), kunci=kursus)
    if not selectors.may_enter(request, page):
        raise Http404
    ikut = izin.own(request.user).filter(kursus_kunci=kursus)
    if peserta := ikut.exclude(status=Peserta.Status.BERHENTI).first():
        return redirect("pelatihan:show_kursus", peserta=peserta.uuid)
    if request.method != "POST":
        return render(request, TEMPLAT + "ikut.html", {"kursus": page})
    try:
        peserta = peserta_services.enroll_peserta(
            anggota=anggota, kursus_kunci=kursus, actor=request.user
        )
    except peserta_services.KursusBelumTerbit:
        raise Http404 from None
    return redirect("pelatihan:show_kursus", peserta=peserta.uuid)


@halaman("GET")
def open_pelajaran(request, pelajaran) -> HttpResponse:
    """From a public lesson to one's own: the lesson where enrolled, else the page to take part."""
    page = get_object_or_404(PelajaranPage.objects.live(), kunci=pelajaran)
    kursus = page.get_kursus()
    if kursus is None:
        raise Http404
    ikut = izin.own(request.user).filter(kursus_kunci=kursus.kunci)
    peserta = ikut.exclude(status=Peserta.Status.BERHENTI).first()
    if peserta is None:
        return redirect("pelatihan:join_kursus", kursus=kursus.kunci)
    return redirect("pelatihan:read_pelajaran", peserta=peserta.uuid, pelajaran=pelajaran)


@halaman("GET")
@needs_peserta
def show_kursus(request, peserta) -> HttpResponse:
    """The map of the course."""
    return render(request, TEMPLAT + "kursus.html", {"peta": selectors.get_peta(peserta)})


@halaman("GET", "POST")
@needs_peserta
def read_pelajaran(request, peserta, pelajaran) -> HttpResponse:
    """A lesson, with the one action that marks it as understood and goes on."""
    peta = selectors.get_peta(peserta)
    if (temuan := peta.find(pelajaran)) is None or temuan[0].jenis != "pelajaran":
        raise Http404
    if request.method == "POST":
        sertifikat = services.finish_pelajaran(
            peserta=peserta, pelajaran_kunci=pelajaran, actor=request.user
        )
        return _go_on(peta, pelajaran, sertifikat)
    langkah, bagian = temuan
    isi = {
        "peta": peta,
        "langkah": langkah,
        "bagian": bagian,
        "isi": _get_isi(peserta, pelajaran),
        "tampak_catatan": has_peran(request.user, peran.FASILITATOR),
    }
    return render(request, TEMPLAT + "pelajaran.html", isi)


def _go_on(peta: selectors.Peta, kunci, sertifikat: Sertifikat | None) -> HttpResponse:
    if sertifikat and peta.sertifikat is None:
        return redirect("pelatihan:show_selesai", sertifikat=sertifikat.uuid)
    sesudah = peta.get_sesudah(kunci)
    if sesudah and sesudah.kunci != str(kunci):
        return redirect(sesudah.url)
    return redirect("pelatihan:show_kursus", peserta=peta.peserta.uuid)


def _get_isi(peserta: Peserta, kunci):
    """The live lesson; when its page is gone, the text of the learner's own release."""
    page = PelajaranPage.objects.live().filter(kunci=kunci).first()
    if page:
        return page.isi
    pelajaran = next(
        p for b in peserta.rilis.susunan for p in b["pelajaran"] if p["kunci"] == str(kunci)
    )
    return PelajaranPage.isi.field.stream_block.to_python(get_isi(pelajaran["sidik"])["isi"])


@halaman("GET")
def show_selesai(request, sertifikat) -> HttpResponse:
    """Completed: what was done, and the code that proves it."""
    satu = _get_sertifikat(request, sertifikat)
    return render(request, TEMPLAT + "selesai.html", {"sertifikat": satu})


@halaman("GET")
def print_sertifikat(request, sertifikat) -> HttpResponse:
    """One's own certificate as PDF; a revoked one is not printed any more."""
    satu = _get_sertifikat(request, sertifikat)
    if satu.dicabut_pada or not satu.isi:
        raise Http404
    return to_pdf(build_sertifikat([satu]), f"sertifikat-{satu.tahun}-{satu.urut:04}")


def _get_sertifikat(request, uuid) -> Sertifikat:
    milik = Sertifikat.objects.filter(peserta__anggota__akun=request.user)
    return get_object_or_404(milik, uuid=uuid)


# -- a quiz, page by page ----------------------------------------------------------------------
@halaman("GET", "POST")
@needs_peserta
def open_kuis(request, peserta, kuis) -> HttpResponse:
    """Before a quiz: its rules and earlier attempts; the button begins or goes on."""
    peta = selectors.get_peta(peserta)
    if (temuan := peta.find(kuis)) is None or temuan[0].jenis != "kuis":
        raise Http404
    if request.method == "POST":
        percobaan = penilaian.start_percobaan(peserta=peserta, kuis_kunci=kuis, actor=request.user)
        return redirect("pelatihan:answer_soal", percobaan=percobaan.uuid, nomor=1)
    riwayat = list(peserta.percobaan.filter(kuis_kunci=kuis))
    isi = {
        "peta": peta,
        "langkah": temuan[0],
        "kuis": _get_kuis(peserta, kuis),
        "riwayat": [satu for satu in riwayat if satu.selesai_pada],
        "terbuka": next((satu for satu in riwayat if not satu.selesai_pada), None),
    }
    return render(request, TEMPLAT + "kuis.html", isi)


def _get_kuis(peserta: Peserta, kunci) -> dict:
    kuis = next(k for k in list_kuis(peserta.rilis) if k["kunci"] == str(kunci))
    return get_isi(kuis["sidik"])


def _get_percobaan(request, uuid, *, lihat: bool = False) -> Percobaan:
    """One's own attempt; to look at a finished one, also that of a learner one may see."""
    boleh = izin_percobaan.visible_to if lihat else izin_percobaan.own
    semua = boleh(request.user).select_related("peserta__rilis", "isi").defer("isi__isi")
    return get_object_or_404(semua, uuid=uuid)


@halaman("GET", "POST")
def answer_soal(request, percobaan, nomor) -> HttpResponse:
    """One question. Forward and back store what was given."""
    satu = _get_percobaan(request, percobaan)
    if satu.selesai_pada:
        return redirect("pelatihan:show_hasil", percobaan=satu.uuid)
    kuis = penilaian_selectors.get_kuis_tampak(satu)
    if not 1 <= nomor <= len(kuis.soal):
        raise Http404
    soal = kuis.soal[nomor - 1]
    form = JawabanForm(request.POST if request.method == "POST" else None, soal=soal)
    if request.method != "POST":
        return _show_soal(request, satu, kuis, soal, form)
    if not form.is_valid():
        return _show_soal(request, satu, kuis, soal, form, status=422)
    return _store(satu, kuis, soal, form)


def _store(satu: Percobaan, kuis, soal, form: JawabanForm) -> HttpResponse:
    try:
        if not form.kosong:
            penilaian.give_jawaban(
                percobaan=satu,
                soal_kunci=soal.kunci,
                isi=form.isi,
                kunci=form.cleaned_data["kunci"],
            )
    except penilaian.SudahDikumpulkan:
        return redirect("pelatihan:show_hasil", percobaan=satu.uuid)
    tujuan = soal.nomor + (-1 if form.cleaned_data["ke"] == "mundur" else 1)
    if tujuan > len(kuis.soal):
        return redirect("pelatihan:submit_kuis", percobaan=satu.uuid)
    return redirect("pelatihan:answer_soal", percobaan=satu.uuid, nomor=max(tujuan, 1))


def _show_soal(request, satu: Percobaan, kuis, soal, form, *, status: int = 200) -> HttpResponse:
    isi = {
        "percobaan": satu,
        "judul_kursus": satu.peserta.rilis.judul,
        "kuis": kuis,
        "soal": soal,
        "banyak": len(kuis.dijawab),
        "form": form,
        "kunci": make_kunci(),
        "isian": (form.data.get("jawaban", "") if form.is_bound else soal.teks),
    }
    return render(request, TEMPLAT + "soal.html", isi, status=status)


@halaman("GET", "POST")
def submit_kuis(request, percobaan) -> HttpResponse:
    """Look over what was answered; one button hands it in."""
    satu = _get_percobaan(request, percobaan)
    if request.method == "POST":
        satu = services.finish_kuis(percobaan=satu, actor=request.user)
    if satu.selesai_pada:
        return redirect("pelatihan:show_hasil", percobaan=satu.uuid)
    kuis = penilaian_selectors.get_kuis_tampak(satu)
    return render(request, TEMPLAT + "kumpulkan.html", {"percobaan": satu, "kuis": kuis})


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
        "kuis": penilaian_selectors.get_kuis_tampak(satu),
        "peta": peta,
        "milik": milik,
        "lulus_bp": get_isi(satu.isi.sidik)["lulus_bp"],
        "sesudah": peta.get_sesudah(satu.kuis_kunci) if satu.lulus else None,
        "pelajaran": []
        if satu.lulus is not False
        else peta.list_pelajaran_seputar(satu.kuis_kunci),
    }
    return render(request, TEMPLAT + "hasil.html", isi)
