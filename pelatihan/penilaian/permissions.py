"""Who sees an attempt: who made it, and who may see its learner."""

from django.db.models import Q

from cms.accounts.selectors import has_peran

from ..kursus.pages import KursusPage
from ..kursus.permissions import PEMBUAT
from ..peserta import permissions as peserta
from .models import Percobaan


def own(user):
    """One's own attempts: the only ones one may answer in."""
    if not getattr(user, "is_authenticated", False):
        return Percobaan.objects.none()
    return Percobaan.objects.filter(peserta__anggota__akun=user)


def visible_to(user):
    if not getattr(user, "is_authenticated", False):
        return Percobaan.objects.none()
    terlihat = peserta.visible_to(user).values("pk")
    return Percobaan.objects.filter(
        Q(peserta__anggota__akun=user) | Q(peserta__in=terlihat, selesai_pada__isnull=False)
    )


def can_view_percobaan(user, obj: Percobaan) -> bool:
    return visible_to(user).filter(pk=obj.pk).exists()


def visible_kursus(user):
    """Live courses this account may release: the office all of them, facilitators their own."""
    if not has_peran(user, *PEMBUAT):
        return KursusPage.objects.none()
    if has_peran(user, *peserta.KANTOR):
        return KursusPage.objects.live()
    return KursusPage.objects.live().filter(kunci__in=peserta.get_kursus_diampu(user))


def can_release_kursus(user, obj: KursusPage | None = None) -> bool:
    if obj is None:
        return has_peran(user, *PEMBUAT)
    return visible_kursus(user).filter(pk=obj.pk).exists()
