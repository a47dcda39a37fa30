"""Printing a quiz for a class and typing in its sheets, on a phone or a keyboard."""

import hashlib
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cms.core.tulisan import format_persen

from ..kelas.views.dasar import halaman, needs_kelas
from . import exports, permissions, selectors, services
from .forms import GALAT, TOLAK, CetakForm, KetikanForm, explain_tolak
from .models import Lembar, LembarPeserta
from .rules import describe_jawaban, list_beda

TEMPLAT = "pelatihan/lembar/"


@halaman("GET", "POST")
@needs_kelas
def list_lembar(request, angkatan) -> HttpResponse:
    """What was printed for a class, and the button that prints."""
    boleh = permissions.can_print_lembar(request.user, angkatan)
    form = CetakForm(request.POST or None)
    if boleh and form.is_valid():
        if cetakan := _print(request, angkatan, form.cleaned_data):
            return redirect("lembar:show_cetakan", cetakan=cetakan)
        return redirect("lembar:list_lembar", kelas=angkatan.uuid)
    milik = permissions.visible_to(request.user).filter(angkatan=angkatan)
    isi = {
        "angkatan": angkatan,
        "kuis": selectors.list_kuis_cetak(angkatan),
        "daftar": selectors.list_cetakan(milik),
        "aktif": angkatan.status == angkatan.Status.AKTIF,
        "boleh": boleh,
        "kunci": uuid4(),
    }
    return render(request, TEMPLAT + "daftar.html", isi)


def _print(request, angkatan, isi: dict) -> UUID | None:
    try:
        return services.print_lembar(
            angkatan=angkatan, kuis_kunci=isi["kuis"], actor=request.user, kunci=isi["kunci"]
        )
    except tuple(TOLAK) as salah:
        messages.error(request, explain_tolak(salah))
    return None


def _get_bentuk(request, cetakan) -> list[Lembar]:
    milik = permissions.visible_to(request.user).filter(cetakan=cetakan)
    if not (bentuk := list(milik.select_related("angkatan").order_by("bentuk"))):
        raise Http404
    return bentuk


@halaman("GET")
def show_cetakan(request, cetakan) -> HttpResponse:
    """The sheets of a print; a code in the address opens its sheet."""
    bentuk = _get_bentuk(request, cetakan)
    milik = permissions.visible_milik(request.user).filter(lembar__in=bentuk)
    kode = request.GET.get("kode", "").strip()
    if kode and (satu := _find_kode(milik, kode)):
        return redirect("lembar:enter_lembar", milik=satu.uuid)
    isi = {
        "cetakan": selectors.list_cetakan(Lembar.objects.filter(cetakan=cetakan))[0],
        "daftar": selectors.list_milik(milik),
        "lain": selectors.list_lain(bentuk[0].angkatan, cetakan),
        "kode": kode[:20],
        "salah": bool(kode),
    }
    return render(request, TEMPLAT + "cetakan.html", isi)


def _find_kode(milik, kode: str) -> LembarPeserta | None:
    """By the code of the sheet, or by its number alone."""
    awal, _tanda, nomor = kode.lower().rpartition("-")
    if not nomor.isascii() or not nomor.isdigit() or len(nomor) > 4 or not awal.isprintable():
        return None
    semua = milik.filter(nomor=int(nomor))
    return (semua.filter(lembar__kode=awal) if awal else semua).first()


@halaman("GET")
def print_lembar(request, cetakan) -> HttpResponse:
    _get_bentuk(request, cetakan)
    return _send(exports.build_lembar(cetakan), "lembar-soal.pdf")


@halaman("GET")
def print_kunci(request, cetakan) -> HttpResponse:
    _get_bentuk(request, cetakan)
    return _send(exports.build_kunci(cetakan), "kunci-jawaban.pdf")


def _send(isi: bytes, nama: str) -> HttpResponse:
    kepala = {"Content-Disposition": f'inline; filename="{nama}"'}
    return HttpResponse(isi, content_type="application/pdf", headers=kepala)


