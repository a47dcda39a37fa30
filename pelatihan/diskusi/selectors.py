"""Questions and answers as people see them, as frozen values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Case, Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, When
from django.utils.translation import gettext as _

from cms.core import waktu

from ..kursus.models import Rilis
from ..kursus.selectors import list_langkah
from ..peserta.models import Peserta
from . import permissions, rules
from .models import Diskusi, LaporanTulisan, TulisanDiskusi, VersiTulisan

SELEMBAR = 5
JAWABAN_AWAL = 2
JAWABAN_LEMBAR = 20
Sebagai = TulisanDiskusi.Sebagai


@dataclass(frozen=True)
class TulisanTampak:
    """A question or an answer to be shown; withdrawn ones have no words, `boleh_*` are for who looks."""

    uuid: UUID
    teks: str
    nama: str
    guru: bool
    saat: datetime
    dikoreksi: bool
    milik: bool
    ditarik: bool
    disematkan: bool
    disembunyikan: bool
    alasan: str
    potong: bool = False
    boleh_ubah: bool = False
    boleh_tarik: bool = False
    boleh_lapor: bool = False
    boleh_jaga: bool = False
    boleh_semat: bool = False
    laporan: tuple[str, ...] = ()


@dataclass(frozen=True)
class TanyaTampak:
    """A question with the first of its answers, or with a page of them."""

    tanya: TulisanTampak
    jawaban: tuple[TulisanTampak, ...]
    banyak: int
    terjawab: bool

    @property
    def sisa(self) -> int:
        return self.banyak - len(self.jawaban)


@dataclass(frozen=True)
class RuangTampak:
    """The discussion of a lesson as a learner sees it: a page of questions, perhaps one called for first."""

    daftar: tuple[TanyaTampak, ...]
    hal: object
    banyak: int
    ditutup: bool
    alasan: str
    dicari: bool


def name_penulis(satu: TulisanDiskusi) -> str:
    """The display name; an account or person that ended has none any more.

    A learner is named by the person, whom two entries merged into one leave where they are.
    """
    orang = satu.peserta.anggota if satu.peserta else getattr(satu.penulis, "anggota", None)
    akun = (orang and orang.akun) or satu.penulis
    if not akun.is_active or (orang and orang.berakhir_pada):
        guru = satu.sebagai == Sebagai.FASILITATOR
        return str(_("Former facilitator") if guru else _("Former learner"))
    return orang.nama if orang else akun.get_full_name()


def get_penanya(tanya: TulisanDiskusi) -> Peserta:
    """The learner who asked; a constraint says that every question has one."""
    return cast(Peserta, tanya.peserta)


def with_isi(tulisan: QuerySet) -> QuerySet:
    """With the words that count (`teks`, `versi_ke`) and the author, in the same query."""
    versi = VersiTulisan.objects.filter(tulisan=OuterRef("pk")).order_by("-nomor")
    siapa = ("penulis__anggota", "peserta__anggota__akun")
    return tulisan.select_related(*siapa).annotate(
        teks=Subquery(versi.values("teks")[:1]), versi_ke=Subquery(versi.values("nomor")[:1])
    )


def order_jawaban(jawaban: QuerySet) -> QuerySet:
    """The pinned one first, then as they came."""
    semat = Case(When(disematkan_pada__isnull=False, then=0), default=1)
    return jawaban.order_by(semat, "dibuat_pada", "pk")


def with_terjawab(tanya: QuerySet) -> QuerySet:
    """With whether a visible answer is a facilitator's or is pinned."""
    baik = TulisanDiskusi.objects.filter(
        permissions.TAMPAK,
        Q(sebagai=Sebagai.FASILITATOR) | Q(disematkan_pada__isnull=False),
        induk=OuterRef("pk"),
    )
    return tanya.annotate(terjawab=Exists(baik))


def _count_per(tulisan: QuerySet, milik: str) -> Subquery:
    """How many of these there are for each row of the query outside; None for none."""
    return Subquery(tulisan.order_by().values(milik).annotate(n=Count("pk")).values("n"))


def get_ruang(
    peserta: Peserta, pelajaran_kunci: UUID | str, user, *, lembar=1, cari: UUID | None = None
) -> RuangTampak:
    """The questions under a lesson, newest first: three queries, two more with one called for."""
    tampak = permissions.visible_belajar(user, peserta.kursus_kunci)
    hitung = _count_per(tampak.filter(diskusi=OuterRef("pk")), "diskusi")
    ruang = Diskusi.objects.filter(
        kursus_kunci=peserta.kursus_kunci, pelajaran_kunci=pelajaran_kunci
    ).annotate(banyak=hitung)
    diskusi = ruang.first()
    semua = tampak.filter(diskusi=diskusi) if diskusi else TulisanDiskusi.objects.none()
    lembaran = Paginator(semua.order_by("-dibuat_pada", "-pk"), SELEMBAR)
    lembaran.count = (diskusi.banyak or 0) if diskusi else 0
    hal = lembaran.get_page(lembar)
    dicari = list(_show(semua.filter(uuid=cari), user)) if cari else []
    daftar = [s for s in _show(hal.object_list, user) if not dicari or s.tanya.uuid != cari]
    return RuangTampak(
        daftar=(*dicari, *daftar),
        hal=hal,
        banyak=lembaran.count,
        ditutup=bool(diskusi and diskusi.ditutup_pada),
        alasan=diskusi.alasan_tutup if diskusi else "",
        dicari=bool(dicari),
    )


