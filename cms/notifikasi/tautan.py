"""Addresses inside messages: absolute, and signed where they carry a right.

No GET changes anything: a signed address opens a page with one button.
"""

from django.conf import settings
from django.core import signing
from django.urls import reverse

GARAM_BERHENTI = "notifikasi.berhenti"
GARAM_LANGGANAN = "notifikasi.langganan"
UMUR_LANGGANAN = 3 * 24 * 3600


def make_absolute(path: str) -> str:
    """An address that works outside the site."""
    return path if "://" in path else settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def make_berhenti(saluran: str, alamat: str, jenis: str) -> str:
    """Where a contact switches one kind of message off."""
    token = signing.dumps([saluran, alamat, jenis], salt=GARAM_BERHENTI, compress=True)
    return make_absolute(reverse("notifikasi:unsubscribe", args=[token]))


def read_berhenti(token: str) -> tuple[str, str, str]:
    """(channel, address, kind). Raises signing.BadSignature."""
    saluran, alamat, jenis = signing.loads(token, salt=GARAM_BERHENTI)
    return saluran, alamat, jenis


def make_konfirmasi(uuid) -> str:
    """Where a subscriber confirms; valid for three days."""
    token = signing.dumps(str(uuid), salt=GARAM_LANGGANAN)
    return make_absolute(reverse("notifikasi:confirm_langganan", args=[token]))


def read_konfirmasi(token: str) -> str:
    """The subscription's uuid. Raises signing.BadSignature."""
    return signing.loads(token, salt=GARAM_LANGGANAN, max_age=UMUR_LANGGANAN)
