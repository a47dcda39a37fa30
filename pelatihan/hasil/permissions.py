"""Whose results one sees: the classes and courses one leads, all of them in the office."""

from dataclasses import dataclass
from uuid import UUID

from cms.accounts.selectors import has_peran

from ..kelas import permissions as kelas
from ..kursus.models import Rilis
from ..peserta import permissions as peserta
from ..peserta.models import Angkatan


@dataclass(frozen=True)
class Lingkup:
    """Whose results: a class, or everybody in a course."""

    kursus_kunci: UUID
    judul: str
    angkatan: Angkatan | None = None


def can_view_hasil(user) -> bool:
    return peserta.can_view_peserta(user) or kelas.visible_to(user).exists()


def visible_kursus(user) -> dict[UUID, str]:
    """Courses with learners whose results this account may see, by their newest name."""
    semua = Rilis.objects.order_by("nomor")
    if not has_peran(user, *peserta.KANTOR):
        semua = semua.filter(kursus_kunci__in=peserta.get_kursus_diampu(user))
    return dict(semua.values_list("kursus_kunci", "judul"))


def find_lingkup(user, *, kelas_uuid=None, kursus=None) -> Lingkup | None:
    """A class or a course of one's own; None for all others."""
    if kelas_uuid is None:
        judul = visible_kursus(user).get(kursus)
        return Lingkup(kursus, judul) if judul is not None else None
    angkatan = kelas.visible_to(user).filter(uuid=kelas_uuid).first()
    return Lingkup(angkatan.kursus_kunci, angkatan.nama, angkatan) if angkatan else None


def visible_to(user, lingkup: Lingkup):
    """The learners of one of one's classes or courses."""
    milik = peserta.visible_to(user).filter(kursus_kunci=lingkup.kursus_kunci)
    return milik.filter(angkatan=lingkup.angkatan) if lingkup.angkatan else milik
