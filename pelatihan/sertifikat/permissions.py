"""Who sees completions in the office, and who takes one back."""

from cms.accounts import peran
from cms.accounts.selectors import has_peran

from ..peserta import permissions as peserta
from .models import Sertifikat


def can_view_sertifikat(user, obj: Sertifikat | None = None) -> bool:
    """Whoever sees the learner sees the completion."""
    return peserta.can_view_peserta(user, obj.peserta if obj else None)


def can_revoke_sertifikat(user, obj: Sertifikat | None = None) -> bool:
    """Coordinator and secretary; nobody judges their own."""
    if not has_peran(user, peran.KOORDINATOR, peran.SEKRETARIS):
        return False
    return not (obj and obj.peserta.anggota.akun_id == user.pk)


def visible_to(user):
    return Sertifikat.objects.filter(peserta__in=peserta.visible_to(user).values("pk"))


def can_issue_sertifikat(user, obj=None) -> bool:
    """Issue to a whole class: those who keep the records."""
    return has_peran(user, peran.KOORDINATOR, peran.SEKRETARIS)
