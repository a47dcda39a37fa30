"""Who sees an attempt: who made it, and who may see its learner."""

from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from cms.accounts import peran
from cms.accounts.models import User
from cms.accounts.selectors import has_peran
from cms.core.kueri import KueriTetap

from ..kursus.models import IsiRilis
from ..kursus.pages import KursusPage
from ..kursus.permissions import PEMBUAT
from ..peserta import permissions as peserta
from .models import NilaiUraian, Percobaan


def own(user):
    """One's own attempts: the only ones one may answer in."""
    if not getattr(user, "is_authenticated", False):
        return Percobaan.objects.none()
    return own_akun(user.pk)


def own_akun(akun: int):
    """The attempts of an account by its key."""
    return Percobaan.objects.filter(peserta__anggota__akun=akun)


def lock_own(user, uuid: UUID) -> Percobaan | None:
    """One's own attempt, locked for the transaction, with its released content named."""
    satu = _MILIK.first(user.pk, uuid)
    if satu:
        satu.isi = IsiRilis(pk=satu.isi_id, sidik=satu.sidik)
    return satu


def _build_milik(akun: int, uuid: UUID):
    kunci = own_akun(akun).filter(uuid=uuid).order_by().select_for_update(of=("self",), no_key=True)
    return kunci.annotate(sidik=F("isi__sidik"))


_MILIK = KueriTetap(
    _build_milik, (User, "id"), (Percobaan, "uuid"), contoh=(-1, UUID("ffffffff" * 4))
)


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


def visible_uraian(user):
    """Attempts with essays that this account marks: of its courses and classes today, never its own."""
    if not has_peran(user, peran.FASILITATOR):
        return Percobaan.objects.none()
    diampu = Q(peserta__kursus_kunci__in=peserta.get_kursus_diampu(user))
    diampu |= Q(peserta__angkatan__in=peserta.get_angkatan_diampu(user))
    dinilai = NilaiUraian.objects.filter(jawaban__percobaan=OuterRef("pk"))
    return Percobaan.objects.filter(
        diampu & (Q(nilai_bp__isnull=True) | Exists(dinilai)),
        selesai_pada__isnull=False,
    ).exclude(peserta__anggota__akun=user)


def can_mark_uraian(user, obj: Percobaan | None = None) -> bool:
    if obj is None:
        return has_peran(user, peran.FASILITATOR)
    return visible_uraian(user).filter(pk=obj.pk).exists()
