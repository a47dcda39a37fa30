"""What allauth asks of the house: limits, where to go, no chatter in cookies, secrets encrypted."""

import base64
import hashlib

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cms.core.asal import get_asal
from cms.core.jejak.services import record_jejak
from cms.settings.tempat import read_or_make_kunci

from .kunci import Kunci, announce_perubahan
from .pembatas import TerlaluSering, check_masuk, forgive_masuk, say_tunggu

# What allauth would write a mail about -> what changed; the password is announced where it is set.
KABAR = {
    "mfa/email/totp_activated": Kunci.DUA_LANGKAH_DIPASANG,
    "mfa/email/totp_deactivated": Kunci.DUA_LANGKAH_DILEPAS,
    "mfa/email/recovery_codes_generated": Kunci.KODE_CADANGAN,
}


class PintuAdapter(DefaultAccountAdapter):
    """Limits are ours (`pembatas`), in the database, so that every process sees them."""

    def pre_authenticate(self, request, **credentials):
        try:
            check_masuk(credentials.get("username", ""), self.get_client_ip(request))
        except TerlaluSering as salah:
            raise ValidationError(say_tunggu(salah), code="terlalu_sering") from salah

    def authenticate(self, request, **credentials):
        user = super().authenticate(request, **credentials)
        if user:
            forgive_masuk(credentials["username"])
        return user

    def validation_error(self, code, *args):
        if code == "username_password_mismatch":
            return ValidationError(
                _("That name and password do not belong together. Please look at both again."),
                code=code,
            )
        return super().validation_error(code, *args)

    def get_client_ip(self, request):
        return get_asal(request)

    def add_message(self, request, level, message_template=None, *args, **kwargs):
        """allauth's messages would need a cookie for people who are not signed in."""

    @transaction.atomic
    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """The second step changed: told through the outbox of the house, not by allauth's mail."""
        if kunci := KABAR.get(template_prefix):
            announce_perubahan(user, kunci, record_jejak(user, f"change_{kunci}", user))

    def is_open_for_signup(self, request):
        return True

    @transaction.atomic
    def set_password(self, user, password):
        super().set_password(user, password)
        announce_perubahan(user, Kunci.SANDI, record_jejak(user, "change_sandi", user))


class DuaLangkahAdapter(DefaultMFAAdapter):
    """Secrets of the second step are encrypted in the database; the QR is drawn by segno."""

    def encrypt(self, text):
        return _get_fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return _get_fernet().decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url):
        return segno.make(url, error="m").svg_inline(scale=5, dark="#000", light="#fff")

    def get_totp_issuer(self):
        return "Guyub"


def _get_fernet() -> Fernet:
    kunci = hashlib.sha256(read_or_make_kunci("dua-langkah").encode()).digest()
    return Fernet(base64.urlsafe_b64encode(kunci))
