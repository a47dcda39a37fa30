"""Who hands in, who reads and judges: the learner, and the facilitators of the course or class today."""

from django.db.models import Q

from cms.accounts import peran
from cms.accounts.selectors import has_peran
from cms.komunitas.models import BerkasWarga

from ..peserta import permissions as peserta
from ..peserta.models import Peserta
from .models import Kumpulan


def visible_peserta(user):
    """Learners whose assignments this account judges: of its courses and classes today, never itself."""
    if not has_peran(user, peran.FASILITATOR):
        return Peserta.objects.none()
    diampu = Q(kursus_kunci__in=peserta.get_kursus_diampu(user))
    diampu |= Q(angkatan__in=peserta.get_angkatan_diampu(user))
    return Peserta.objects.filter(diampu).exclude(anggota__akun=user)


def visible_to(user):
    """Versions this account judges."""
    return Kumpulan.objects.filter(peserta__in=visible_peserta(user).values("pk"))


def can_mark_tugas(user, obj: Kumpulan | None = None) -> bool:
    if obj is None:
        return has_peran(user, peran.FASILITATOR)
    return visible_to(user).filter(pk=obj.pk).exists()


def can_view_berkas(user, obj: BerkasWarga) -> bool:
    """A file that was handed in is open to who judges it."""
    return visible_to(user).filter(lampiran__berkas=obj).exists()
