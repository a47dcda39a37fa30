"""One's own account, and the doors of Wagtail that lead to ours."""

from contextlib import suppress

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.core.antrean.jenis import TerlaluSering as TungguDulu

from . import kartu, kode, peran, permissions, services
from . import perangkat as layanan_perangkat
from .forms import KodeKartuForm, PinForm, UbahAlamatForm
from .middleware import SESI_KARTU
from .pembatas import TerlaluSering, say_tunggu_kartu
from .penerima_kode import find_penerima_kode, list_penerima_kode
from .selectors import has_peran, list_peran
from .services import SudahDipakai


@never_cache
@login_required
def view_akun(request):
    """ "Akun saya": who I am here, what I may do until when, and the keys to the door."""
    return render(
        request,
        "account/akun.html",
        {
            "peran": list_peran(request.user),
            "dua_langkah": is_mfa_enabled(request.user),
            "kantor": has_peran(request.user, *peran.KANTOR),
            "memimpin": has_peran(request.user, peran.FASILITATOR),
            "boleh_kode": permissions.can_issue_kode(request.user),
            "boleh_kartu": permissions.can_issue_kartu(request.user),
        },
    )


@sensitive_post_parameters("sandi")
@never_cache
@login_required
def change_alamat(request):
    """Phone and e-mail. The answer never tells whether another account has an address."""
    form = UbahAlamatForm(request.POST or None, user=request.user)
    if request.method != "POST" or not form.is_valid():
        return render(request, "account/ubah_alamat.html", {"form": form})
    for bidang, nama in (("telepon", "telepon"), ("email", "surel")):
        with suppress(SudahDipakai):
            services.change_alamat(user=request.user, bidang=bidang, nilai=form.cleaned_data[nama])
    kata = _(
        "Taken down. A phone number or e-mail that already belongs to another account stays there."
    )
    messages.success(request, kata)
    return redirect("akun")


@never_cache
def redirect_masuk(request, **_lain):
    """Wagtail's own sign-in, sign-out and password pages give way to the house's."""
    tujuan = request.GET.get("next")
    ekor = f"?{urlencode({'next': tujuan})}" if tujuan else ""
    return HttpResponseRedirect(reverse("account_login") + ekor)


@never_cache
def redirect_keluar(request):
    """The admin's "log out" posts here; opening the address only leads to the question."""
    if request.method == "POST":
        logout(request)
        return redirect(settings.LOGOUT_REDIRECT_URL)
    return redirect("account_logout")


def hide(request, **_lain):
    """What Wagtail would offer and this house does otherwise: roles are dated rows, not groups."""
    raise Http404


@never_cache
@login_required
def issue_kode(request):
    """A one-time code for somebody who stands before the officer; it is shown this once."""
    if not permissions.can_issue_kode(request.user):
        raise Http404
    cari = request.POST.get("cari", request.GET.get("cari", "")).replace("\x00", "")[:80].strip()
    isi = {"cari": cari, "orang": list_penerima_kode(request.user, cari)}
    if request.method == "POST":
        user = find_penerima_kode(request.user, request.POST.get("akun", ""))
        isi |= _try_issue(user, request.user)
    return render(request, "account/beri_kode.html", isi)


def _try_issue(user, actor) -> dict:
    try:
        return {"untuk": user, "kode": kode.issue_kode(user=user, actor=actor)}
    except TerlaluSering as salah:
        return {"tunggu": salah.menit}


# -- devices -----------------------------------------------------------------------------------
@never_cache
@login_required
@require_safe
def list_perangkat(request):
    """The devices on which this account's entries wait, each with a button that ends it."""
    semua = request.user.perangkat.order_by("ditarik_pada", "-dilihat_pada")[:50]
    return render(request, "account/perangkat.html", {"daftar": semua})


