"""The facilitator's desk: questions that wait, texts that were reported, in lists."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from cms.core.tugas import Tugas

from . import permissions, rules, selectors
from .models import LaporanTulisan


def list_menunggu(tanya: QuerySet) -> QuerySet:
    """Among these, open questions that no facilitator answered and no pin settles; the oldest first."""
    buka = selectors.with_terjawab(tanya.filter(permissions.TAMPAK))
    return buka.filter(terjawab=False).order_by("dibuat_pada", "pk")


def list_dilaporkan(tanya: QuerySet, user) -> QuerySet:
    """Among these, questions with a report nobody has looked at, on them or on an answer; what the author
    has withdrawn needs no look, and nobody judges reports of their own words."""
    buka = LaporanTulisan.objects.filter(
        ditinjau_pada__isnull=True, tulisan__ditarik_pada__isnull=True
    ).exclude(tulisan__penulis=user)
    lapor = buka.filter(Q(tulisan=OuterRef("pk")) | Q(tulisan__induk=OuterRef("pk")))
    return tanya.filter(Exists(lapor)).order_by("dibuat_pada", "pk")


def count_menunggu(user) -> int | None:
    """How many questions wait for this account; None for who has no such desk."""
    if not permissions.can_view_diskusi(user):
        return None
    return list_menunggu(permissions.visible_to(user)).count()


@dataclass(frozen=True)
class BarisTanya:
    """One line of the facilitator's list."""

    url: str
    nama: str
    teks: str
    judul: str
    kelas: str
    saat: datetime
    banyak: int
    terjawab: bool


def list_baris(tanya: QuerySet) -> QuerySet:
    """What a line shows, in one query."""
    baris = selectors.with_terjawab(selectors.with_isi(tanya))
    tampak = Count("jawaban", filter=Q(jawaban__ditarik_pada__isnull=True))
    return baris.select_related("diskusi", "peserta__rilis", "peserta__angkatan").annotate(
        banyak=tampak
    )


def show_baris(satu: Any) -> BarisTanya:
    angkatan = satu.peserta.angkatan
    return BarisTanya(
        url=reverse("diskusi:open_tanya", args=[satu.uuid]),
        nama=selectors.name_penulis(satu),
        teks=rules.petik(satu.teks)[0] if not satu.ditarik_pada else "",
        judul=selectors.get_judul(satu.peserta.rilis, satu.diskusi.pelajaran_kunci),
        kelas=angkatan.nama if angkatan else satu.peserta.rilis.judul,
        saat=satu.dibuat_pada,
        banyak=satu.banyak,
        terjawab=satu.terjawab,
    )


def get_tugas(user) -> list[Tugas]:
    """Questions and reports that wait for this account; two short lines however many they are."""
    if not permissions.can_view_diskusi(user):
        return []
    tanya = list(
        list_menunggu(permissions.visible_ampu(user)).values_list("dibuat_pada", flat=True)
    )
    lapor = list(
        list_dilaporkan(permissions.visible_to(user), user).values_list("dibuat_pada", flat=True)
    )
    return [*_make_tanya(tanya), *_make_lapor(lapor)]


def _make_tanya(saat: list[datetime]) -> list[Tugas]:
    if not saat:
        return []
    n = len(saat)
    kata = ngettext("%(n)d question waits", "%(n)d questions wait", n) % {"n": n}
    alamat = reverse("diskusi:list_tanya")
    return [
        Tugas(
            kata,
            gettext("Under the lessons of your courses and classes"),
            alamat,
            gettext("Read and answer"),
            saat[0],
        )
    ]


def _make_lapor(saat: list[datetime]) -> list[Tugas]:
    if not saat:
        return []
    n = len(saat)
    kata = ngettext("%(n)d reported text", "%(n)d reported texts", n) % {"n": n}
    alamat = reverse("diskusi:list_tanya") + "?saring=dilaporkan"
    return [
        Tugas(
            kata,
            gettext("A learner thinks it does not belong there"),
            alamat,
            gettext("Look at it"),
            saat[0],
        )
    ]
