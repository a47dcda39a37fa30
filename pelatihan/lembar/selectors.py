"""What may be printed for a class, what was printed, and whose sheet has come in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from ..kursus.models import Rilis
from ..kursus.selectors import find_kuis, get_isi, get_tes, list_kuis
from ..penilaian.models import Percobaan
from ..peserta.models import Angkatan, Peserta
from . import rules
from .models import Ketikan, Lembar, LembarPeserta
from .susunan import Butir
from .susunan import list_butir as susun


@dataclass(frozen=True)
class KuisCetak:
    kunci: str
    judul: str


@dataclass(frozen=True)
class Cetakan:
    """One print of a quiz for a class: both its forms."""

    uuid: UUID
    angkatan: Angkatan
    judul: str
    kode: tuple[str, ...]
    dibuat_pada: datetime
    dari: int
    masuk: int


@dataclass(frozen=True)
class BarisMilik:
    """A learner's sheet in the list of a print."""

    milik: LembarPeserta
    nama: str
    nilai_bp: int | None
    diketik: str

    @property
    def keadaan(self) -> str:
        if self.milik.percobaan_id:
            return "masuk"
        return "titip" if self.diketik else "belum"


def list_ikut(angkatan: Angkatan) -> list[Peserta]:
    """Who learns in the class, by name."""
    ikut = angkatan.peserta.exclude(status=Peserta.Status.BERHENTI)
    return list(ikut.select_related("anggota", "rilis").order_by("anggota__nama", "pk"))


def get_rilis_cetak(ikut: list[Peserta]) -> Rilis | None:
    """The newest release that somebody in the class learns by."""
    return max((p.rilis for p in ikut), key=lambda r: r.nomor, default=None)


def list_kuis_cetak(angkatan: Angkatan) -> list[KuisCetak]:
    """Quizzes and tests that can be printed for a class."""
    rilis = get_rilis_cetak(list_ikut(angkatan))
    semua = [*list_kuis(rilis), *get_tes(rilis).values()] if rilis else []
    return [KuisCetak(satu["kunci"], get_isi(satu["sidik"])["judul"]) for satu in semua]


def list_cetakan(lembar) -> list[Cetakan]:
    """Prints from their forms, the newest first: one query."""
    semua = lembar.select_related("isi", "angkatan").defer("isi__isi")
    semua = semua.annotate(
        dari=Count("milik"), masuk=Count("milik", filter=Q(milik__percobaan__isnull=False))
    )
    per: dict[UUID, list] = {}
    for satu in semua.order_by("-dibuat_pada", "bentuk"):
        per.setdefault(satu.cetakan, []).append(satu)
    return [_build_cetakan(bentuk) for bentuk in per.values()]


def _build_cetakan(bentuk: list) -> Cetakan:
    return Cetakan(
        uuid=bentuk[0].cetakan,
        angkatan=bentuk[0].angkatan,
        judul=get_isi(bentuk[0].isi.sidik)["judul"],
        kode=tuple(b.kode for b in bentuk),
        dibuat_pada=bentuk[0].dibuat_pada,
        dari=sum(b.dari for b in bentuk),
        masuk=sum(b.masuk for b in bentuk),
    )


def list_milik(milik) -> list[BarisMilik]:
    """Sheets of a print in their order, with what came of them: two queries."""
    semua = milik.select_related("lembar", "peserta__anggota", "percobaan").order_by("nomor")
    ketik = Ketikan.objects.filter(milik__in=milik).select_related("oleh__anggota").order_by("id")
    oleh = {satu.milik_id: name_akun(satu.oleh) for satu in ketik}
    return [
        BarisMilik(
            m,
            m.peserta.anggota.nama,
            m.percobaan.nilai_bp if m.percobaan else None,
            oleh.get(m.pk, ""),
        )
        for m in semua
    ]


def name_akun(user) -> str:
    """The person of an account, or how it signs in."""
    anggota = getattr(user, "anggota", None)
    return anggota.nama if anggota else user.get_username()


def list_lain(angkatan: Angkatan, cetakan: UUID) -> list[str]:
    """Who is in the class without a sheet of this print."""
    punya = LembarPeserta.objects.filter(lembar__cetakan=cetakan).values("peserta")
    semua = angkatan.peserta.exclude(status=Peserta.Status.BERHENTI).exclude(pk__in=punya)
    return list(semua.order_by("anggota__nama").values_list("anggota__nama", flat=True))


def list_butir(lembar: Lembar) -> list[Butir]:
    """The questions of a form as printed."""
    return susun(get_isi(lembar.isi.sidik), lembar.benih)


def read_ketikan(lembar: Lembar, teks: str) -> rules.Bacaan:
    """What was typed from a sheet, as it is understood."""
    return rules.read_ketikan(teks, list_butir(lembar))


def read_jawaban(lembar: Lembar, jawaban: dict[str, dict]) -> rules.Bacaan:
    """The same from answers that were given on a screen."""
    return rules.read_jawaban(jawaban, list_butir(lembar))


def find_cetakan_utuh(angkatan: Angkatan, kuis_kunci: UUID) -> UUID | None:
    """The newest print of a quiz, if everybody it would be made for has a sheet and none is in."""
    semua = Lembar.objects.filter(angkatan=angkatan, kuis_kunci=kuis_kunci)
    satu = semua.select_related("isi").defer("isi__isi").order_by("-id").first()
    ikut = list_ikut(angkatan)
    rilis = get_rilis_cetak(ikut)
    if satu is None or rilis is None:
        return None
    kuis = find_kuis(rilis, kuis_kunci)
    if kuis is None or kuis["sidik"] != satu.isi.sidik:
        return None
    milik = LembarPeserta.objects.filter(lembar__cetakan=satu.cetakan)
    dipakai = milik.filter(Q(percobaan__isnull=False) | Q(ketikan__isnull=False)).exists()
    perlu = {p.pk for p in ikut if find_sidik(p, kuis_kunci) == satu.isi.sidik}
    cocok = perlu == set(milik.values_list("peserta", flat=True))
    return satu.cetakan if cocok and not dipakai else None


def get_ketikan(milik: LembarPeserta) -> Ketikan | None:
    """The last typing of a sheet."""
    return milik.ketikan.select_related("oleh__anggota").order_by("id").last()


def list_percobaan(milik: LembarPeserta) -> list[Percobaan]:
    """The learner's other attempts at the same quiz."""
    semua = milik.peserta.percobaan.filter(kuis_kunci=milik.lembar.kuis_kunci)
    return [satu for satu in semua.order_by("nomor") if satu.pk != milik.percobaan_id]


def find_sidik(peserta: Peserta, kuis_kunci: UUID) -> str:
    """The content of a quiz in the release this person learns by."""
    kuis = find_kuis(peserta.rilis, kuis_kunci)
    return str(kuis["sidik"]) if kuis else ""


def list_tertahan(peserta) -> set[int]:
    """Those among these learners (by key) with a printed sheet that was not handed in yet.

    A sheet fits the release it was printed by. One of a class that is over holds nobody.
    """
    terbuka = LembarPeserta.objects.filter(
        peserta__in=peserta,
        percobaan__isnull=True,
        lembar__angkatan__status=Angkatan.Status.AKTIF,
    )
    return set(terbuka.values_list("peserta", flat=True))
