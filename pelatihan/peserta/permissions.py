"""Who sees and enrols learners: oneself, the course's facilitators, and the office that keeps the records."""

from uuid import UUID

from django.db.models import Q

from cms.accounts import peran
from cms.accounts.selectors import has_peran
from cms.core import waktu

from .models import Pengampu, Peserta

KANTOR = (peran.KOORDINATOR, peran.SEKRETARIS)


def get_kursus_diampu(user) -> list[UUID]:
    """Keys of the courses this account facilitates today; needs the role as well as the row."""
    umum = _list_mengampu(user).filter(angkatan__isnull=True)
    return list(umum.values_list("kursus_kunci", flat=True))


def get_angkatan_diampu(user) -> list[int]:
    """Classes this account facilitates today by a row of its own, not through the course."""
    satuan = _list_mengampu(user).filter(angkatan__isnull=False)
    return list(satuan.values_list("angkatan_id", flat=True))


def _list_mengampu(user):
    if not has_peran(user, peran.FASILITATOR):
        return Pengampu.objects.none()
    hari = waktu.hari_ini()
    berlaku = Q(sampai__isnull=True) | Q(sampai__gte=hari)
    return Pengampu.objects.filter(berlaku, anggota__akun=user, dari__lte=hari)


def own(user):
    """One's own courses."""
    if not getattr(user, "is_authenticated", False):
        return Peserta.objects.none()
    return Peserta.objects.filter(anggota__akun=user)


def is_ikut(user, kursus_kunci) -> bool:
    """Whether this account takes part in the course."""
    if not getattr(user, "is_authenticated", False):
        return False
    ikut = own(user).filter(kursus_kunci=kursus_kunci)
    return ikut.exclude(status=Peserta.Status.BERHENTI).exists()


def visible_to(user):
    """Learners whose progress this account may see in the office."""
    if has_peran(user, *KANTOR):
        return Peserta.objects.all()
    return Peserta.objects.filter(
        Q(kursus_kunci__in=get_kursus_diampu(user)) | Q(angkatan__in=get_angkatan_diampu(user))
    )


def can_view_peserta(user, obj: Peserta | None = None) -> bool:
    if has_peran(user, *KANTOR):
        return True
    diampu, kelas = get_kursus_diampu(user), get_angkatan_diampu(user)
    if obj is None:
        return bool(diampu or kelas)
    return obj.kursus_kunci in diampu or obj.angkatan_id in kelas


def can_add_peserta(user, obj=None) -> bool:
    """Enrol somebody into a course, for which a class of it alone is not enough."""
    return has_peran(user, *KANTOR) or bool(get_kursus_diampu(user))


def can_add_peserta_in(user, kursus_kunci: UUID) -> bool:
    return has_peran(user, *KANTOR) or kursus_kunci in get_kursus_diampu(user)


def can_change_pengampu(user, obj: Pengampu | None = None) -> bool:
    return has_peran(user, peran.ADMIN, *KANTOR)


def visible_pengampu(user):
    return Pengampu.objects.all() if can_change_pengampu(user) else Pengampu.objects.none()
