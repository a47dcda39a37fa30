"""Headers that every answer carries, and the admin's own content policy.

Public, learner and field pages are strict (settings). Wagtail's admin needs inline scripts and
styles. Previews and drafts are shown in a reviewer's session: they stay as strict as the page.
"""

from functools import cached_property

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.conf import settings

KEBIJAKAN = "Content-Security-Policy"
FITUR_DITUTUP = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "display-capture",
    "encrypted-media",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
    "xr-spatial-tracking",
)
IZIN_FITUR = ", ".join(
    ["camera=(self)", "geolocation=(self)", *(f"{nama}=()" for nama in FITUR_DITUTUP)]
)
TAMBAHAN_KANTOR = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "media-src": [SELF],
}


class KebijakanMiddleware(CSPMiddleware):
    """The library's; the policy that nearly every answer carries is put together once."""

    def process_response(self, request, response):
        if settings.DEBUG or any(nama.startswith("_csp") for nama in vars(response)):
            return super().process_response(request, response)
        if getattr(request, "_csp_nonce", None) is None:
            response.headers.setdefault(KEBIJAKAN, self.kebijakan)
            return response
        return super().process_response(request, response)

    @cached_property
    def kebijakan(self) -> str:
        return join_kebijakan(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"])


class PengamanMiddleware:
    """Stands outermost, so that files and errors carry the headers too."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.kantor = build_kebijakan_kantor()

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", IZIN_FITUR)
        response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        if getattr(request, "is_dummy", False):  # Wagtail draws a preview as the page itself
            response.is_pratinjau = True
        elif self._is_kantor(request, response):
            response.headers[KEBIJAKAN] = self.kantor
        return response

    def _is_kantor(self, request, response) -> bool:
        berkebijakan = KEBIJAKAN in response.headers and not hasattr(response, "is_pratinjau")
        return berkebijakan and request.path.startswith("/admin/")


def build_kebijakan_kantor() -> str:
    """The strict policy with what the admin needs on top, as a header."""
    return join_kebijakan({**settings.CONTENT_SECURITY_POLICY["DIRECTIVES"], **TAMBAHAN_KANTOR})


def join_kebijakan(arah: dict) -> str:
    """Directives as a header."""
    return "; ".join(
        nama if nilai is True else f"{nama} {' '.join(map(str, nilai))}"
        for nama, nilai in arah.items()
        if nilai
    )
