"""The doors for who has no account yet, or no password any more."""

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from cms.accounts.forms import SandiBaruForm
from cms.accounts.kode import KodeSalah, use_kode
from cms.accounts.pembatas import TerlaluSering
from cms.core.asal import get_asal

from . import services
from .forms import DaftarForm, KodeForm, LupaForm


def _sign_in(request, user, tujuan: str):
    """Through allauth, so that the second step is asked where there is one."""
    return perform_login(request, Login(user=user, redirect_url=tujuan))


def _read_tujuan(request) -> str:
    """Where somebody was going when they found the door; only addresses of this house."""
    tujuan = request.POST.get("next", request.GET.get("next", ""))
    if tujuan.startswith("/") and url_has_allowed_host_and_scheme(tujuan, allowed_hosts=None):
        return tujuan
    return ""


def _name_selamat_datang(tujuan: str, *, beri_alamat: bool) -> str:
    """The welcome page, which knows where to go on and whether a phone or e-mail was given."""
    ingat = {"next": tujuan, "alamat": "1" if beri_alamat else ""}
    ekor = urlencode({k: v for k, v in ingat.items() if v})
    return "/akun/selamat-datang/" + (f"?{ekor}" if ekor else "")


def _say_tunggu(form, salah: TerlaluSering) -> None:
    form.add_error(
        None, _("Too many tries from here. Please wait %(menit)s minutes.") % {"menit": salah.menit}
    )


@sensitive_post_parameters("sandi")
@never_cache
def sign_up(request):
    if request.user.is_authenticated:
        return redirect("akun")
    form, tujuan = DaftarForm(request.POST or None), _read_tujuan(request)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        if data.pop("situs"):
            return redirect("account_login")
        try:
            user = services.register_warga(alamat=get_asal(request), **data)
            beri_alamat = bool(data["telepon"] or data["surel"])
            return _sign_in(request, user, _name_selamat_datang(tujuan, beri_alamat=beri_alamat))
        except TerlaluSering as salah:
            _say_tunggu(form, salah)
    return render(request, "account/signup.html", {"form": form, "tujuan": tujuan})


@never_cache
def welcome(request):
    if not request.user.is_authenticated:
        return redirect("account_login")
    tujuan = _read_tujuan(request)
    isi = {"tujuan": tujuan, "ke_kursus": tujuan.startswith(("/belajar/", "/pelatihan/"))}
    isi["beri_alamat"] = "alamat" in request.GET
    return render(request, "account/selamat_datang.html", isi)


@never_cache
def request_sandi(request):
    form = LupaForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.request_sandi(login=form.cleaned_data["login"], alamat=get_asal(request))
            return redirect("sandi_terkirim")
        except TerlaluSering as salah:
            _say_tunggu(form, salah)
    return render(request, "account/sandi_lupa.html", {"form": form})


@never_cache
def sandi_terkirim(request):
    return render(request, "account/sandi_terkirim.html")


@sensitive_post_parameters("sandi")
@never_cache
def set_sandi(request, uuid, token):
    """The page of the letter; opening it changes nothing."""
    try:
        user = services.get_user_of_tautan(uuid=uuid, token=token)
        form = SandiBaruForm(request.POST or None, user=user)
        if request.method == "POST" and form.is_valid():
            sandi = form.cleaned_data["sandi"]
            user = services.set_sandi_by_tautan(uuid=uuid, token=token, sandi=sandi)
            return _sign_in(request, user, "/akun/")
    except services.TautanTidakBerlaku:
        return render(request, "account/sandi_tautan_lama.html", status=410)
    return render(request, "account/sandi_baru.html", {"form": form, "pemilik": user})


@sensitive_post_parameters("sandi", "kode")
@never_cache
def enter_kode(request):
    form = KodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = use_kode(alamat=get_asal(request), **form.cleaned_data)
            return _sign_in(request, user, "/akun/")
        except TerlaluSering as salah:
            _say_tunggu(form, salah)
        except KodeSalah:
            form.add_error(
                "kode",
                _("This code does not open this account. It may be older than an hour or used."),
            )
    return render(request, "account/kode.html", {"form": form})