@halaman("GET", "POST")
def enter_lembar(request, milik) -> HttpResponse:
    """Type a sheet, see what was understood, then hand it in."""
    semua = permissions.visible_milik(request.user).select_related(
        "lembar__isi", "lembar__angkatan", "peserta__anggota", "peserta__rilis", "percobaan"
    )
    satu = get_object_or_404(semua.defer("lembar__isi__isi"), uuid=milik)
    form = KetikanForm(request.POST or None, initial={"kunci": uuid4()})
    galat = ""
    if form.is_valid() and request.POST.get("apa") in ("simpan", "titip"):
        galat = _save(request, satu, form.cleaned_data)
        if not galat:
            return redirect("lembar:show_cetakan", cetakan=satu.lembar.cetakan)
    return render(request, TEMPLAT + "isi.html", _build_isi(request, satu, form, galat))


def _build_isi(request, milik: LembarPeserta, form: KetikanForm, galat: str) -> dict:
    """The page: what is typed, what was understood of it, and how it differs from the first typing."""
    pertama = selectors.get_ketikan(milik)
    teks = form.cleaned_data.get("teks", "") if form.is_bound and form.is_valid() else ""
    bacaan = selectors.read_ketikan(milik.lembar, teks) if teks else None
    if milik.percobaan and pertama:
        bacaan = selectors.read_jawaban(milik.lembar, pertama.jawaban)
    orang_lain = pertama and pertama.oleh_id != request.user.pk
    lama = pertama.jawaban if orang_lain and not milik.percobaan_id else None
    return {
        "milik": milik,
        "form": form,
        "galat": galat,
        "bacaan": bacaan,
        "baris": _list_baris(bacaan, lama) if bacaan else [],
        "beda": bool(bacaan and lama is not None and list_beda(lama, bacaan.jawaban)),
        "siap": bool(bacaan and bacaan.is_bersih and bacaan.jawaban),
        "tanda": _hash(teks),
        "pertama": selectors.name_akun(pertama.oleh) if pertama else "",
        "disaksikan": bool(pertama and pertama.cara == pertama.Cara.TANGAN),
        "kedua": bool(orang_lain),
        "percobaan": selectors.list_percobaan(milik),
        "judul_kuis": selectors.get_isi(milik.lembar.isi.sidik)["judul"],
    }


def _list_baris(bacaan, lama: dict | None) -> list[dict]:
    """Every question in words; `pertama` only where another person typed something else."""
    hasil = []
    for satu in bacaan.butir:
        kunci, isi = satu.butir.kunci, lama.get(satu.butir.kunci) if lama is not None else None
        beda = lama is not None and not satu.galat and satu.isi != isi
        hasil.append(
            {
                "terbaca": satu,
                "kunci": kunci,
                "galat": GALAT.get(satu.galat, ""),
                "beda": beda,
                "pertama": describe_jawaban(satu.butir, isi) if isi else [],
            }
        )
    return hasil


def _hash(teks: str) -> str:
    return hashlib.sha256(teks.encode()).hexdigest()[:16]


def _save(request, milik: LembarPeserta, isi: dict) -> str:
    """Hand in what was shown; gives what stands against it, in words."""
    if request.POST.get("tanda") != _hash(isi["teks"]):
        return _("The answers were changed. Please look at them once more, then save.")
    titip = request.POST.get("apa") == "titip"
    try:
        hasil = services.save_ketikan(
            milik=milik,
            teks=isi["teks"],
            actor=request.user,
            kunci=isi["kunci"],
            titip=titip,
            yakin=request.POST.get("yakin") == "1",
        )
    except tuple(TOLAK) as salah:
        return explain_tolak(salah)
    messages.success(request, _tell(hasil))
    return ""


def _tell(milik: LembarPeserta) -> str:
    nama = {"nama": milik.peserta.anggota.nama}
    if milik.percobaan is None:
        return _("%(nama)s: stored. A second person types it again.") % nama
    if milik.percobaan.nilai_bp is None:
        return _("%(nama)s: handed in. The essay waits to be marked.") % nama
    nama["nilai"] = format_persen(milik.percobaan.nilai_bp)
    return _("%(nama)s: handed in, mark %(nilai)s.") % nama