def _show(tanya: Any, user) -> Iterable[TanyaTampak]:
    """Questions, each with the first of its answers: two queries."""
    jawaban = permissions.visible_jawaban(user)
    awal = order_jawaban(with_isi(jawaban))[:JAWABAN_AWAL]
    baris = with_terjawab(with_isi(tanya)).annotate(
        banyak=_count_per(jawaban.filter(induk=OuterRef("pk")), "induk")
    )
    for satu in baris.prefetch_related(Prefetch("jawaban", awal, to_attr="awal")):
        yield TanyaTampak(
            tanya=show_tulisan(satu, user, singkat=True),
            jawaban=tuple(show_tulisan(j, user, singkat=True) for j in satu.awal),
            banyak=satu.banyak or 0,
            terjawab=satu.terjawab,
        )


def show_tulisan(
    satu: Any,
    user,
    *,
    singkat: bool = False,
    jaga: bool = False,
    semat: bool = False,
    berjawab: bool = False,
    laporan: Iterable[LaporanTulisan] = (),
) -> TulisanTampak:
    """One text of `with_isi`; `jaga` and `semat` say whether who looks keeps order and pins here."""
    ditarik, sembunyi = satu.ditarik_pada is not None, satu.disembunyikan_pada is not None
    milik = satu.penulis_id == user.pk
    terbuka = not ditarik and not sembunyi
    teks, potong = rules.petik(satu.teks) if singkat else (satu.teks, False)
    baru = rules.may_correct(satu.dibuat_pada, waktu.sekarang())
    return TulisanTampak(
        uuid=satu.uuid,
        teks="" if ditarik else teks,
        nama=name_penulis(satu),
        guru=satu.sebagai == Sebagai.FASILITATOR,
        saat=satu.dibuat_pada,
        dikoreksi=satu.versi_ke > 1,
        milik=milik,
        ditarik=ditarik,
        disematkan=satu.disematkan_pada is not None,
        disembunyikan=sembunyi,
        alasan=satu.alasan_sembunyi,
        potong=potong and not ditarik,
        boleh_ubah=milik and terbuka and baru and not berjawab and not satu.disematkan_pada,
        boleh_tarik=milik and not ditarik,
        boleh_lapor=terbuka and not milik and not jaga,
        boleh_jaga=jaga and not milik and not ditarik,
        boleh_semat=semat
        and terbuka
        and satu.induk_id is not None
        and not (milik and satu.sebagai == Sebagai.PESERTA),
        laporan=tuple(baris.alasan for baris in laporan),
    )


@dataclass(frozen=True)
class UtasTampak:
    """A whole question with a page of its answers."""

    tanya: TulisanTampak
    jawaban: tuple[TulisanTampak, ...]
    hal: object
    terjawab: bool
    ditutup: bool
    alasan: str

    @property
    def boleh_jawab(self) -> bool:
        return not (self.tanya.ditarik or self.tanya.disembunyikan)


def get_utas(
    tanya: TulisanDiskusi, jawaban: QuerySet, user, *, lembar=1, jaga=False, semat=False
) -> UtasTampak:
    """A question with a page of `jawaban`, for a learner or for who keeps order (`jaga`): five queries."""
    laporan = LaporanTulisan.objects.filter(ditinjau_pada__isnull=True).order_by("pk")
    with_laporan = Prefetch("laporan", laporan, to_attr="terbuka")
    satu = with_terjawab(with_isi(TulisanDiskusi.objects.filter(pk=tanya.pk)))
    satu = satu.select_related("diskusi").prefetch_related(with_laporan).get()
    urut = order_jawaban(with_isi(jawaban.filter(induk=tanya))).prefetch_related(with_laporan)
    hal = Paginator(urut, JAWABAN_LEMBAR).get_page(lembar)

    def show(baris: Any, **lain) -> TulisanTampak:
        buka = baris.terbuka if jaga else ()
        return show_tulisan(baris, user, jaga=jaga, semat=semat, laporan=buka, **lain)

    return UtasTampak(
        tanya=show(satu, berjawab=hal.paginator.count > 0),
        jawaban=tuple(show(baris) for baris in hal),
        hal=hal,
        terjawab=satu.terjawab,
        ditutup=satu.diskusi.ditutup_pada is not None,
        alasan=satu.diskusi.alasan_tutup,
    )


def count_lembar(tanya: TulisanDiskusi, jawaban: QuerySet) -> int:
    """The last page of answers, where a new one stands."""
    banyak = jawaban.filter(induk=tanya).count()
    return max(1, -(-banyak // JAWABAN_LEMBAR))


def get_judul(rilis: Rilis, pelajaran_kunci: UUID) -> str:
    """The title of a lesson in a release; empty where it has none of this key."""
    kunci = str(pelajaran_kunci)
    return next((s.judul for s in list_langkah(rilis) if s.kunci == kunci), "")
