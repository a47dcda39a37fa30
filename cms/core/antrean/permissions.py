"""Who reviews what came too late or collided: the kind of the entry says."""

from django.db.models import Q

from .jenis import get_jenis, list_jenis
from .models import EntriTinjau


def visible_to(user):
    """Entries this officer may settle; nobody sees their own here."""
    if not getattr(user, "is_authenticated", False):
        return EntriTinjau.objects.none()
    boleh = Q(pk__in=[])
    for jenis in list_jenis():
        lingkup = jenis.lihat(user)
        if lingkup is True:
            boleh |= Q(jenis=jenis.kode)
        elif lingkup:
            boleh |= Q(jenis=jenis.kode, lingkup__in=list(lingkup))
    return EntriTinjau.objects.filter(boleh).exclude(akun=user)


def can_view_tinjau(user, obj: EntriTinjau | None = None) -> bool:
    if not getattr(user, "is_authenticated", False):
        return False
    if obj is not None:
        return visible_to(user).filter(pk=obj.pk).exists()
    return any(bool(jenis.lihat(user)) for jenis in list_jenis())


def can_settle_tinjau(user, obj: EntriTinjau) -> bool:
    return not obj.keputusan and can_view_tinjau(user, obj)


def can_apply_tinjau(obj: EntriTinjau) -> bool:
    jenis = get_jenis(obj.jenis)
    return bool(jenis and jenis.terapkan)
