"""What holds for whoever is signed in: roles end at midnight, some need a second step."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from cms.core import waktu

from .kartu import refresh_sesi
from .peran import WAJIB_MFA
from .selectors import has_peran
from .services import sync_groups

SESI_KARTU = "kartu"


class PeranMiddleware:
    """At the first request of a day the account's groups are computed anew from its dated roles."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if self._is_stale(request):
            sync_groups(request.user)
        return self.get_response(request)

    def _is_stale(self, request) -> bool:
        return (
            settings.SESSION_COOKIE_NAME in request.COOKIES
            and request.user.is_authenticated
            and request.user.peran_dihitung_pada != waktu.hari_ini()
        )


class DuaLangkahMiddleware:
    """Who touches money or people's data signs in with a second step, where settings demand it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.GUYUB_MFA_WAJIB and self._is_missing(request):
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _is_missing(self, request) -> bool:
        if request.path.startswith(("/akun/", "/static/", "/media/")):
            return False
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return False
        user = request.user
        return (
            user.is_authenticated
            and (user.is_superuser or has_peran(user, *WAJIB_MFA))
            and not is_mfa_enabled(user)
        )


class KantorMiddleware:
    """Who is signed in without an office is told so under /akun/, wherever in /admin/ they knock.

    Wagtail would send them to sign in, and the door would send them back.
    """

    TERBUKA = ("/admin/login/", "/admin/logout/", "/admin/password_reset/")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        if not request.path.startswith("/admin/") or request.path.startswith(self.TERBUKA):
            return None
        user = request.user
        if not user.is_authenticated or user.has_perm("wagtailadmin.access_admin"):
            return None
        kata = _(
            "This page is for officers. Your account is still there to learn and to get messages."
        )
        messages.info(request, kata)
        return redirect("akun")


class KartuMiddleware:
    """A session opened by a card is for learning: it ends soon, and the other rooms stay shut.

    `request.kartu` says that it is one.
    """

    TERBUKA = (
        "/belajar/",
        "/akun/kartu/",
        "/akun/keluar/",
        "/akun/perangkat/ikat/",
        "/lapangan/antrean/",
        "/lapangan/luring/",
        "/cek/",
        "/static/",
    )
    TERTUTUP = ("/admin/", "/akun/", "/lapangan/", "/api/", "/j/")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.kartu = False
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SESI_KARTU in request.session:
            return self._guard(request)
        return self.get_response(request)

    def _guard(self, request):
        lama = request.session[SESI_KARTU]
        baru = refresh_sesi(lama)
        if baru is None:
            logout(request)
            jawaban = redirect("kartu")
            jawaban.delete_cookie("messages")  # what was meant for the one before
            return jawaban
        if baru != lama:
            request.session[SESI_KARTU] = baru
        request.kartu = True
        return self.get_response(request) if self._is_open(request) else redirect("kartu")

    def _is_open(self, request) -> bool:
        if request.path.startswith(self.TERBUKA):
            return True
        return request.method in ("GET", "HEAD") and not request.path.startswith(self.TERTUTUP)