@never_cache
@login_required
@require_POST
def bind_perangkat(request):
    """Called by the queue while its owner is signed in: a secret for this device.

    The page says whose it is: an old one of somebody else gets nothing.
    """
    if request.headers.get("Guyub-Pemilik") != str(request.user.uuid):
        return JsonResponse({"alasan": "bukan-milik"}, status=409)
    try:
        perangkat, rahasia = layanan_perangkat.bind_perangkat(
            user=request.user, peramban=request.headers.get("User-Agent", "")
        )
    except TungguDulu as salah:
        kepala = {"Retry-After": str(salah.detik)}
        return JsonResponse({"alasan": "tunggu"}, status=429, headers=kepala)
    return JsonResponse({"perangkat": str(perangkat.uuid), "rahasia": rahasia})


@never_cache
@login_required
@require_POST
def withdraw_perangkat(request, perangkat):
    satu = get_object_or_404(request.user.perangkat, uuid=perangkat)
    with suppress(layanan_perangkat.SudahDitarik):
        layanan_perangkat.withdraw_perangkat(perangkat=satu, actor=request.user)
    messages.success(request, _("The device is withdrawn. What it still sends waits for review."))
    return redirect("list_perangkat")


# -- member cards ------------------------------------------------------------------------------
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_kartu(request):
    """Where somebody with a card begins; who is in by a card sees whose session it is."""
    form = KodeKartuForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _lead_kartu(request, kartu.clean_kode(form.cleaned_data["kode"]), form)
    jawaban = render(request, "account/kartu.html", {"form": form})
    if not request.user.is_authenticated:
        jawaban["Guyub-Lupakan"] = "1"  # the service worker drops the pages it kept
    return jawaban


def _lead_kartu(request, kode: str, form):
    try:
        kartu.find_kartu(kode)
    except kartu.KartuTidakBerlaku:
        form.add_error("kode", _("No card has this code. Please look at the card again."))
        return render(request, "account/kartu.html", {"form": form})
    return redirect("kartu_pin", kode=kode)


@sensitive_post_parameters("pin")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter_kartu(request, kode):
    """The PIN of a card, then a short session. The page does not say whose card it is."""
    form = PinForm(request.POST or None)
    try:
        satu = kartu.find_kartu(kode)
        if request.method == "POST" and form.is_valid() and _try_pin(request, kode, form):
            return redirect("/belajar/")
    except kartu.KartuTidakBerlaku:
        return render(request, "account/kartu_mati.html", status=404)
    return render(request, "account/kartu_pin.html", {"form": form, "tanpa_pin": not satu.pin})


def _try_pin(request, kode: str, form) -> bool:
    try:
        satu = kartu.enter_kartu(kode=kode, pin=form.cleaned_data["pin"])
    except kartu.PinSalah:
        form.add_error("pin", _("This is not the PIN of this card. Please try again."))
    except kartu.PinBelumAda:
        form.add_error("pin", _("This card has no PIN yet. Ask the facilitator to set one."))
    except TerlaluSering as salah:
        form.add_error("pin", say_tunggu_kartu(salah))
    else:
        _open_sesi(request, satu)
        return True
    return False


def _open_sesi(request, satu) -> None:
    """Nothing of who used this browser before goes along."""
    _forget_sesi(request)
    login(request, satu.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[SESI_KARTU] = kartu.make_sesi(satu)
    request.session.set_expiry(int(kartu.DIAM.total_seconds()))


def _forget_sesi(request) -> None:
    for _pesan in messages.get_messages(request):
        pass  # what was meant for the one before is not shown to the next
    logout(request)


@never_cache
@require_POST
def leave_kartu(request):
    """“Ganti peserta”: the session ends, the page for the next card follows."""
    if request.session.get(SESI_KARTU):
        _forget_sesi(request)
    return redirect("kartu")


@never_cache
@require_safe
def resolve_kartu(request, kode):
    """/cek/k-…: the scanned card leads to its PIN."""
    return redirect("kartu_pin", kode=kode)
