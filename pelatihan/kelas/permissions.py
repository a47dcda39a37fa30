"""Who leads a class, and who sees it: its facilitators, the course's, and the office."""

from uuid import UUID

from django.db.models import Q

from cms.accounts import peran
from cms.accounts.selectors import has_peran
from cms.komunitas.kartu.permissions import Kelompok
from cms.komunitas.models import Anggota

from ..peserta.models import Angkatan, Peserta
from ..peserta.permissions import KANTOR, get_angkatan_diampu, get_kursus_diampu
from .models import Pertemuan


def visible_to(user):
    """Classes this account leads or keeps."""
    if has_peran(user, *KANTOR):
        return Angkatan.objects.all()
    if not has_peran(user, peran.FASILITATOR):
        return Angkatan.objects.none()
    return Angkatan.objects.filter(
        Q(kursus_kunci__in=get_kursus_diampu(user)) | Q(pk__in=get_angkatan_diampu(user))
    )


def is_fasilitator(user) -> bool:
    """Whether this account judges what learners write; the office only keeps the records."""
    return has_peran(user, peran.FASILITATOR)


def visible_pertemuan(user):
    return Pertemuan.objects.filter(angkatan__in=visible_to(user))


def can_view_angkatan(user, obj: Angkatan | None = None) -> bool:
    """Also to change it: whoever leads a class runs it."""
    if obj is not None:
        return visible_to(user).filter(pk=obj.pk).exists()
    return has_peran(user, peran.FASILITATOR, *KANTOR)


def can_change_angkatan(user, obj: Angkatan | None = None) -> bool:
    return can_view_angkatan(user, obj)


def can_add_angkatan(user, obj=None) -> bool:
    return has_peran(user, *KANTOR) or bool(get_kursus_diampu(user))


def can_add_angkatan_in(user, kursus_kunci: UUID) -> bool:
    return has_peran(user, *KANTOR) or kursus_kunci in get_kursus_diampu(user)


def can_change_pertemuan(user, obj: Pertemuan | None = None) -> bool:
    return can_view_angkatan(user, obj.angkatan if obj else None)


def visible_publik(user):
    """Classes anybody may look at, and those one takes part in, waits for, or is invited to."""
    publik = Q(publik=True)
    if getattr(user, "is_authenticated", False):
        publik |= Q(peserta__anggota__akun=user) | Q(tunggu__anggota__akun=user)
        publik |= Q(permohonan__anggota__akun=user)
        publik |= Q(pk__in=visible_to(user).values("pk"))
    return Angkatan.objects.filter(pk__in=Angkatan.objects.filter(publik).values("pk"))


def list_kelompok(user) -> list[Kelompok]:
    """The open classes whose learners get their cards from this account, the newest first."""
    terbuka = visible_to(user).berjalan().order_by("-dari", "nama", "pk")
    return [Kelompok(satu.uuid, satu.nama, _query_orang(satu)) for satu in terbuka]


def _query_orang(angkatan: Angkatan):
    ikut = angkatan.peserta.exclude(status=Peserta.Status.BERHENTI)
    return Anggota.objects.aktif().filter(pk__in=ikut.values("anggota"))
