"""The second step of somebody who lost phone and recovery codes."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from cms.core.jejak.services import record_jejak

from .. import permissions
from ..kunci import Kunci, announce_perubahan
from ..models import User
from . import galat
from .gembok import lock_user


@transaction.atomic
def reset_dua_langkah(*, user: User, actor: User) -> User:
    """Take the second step away; the password stays, and at the next sign-in a new one is set up.

    Recovery codes end with it, and the owner is told. Raises TidakBerwenang, TanpaDuaLangkah.
    """
    user = lock_user(user)
    if not permissions.can_reset_dua_langkah(actor, user):
        raise galat.TidakBerwenang(user.pk)
    if not Authenticator.objects.filter(user=user).delete()[0]:
        raise galat.TanpaDuaLangkah(user.pk)
    jejak = record_jejak(actor, "reset_dua_langkah", user)
    announce_perubahan(user, Kunci.DUA_LANGKAH_DILEPAS, jejak)
    return user
