"""The facilitator's desk: what waits to be read, in lists."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from cms.core.tugas import Tugas

from ..kursus.selectors import get_isi
from . import permissions, rules
from .models import Kumpulan, NilaiTugas

BANYAK_TUGAS = 5


def list_menunggu(kumpulan: QuerySet) -> QuerySet:
    """Among these, the newest versions nobody has read, of assignments not accepted; the oldest first."""
    lain = Kumpulan.objects.filter(peserta=OuterRef("peserta"), tugas_kunci=OuterRef("tugas_kunci"))
    lebih = NilaiTugas.objects.filter(kumpulan=OuterRef("kumpulan"), pk__gt=OuterRef("pk"))
    diterima = NilaiTugas.objects.filter(
        ~Exists(lebih),
        kumpulan__peserta=OuterRef("peserta"),
        kumpulan__tugas_kunci=OuterRef("tugas_kunci"),
        putusan=rules.DITERIMA,
    )
    return kumpulan.filter(
        ~Exists(NilaiTugas.objects.filter(kumpulan=OuterRef("pk"))),
        ~Exists(lain.filter(nomor__gt=OuterRef("nomor"))),
        ~Exists(diterima),
    ).order_by("dikumpulkan_pada", "pk")


def list_baris(kumpulan: QuerySet) -> QuerySet:
    """What a line of a list shows, without the weight of releases."""
    return (
        kumpulan.select_related("peserta__anggota", "peserta__angkatan", "rilis", "isi")
        .defer("rilis__susunan", "isi__isi")
        .prefetch_related(Prefetch("nilai", NilaiTugas.objects.order_by("id")))
    )


@dataclass(frozen=True)
class BarisTugas:
    """One line of the facilitator's list."""

    url: str
    nama: str
    judul: str
    kelas: str
    nomor: int
    saat: datetime
    putusan: str | None
    jumlah: str


def show_baris(satu: Kumpulan) -> BarisTugas:
    nilai = list(satu.nilai.all())[-1:]
    angkatan = satu.peserta.angkatan
    return BarisTugas(
        url=reverse("tugas:mark_tugas", args=[satu.uuid]),
        nama=satu.peserta.anggota.nama,
        judul=get_isi(satu.isi.sidik)["judul"],
        kelas=angkatan.nama if angkatan else satu.rilis.judul,
        nomor=satu.nomor,
        saat=satu.dikumpulkan_pada,
        putusan=nilai[0].putusan if nilai else None,
        jumlah=rules.format_poin(nilai[0].jumlah) if nilai else "",
    )


def get_tugas(user) -> list[Tugas]:
    """Assignments that wait for this account, the oldest first, up to five, then the list."""
    menunggu = list_menunggu(permissions.visible_to(user))
    urut = [show_baris(satu) for satu in list_baris(menunggu)[: BANYAK_TUGAS + 1]]
    tugas = [
        Tugas(
            gettext("Read the assignment of %(nama)s") % {"nama": satu.nama},
            satu.judul,
            satu.url,
            gettext("Read and judge"),
            satu.saat,
        )
        for satu in urut[:BANYAK_TUGAS]
    ]
    if len(urut) <= BANYAK_TUGAS:
        return tugas
    semua = Tugas(
        gettext("%(n)d assignments wait to be read") % {"n": menunggu.count()},
        gettext("The oldest stand above."),
        reverse("tugas:list_tugas"),
        gettext("All that waits"),
    )
    return [*tugas, semua]
