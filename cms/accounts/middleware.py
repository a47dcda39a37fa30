"""Roles begin and end at midnight, also for somebody who stays signed in."""

from django.conf import settings

from cms.core import waktu

from .services import sync_groups


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
