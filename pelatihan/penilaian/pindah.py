"""Moving learners to the newest release: whose progress would change and how, then doing it once.

Steps keep their keys from release to release, so what was read or passed stays. Who has a quiz running, or
anything else that belongs to their release (`register_penahan`), finishes on it and may be moved later.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core.jejak.services import record_jejak
from cms.komunitas.selectors import get_penerima
from cms.notifikasi.services import queue_pesan

from ..kursus import alur
from ..kursus.alur import LangkahRilis
from ..kursus.models import Rilis
from ..kursus.selectors import get_rilis_terbaru, list_langkah
from ..peserta.models import Peserta
from ..peserta.selectors import list_selesai
from ..peserta.services import list_turunan, switch_rilis
from .models import Percobaan

JENIS = "rilis_baru"
Penahan = Callable[[Collection[int]], set[int]]
_penahan: dict[str, Penahan] = {}


def register_penahan(kode: str, penahan: Penahan) -> None:
    """`penahan(pks)` gives those learners who still need the release they learn by."""
    _penahan[kode] = penahan


@dataclass(frozen=True)
class Pindahan:
    """What moving does to one learner; `baru` and `lepas` are titles of steps."""

    peserta: Peserta
    nomor: int
    selesai_dari: int
    dari: int
    selesai_ke: int
    ke: int
    baru: tuple[str, ...]
    lepas: tuple[str, ...]
    tertahan: bool

    @property
    def berubah(self) -> bool:
        sama = (self.selesai_dari, self.dari) == (self.selesai_ke, self.ke)
        return bool(self.baru or self.lepas) or not sama

    @property
    def tamat(self) -> bool:
        """Whether nothing is left to do of the newer release."""
        return self.selesai_ke == self.ke > 0


def list_tertinggal(kursus_kunci: UUID) -> QuerySet:
    """Learners of today whose release is not the newest."""
    semua = Peserta.objects.filter(kursus_kunci=kursus_kunci, status=Peserta.Status.AKTIF)
    terbaru = get_rilis_terbaru(kursus_kunci)
    return semua.filter(rilis__nomor__lt=terbaru.nomor) if terbaru else semua.none()


def preview_pindah(kursus_kunci: UUID) -> list[Pindahan]:
    """Everybody on an older release, by name; the number of queries does not grow with them, but for
    those whose earlier events may complete a step that is new to them."""
    terbaru = get_rilis_terbaru(kursus_kunci)
    semua = list_tertinggal(kursus_kunci).select_related("anggota", "angkatan")
    orang = list(semua.prefetch_related("kemajuan").order_by("anggota__nama", "pk"))
    if terbaru is None or not orang:
        return []
    lama = {r.pk: r for r in Rilis.objects.filter(pk__in={p.rilis_id for p in orang})}
    tertahan = list_tertahan({p.pk for p in orang})
    lulus = _list_lulus(orang)
    langkah = {pk: list_langkah(rilis) for pk, rilis in lama.items()}
    kini = list_langkah(terbaru)
    hasil = []
    for satu in orang:
        dulu = langkah[satu.rilis_id]
        nomor = lama[satu.rilis_id].nomor
        selesai = list_selesai(satu)
        mungkin = alur.list_mungkin(dulu, kini) - selesai
        satu.rilis = terbaru
        tambah = _list_tambah(satu, mungkin, lulus.get(satu.pk, set()), kini)
        hasil.append(_compare(satu, nomor, dulu, kini, selesai, tambah, satu.pk in tertahan))
    return hasil


def _compare(
    peserta: Peserta,
    nomor: int,
    dulu: list[LangkahRilis],
    kini: list[LangkahRilis],
    selesai: set[str],
    tambah: set[str],
    tertahan: bool,
) -> Pindahan:
    lama, baru = {s.kunci: s.judul for s in dulu}, {s.kunci: s.judul for s in kini}
    nanti = selesai | tambah
    return Pindahan(
        peserta=peserta,
        nomor=nomor,
        selesai_dari=len(selesai & set(lama)),
        dari=len(lama),
        selesai_ke=len(nanti & set(baru)),
        ke=len(baru),
        baru=tuple(j for k, j in baru.items() if k not in lama and k not in nanti),
        lepas=tuple(j for k, j in lama.items() if k in selesai and k not in baru),
        tertahan=tertahan,
    )


def list_tertahan(pk: Collection[int]) -> set[int]:
    """Those among these learners who have something running on their release."""
    jalan = Percobaan.objects.filter(peserta__in=pk, selesai_pada__isnull=True)
    hasil = set(jalan.values_list("peserta", flat=True))
    return hasil.union(*(penahan(pk) for penahan in _penahan.values()))


def _list_lulus(orang: Iterable[Peserta]) -> dict[int, set[str]]:
    """Keys of the quizzes that each has passed once."""
    hasil: dict[int, set[str]] = {}
    lulus = Percobaan.objects.filter(peserta__in=[p.pk for p in orang], lulus=True)
    for pk, kunci in lulus.values_list("peserta", "kuis_kunci"):
        hasil.setdefault(pk, set()).add(str(kunci))
    return hasil


def _list_tambah(
    peserta: Peserta, mungkin: set[str], lulus: set[str], kini: list[LangkahRilis]
) -> set[str]:
    """Steps that earlier events complete now; asked only where there can be any."""
    if not alur.needs_tanya(kini, mungkin, lulus):
        return set()
    return set().union(*list_turunan(peserta).values()) & mungkin


@transaction.atomic
def move_ke_rilis(*, kursus_kunci: UUID, actor) -> list[Pindahan]:
    """Move everybody who may be moved to the newest release; twice is once. Gives who was moved.

    Locks these learners in order, so that of two who press the button one moves and the other finds
    nobody left.
    """
    kunci = (
        list_tertinggal(kursus_kunci).select_for_update(of=("self",), no_key=True).order_by("pk")
    )
    list(kunci.values_list("pk", flat=True))
    if (terbaru := get_rilis_terbaru(kursus_kunci)) is None:
        return []
    pindah = [satu for satu in preview_pindah(kursus_kunci) if not satu.tertahan]
    for satu in pindah:
        peserta = Peserta.objects.select_related("anggota__akun").get(pk=satu.peserta.pk)
        switch_rilis(peserta=peserta, rilis=terbaru, actor=actor)
        record_jejak(
            actor,
            "move_ke_rilis",
            peserta,
            sebelum={"rilis": satu.nomor, "selesai": satu.selesai_dari},
            sesudah={"rilis": terbaru.nomor, "selesai": satu.selesai_ke},
        )
        _tell(peserta, satu)
    return pindah


def _tell(peserta: Peserta, satu: Pindahan) -> None:
    kalimat = [_("What you have finished stays finished.")]
    if satu.baru:
        kalimat.append(_("New for you: %(langkah)s.") % {"langkah": ", ".join(satu.baru)})
    queue_pesan(
        JENIS,
        kunci=f"rilis:{peserta.uuid}:{peserta.rilis.uuid}",
        penerima=[get_penerima(peserta.anggota)],
        judul=_("Your course was renewed: %(judul)s") % {"judul": peserta.rilis.judul},
        isi=" ".join(kalimat),
        tautan=reverse("pelatihan:show_kursus", args=[peserta.uuid]),
    )
