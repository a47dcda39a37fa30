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

from ..diskusi.forms import TulisanForm
from ..diskusi.selectors import get_ruang
from ..diskusi.views.dasar import read_uuid
from ..kelas.permissions import can_view_angkatan
from ..kursus.alur import BACA
from ..kursus.pages import KursusPage, PelajaranPage
from ..kursus.selectors import find_langkah_tugas, get_isi
from ..peserta import permissions as izin
from ..peserta import services as peserta_services
from ..peserta.models import Peserta
from ..sertifikat.exports import build_sertifikat, to_pdf
from ..sertifikat.models import Sertifikat
from ..tugas.selectors import get_tugas_tampak
from . import selectors, services

TEMPLAT = "pelatihan/belajar/"


def halaman(*cara: str):
    """A page of one's own: signed in, never kept by a cache, only these methods.

    HEAD comes with GET alone: it asks for no token, so a view that only writes must not see it.
    """
    boleh = ["HEAD", *cara] if "GET" in cara else list(cara)

    def bungkus(view):
        return never_cache(login_required(require_http_methods(boleh)(view)))

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
    isi = {
        "daftar_peta": peta,
        "kursus_lain": selectors.list_kursus_lain(request, peta),
        "mengampu": can_view_angkatan(request.user),
    }
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
    except peserta_services.KursusPrasyarat as kurang:
        syarat = KursusPage.objects.live().filter(kunci__in=kurang.args)
        return render(
            request, TEMPLAT + "ikut.html", {"kursus": page, "syarat": syarat}, status=409
        )
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
    langkah, bagian = temuan
    if request.method == "POST" and langkah.cara == BACA and not langkah.terkunci:
        sertifikat = services.finish_pelajaran(
            peserta=peserta, pelajaran_kunci=pelajaran, actor=request.user
        )
        return _go_on(peta, pelajaran, sertifikat)
    isi = {
        "peta": peta,
        "langkah": langkah,
        "sesudah": peta.get_sesudah(pelajaran),
        "bagian": bagian,
        "isi": _get_isi(peserta, pelajaran),
        "tugas": _get_tugas(peserta, pelajaran),
        "ruang": _get_ruang(request, peserta, pelajaran),
        "form_tanya": TulisanForm(auto_id="tanya-%s"),
        "tampak_catatan": has_peran(request.user, peran.FASILITATOR),
    }
    return render(request, TEMPLAT + "pelajaran.html", isi)


def _get_tugas(peserta: Peserta, kunci):
    """The assignment that completes the lesson, if one does."""
    langkah = find_langkah_tugas(peserta.rilis, kunci)
    return get_tugas_tampak(peserta, langkah) if langkah else None


def _get_ruang(request, peserta: Peserta, kunci):
    """The questions under the lesson; ?tanya= calls one for first."""
    cari = read_uuid(request.GET.get("tanya"))
    return get_ruang(peserta, kunci, request.user, lembar=request.GET.get("halaman"), cari=cari)


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
