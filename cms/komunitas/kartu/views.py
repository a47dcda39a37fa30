"""Cards under /lapangan/kartu/: find somebody, make a card, set the PIN, print, renew, withdraw."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cms.accounts import kartu as akun_kartu
from cms.accounts.services import AlasanKosong

from . import permissions, selectors, services
from .exports import build_kartu
from .forms import AlasanKartuForm, AturPinForm
from .selectors import BarisKartu

TEMPLAT = "komunitas/kartu/"


def petugas(*cara: str):
    """A page for who may make cards; for everybody else it is not there."""

    def bungkus(view):
        @wraps(view)
        def jaga(request, *args, **kwargs):
            if not permissions.can_issue_kartu(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return never_cache(login_required(require_http_methods(["HEAD", *cara])(jaga)))

    return bungkus


@petugas("GET")
def list_kartu(request) -> HttpResponse:
    """One's groups, and a search by name."""
    cari = request.GET.get("cari", "").replace("\x00", "")[:80].strip()
    isi = {
        "cari": cari,
        "orang": selectors.list_cari(request.user, cari),
        "kelompok": permissions.list_kelompok(request.user),
    }
    return render(request, TEMPLAT + "daftar.html", isi)


@petugas("GET", "POST")
def show_kelompok(request, kelompok) -> HttpResponse:
    """Everybody of a group with their card; the button makes all that are missing."""
    satu = _find_kelompok(request, kelompok)
    baris = selectors.list_kelompok_baris(request.user, satu)
    if request.method == "POST":
        orang = [b.anggota for b in baris if b.boleh]
        jumlah = services.issue_semua(orang=orang, actor=request.user)
        messages.success(request, _("Cards made: %(n)s. Print them now.") % {"n": jumlah})
        return redirect("lapangan_kartu:show_kelompok", kelompok=kelompok)
    isi = {
        "kelompok": satu,
        "baris": baris,
        "berkartu": sum(bool(b.boleh and b.kartu) for b in baris),
        "kurang": sum(bool(b.boleh and not b.kartu) for b in baris),
    }
    return render(request, TEMPLAT + "kelompok.html", isi)


@petugas("GET")
def print_kelompok(request, kelompok) -> HttpResponse:
    satu = _find_kelompok(request, kelompok)
    return _print(selectors.list_kelompok_baris(request.user, satu), satu.judul)


@petugas("GET")
def print_orang(request, orang) -> HttpResponse:
    baris = _find_orang(request, orang)
    return _print([baris], baris.anggota.nama)


def _print(baris: list[BarisKartu], judul: str) -> HttpResponse:
    """Without a card there is nothing to print."""
    if not any(b.boleh and b.kartu for b in baris):
        raise Http404
    kepala = {"Content-Disposition": 'inline; filename="kartu.pdf"'}
    return HttpResponse(build_kartu(baris, judul), content_type="application/pdf", headers=kepala)


@sensitive_post_parameters("pin")
@petugas("GET", "POST")
def show_orang(request, orang) -> HttpResponse:
    """One person's card with everything that can be done to it."""
    baris = _find_orang(request, orang)
    pin, alasan = AturPinForm(), AlasanKartuForm(initial=_get_awal(baris))
    if request.method == "POST":
        apa = request.POST.get("apa", "")
        if apa == "buat":
            services.issue_kartu(anggota=baris.anggota, actor=request.user)
            messages.success(request, _("The card is made. Now the owner chooses a PIN."))
            return redirect("lapangan_kartu:show_orang", orang=orang)
        if apa == "pin":
            pin = AturPinForm(request.POST)
            selesai = pin.is_valid() and _set_pin(request, baris, pin)
        else:
            alasan = AlasanKartuForm(request.POST)
            selesai = alasan.is_valid() and _end(request, baris, alasan, apa)
        if selesai:
            return redirect("lapangan_kartu:show_orang", orang=orang)
    isi = {"baris": baris, "pin": pin, "alasan": alasan}
    return render(request, TEMPLAT + "orang.html", isi)


def _get_awal(baris: BarisKartu) -> dict:
    return {"kartu": baris.kartu.uuid if baris.kartu else None}


def _set_pin(request, baris: BarisKartu, form: AturPinForm) -> bool:
    try:
        services.set_pin(anggota=baris.anggota, pin=form.cleaned_data["pin"], actor=request.user)
    except akun_kartu.PinTidakSah:
        form.add_error("pin", _("A PIN has six digits."))
    except akun_kartu.PinLemah:
        form.add_error("pin", _("This PIN is too easy to guess. Please choose another."))
    except akun_kartu.TanpaKartu:
        form.add_error("pin", _("There is no card yet. Make the card first."))
    else:
        messages.success(request, _("The PIN is set. It works at once."))
        return True
    return False


def _end(request, baris: BarisKartu, form: AlasanKartuForm, apa: str) -> bool:
    """Renew or withdraw the card that the page showed; pressed twice it does so once."""
    kartu = get_object_or_404(
        akun_kartu.Kartu, uuid=form.cleaned_data["kartu"], user_id=baris.anggota.akun_id
    )
    isi = {"anggota": baris.anggota, "kartu": kartu, "alasan": form.cleaned_data["alasan"]}
    try:
        if apa == "ganti":
            services.replace_kartu(**isi, actor=request.user)
            kata = _("The old card opens nothing any more. Print the new one and set its PIN.")
        else:
            services.withdraw_kartu(**isi, actor=request.user)
            kata = _("The card is withdrawn. It opens nothing any more.")
    except AlasanKosong:
        form.add_error("alasan", _("Please write why."))
        return False
    messages.success(request, kata)
    return True


def _find_kelompok(request, uuid) -> permissions.Kelompok:
    satu = selectors.find_kelompok(request.user, uuid)
    if satu is None:
        raise Http404
    return satu


def _find_orang(request, uuid) -> BarisKartu:
    baris = selectors.find_orang(request.user, uuid)
    if baris is None:
        raise Http404
    return baris
