"""Who prints and types sheets: whoever leads the class. Who learns in it does not see its key."""

from ..kelas import permissions as kelas
from ..peserta.models import Angkatan, Peserta
from .models import Lembar, LembarPeserta


def visible_to(user):
    """Sheets of the classes this account leads or keeps, save those it learns in itself."""
    if not getattr(user, "is_authenticated", False):
        return Lembar.objects.none()
    semua = Lembar.objects.filter(angkatan__in=kelas.visible_to(user))
    return semua.exclude(angkatan__in=list_belajar(user).values("angkatan"))


def list_belajar(user):
    """One's own places in classes."""
    ikut = Peserta.objects.filter(anggota__akun=user, angkatan__isnull=False)
    return ikut.exclude(status=Peserta.Status.BERHENTI)


def visible_milik(user):
    """Learners' sheets among them; never one's own."""
    semua = LembarPeserta.objects.filter(lembar__in=visible_to(user))
    return semua.exclude(peserta__anggota__akun=user)


def can_print_lembar(user, obj: Angkatan) -> bool:
    """Who leads the class and does not learn in it."""
    belajar = list_belajar(user).filter(angkatan=obj).exists()
    return kelas.can_view_angkatan(user, obj) and not belajar
