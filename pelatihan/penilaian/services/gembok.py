"""Locking an attempt. Order of locks: attempt, then its learner, then the numbers of certificates.

Nobody changes keys, so rows that point to what is locked are added without waiting (`no_key`).
"""

from uuid import UUID

from django.db.models import QuerySet

from cms.accounts.models import User
from cms.core.kueri import KueriTetap

from ..models import Percobaan
from ..permissions import own_akun


def with_gembok(semua: QuerySet[Percobaan]) -> QuerySet[Percobaan]:
    """These attempts locked, with all that marking and telling need and none of the heavy content."""
    kunci = semua.order_by().select_for_update(of=("self",), no_key=True)
    return kunci.select_related("isi", "peserta__anggota__akun", "peserta__rilis").defer("isi__isi")


def lock_percobaan(percobaan: Percobaan) -> Percobaan:
    """The attempt, locked and read anew."""
    return with_gembok(Percobaan.objects.all()).get(pk=percobaan.pk)


def lock_milik(user, uuid: UUID) -> Percobaan | None:
    """One's own attempt, locked; None where one has no such attempt."""
    return _MILIK.first(user.pk, uuid)


_MILIK = KueriTetap(
    lambda akun, uuid: with_gembok(own_akun(akun).filter(uuid=uuid)),
    (User, "id"),
    (Percobaan, "uuid"),
    contoh=(-1, UUID("ffffffff" * 4)),
)
