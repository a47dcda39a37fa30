"""What a learner sees: their courses, the map of one course, and what comes next."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.urls import reverse
from wagtail.models import Page

from cms.core.halaman.selectors import filter_publik

from ..kursus.alur import AWAL, BACA, LANJUTAN, LangkahRilis
from ..kursus.pages import KursusPage
from ..kursus.selectors import find_kuis, get_isi, get_tes, list_langkah
from ..penilaian.capaian import NilaiKuis, count_nilai_kuis
from ..penilaian.models import Percobaan
from ..peserta.models import Peserta
from ..peserta.selectors import get_buka_lanjutan, list_selesai, list_terkunci, list_tes_buka
from ..sertifikat.models import Sertifikat
from ..sertifikat.selectors import count_lulusan

ALAMAT = {"pelajaran": "pelatihan:read_pelajaran", "kuis": "pelatihan:open_kuis"}


@dataclass(frozen=True)
class Langkah:
    """One lesson or quiz on the way; `terkunci` names the steps that come first."""

    kunci: str
    judul: str
    jenis: str
    url: str
    selesai: bool
    cara: str = BACA
    terkunci: tuple[str, ...] = ()
    menit: int = 0
    banyak_soal: int = 0
    nomor: int = 0
    dari: int = 0


@dataclass(frozen=True)
class TesPeta:
    """A test of the course: before (awal), after (akhir) or three months later (lanjutan)."""

    kapan: str
    kunci: str
    judul: str
    url: str
    banyak_soal: int
    selesai: bool
    terbuka: bool
    buka_pada: date | None = None


@dataclass(frozen=True)
class BagianPeta:
    judul: str
    nomor: int
    langkah: list[Langkah]

    @property
    def selesai(self) -> bool:
        return all(satu.selesai for satu in self.langkah)


@dataclass(frozen=True)
class Peta:
    """A learner's course from first to last step."""

    peserta: Peserta
    judul: str
    jpl: int
    bagian: list[BagianPeta]
    sertifikat: Sertifikat | None
    tes: list[TesPeta] = field(default_factory=list)

    @property
    def langkah(self) -> list[Langkah]:
        return [satu for bagian in self.bagian for satu in bagian.langkah]

    @property
    def selesai(self) -> int:
        return sum(satu.selesai for satu in self.langkah)

    @property
    def berikutnya(self) -> Langkah | None:
        """Where the learner stopped: the first step that is not done."""
        terbuka = (satu for satu in self.langkah if not satu.selesai and not satu.terkunci)
        return next(terbuka, None)

    def find_kuis(self, kunci: UUID) -> "TesPeta | Langkah | None":
        """A test, or a quiz on the way."""
        kuis = [satu for satu in self.langkah if satu.jenis == "kuis"]
        semua: list[TesPeta | Langkah] = [*self.tes, *kuis]
        return next((satu for satu in semua if satu.kunci == str(kunci)), None)

    def is_ukur(self, kunci: UUID) -> bool:
        """Whether a test only shows what is known: before the course, or months after it."""
        return any(t.kunci == str(kunci) and t.kapan in (AWAL, LANJUTAN) for t in self.tes)

    def find(self, kunci: UUID) -> tuple[Langkah, str] | None:
        """A step with the name of its module."""
        for bagian in self.bagian:
            for satu in bagian.langkah:
                if satu.kunci == str(kunci):
                    return satu, bagian.judul
        return None

    def list_pelajaran_seputar(self, kunci: UUID) -> list[Langkah]:
        """The lessons of the module in which a quiz stands."""
        for bagian in self.bagian:
            if any(satu.kunci == str(kunci) for satu in bagian.langkah):
                return [satu for satu in bagian.langkah if satu.jenis == "pelajaran"]
        return []

    def get_sesudah(self, kunci: UUID) -> Langkah | None:
        """The step after this one, else whatever is still open."""
        urut = [satu.kunci for satu in self.langkah]
        nomor = urut.index(str(kunci)) + 1 if str(kunci) in urut else len(urut)
        return self.langkah[nomor] if nomor < len(urut) else self.berikutnya


def get_peta(peserta: Peserta) -> Peta:
    """Three queries, however long the course is."""
    prefetch_related_objects([peserta], "kemajuan")
    return _build_peta(peserta, Sertifikat.objects.filter(peserta=peserta).first())


def list_peta(user) -> list[Peta]:
    """All courses of an account, running ones first; four queries however many there are."""
    peserta = (
        Peserta.objects.filter(anggota__akun=user)
        .exclude(status=Peserta.Status.BERHENTI)
        .select_related("rilis", "sertifikat")
        .prefetch_related("kemajuan", "percobaan")
    )
    hasil = [_build_peta(satu, getattr(satu, "sertifikat", None)) for satu in peserta]
    return sorted(hasil, key=lambda peta: peta.sertifikat is not None)


def _build_peta(peserta: Peserta, sertifikat: Sertifikat | None) -> Peta:
    rilis, selesai, terkunci = peserta.rilis, list_selesai(peserta), list_terkunci(peserta)
    langkah = list_langkah(rilis)
    bagian = [
        BagianPeta(
            satu["judul"],
            nomor,
            _show_bagian(
                peserta, [s for s in langkah if s.bagian == satu["kunci"]], selesai, terkunci
            ),
        )
        for nomor, satu in enumerate(rilis.susunan, start=1)
    ]
    tes = list_tes(peserta) if get_tes(rilis) else []
    return Peta(peserta, rilis.judul, rilis.jpl, bagian, sertifikat, tes)


def _show_bagian(
    peserta: Peserta, langkah: list[LangkahRilis], selesai: set[str], terkunci: dict
) -> list[Langkah]:
    pelajaran = [satu.kunci for satu in langkah if satu.jenis == "pelajaran"]
    return [
        Langkah(
            kunci=satu.kunci,
            judul=satu.judul,
            jenis=satu.jenis,
            url=reverse(ALAMAT[satu.jenis], args=[peserta.uuid, satu.kunci]),
            selesai=satu.kunci in selesai,
            cara=satu.cara,
            terkunci=tuple(terkunci.get(satu.kunci, ())),
            menit=satu.isi.get("menit", 0),
            banyak_soal=satu.isi.get("banyak_soal", 0),
            nomor=pelajaran.index(satu.kunci) + 1 if satu.jenis == "pelajaran" else 0,
            dari=len(pelajaran),
        )
        for satu in langkah
    ]


def list_tes(peserta: Peserta) -> list[TesPeta]:
    """The tests of a course; each is taken once."""
    prefetch_related_objects([peserta], "percobaan")
    diambil = {str(p.kuis_kunci): p for p in peserta.percobaan.all()}
    buka = list_tes_buka(peserta)
    return [
        TesPeta(
            kapan=kapan,
            kunci=tes["kunci"],
            judul=tes["judul"],
            url=reverse(ALAMAT["kuis"], args=[peserta.uuid, tes["kunci"]]),
            banyak_soal=tes["banyak_soal"],
            selesai=bool((satu := diambil.get(tes["kunci"])) and satu.selesai_pada),
            terbuka=tes["kunci"] in buka,
            buka_pada=get_buka_lanjutan(peserta) if kapan == LANJUTAN else None,
        )
        for kapan, tes in get_tes(peserta.rilis).items()
    ]


@dataclass(frozen=True)
class Aturan:
    """The rules of a quiz as its learner reads them, with what they have used up."""

    batas_menit: int | None
    toleransi_menit: int
    percobaan_maks: int
    terpakai: int
    cara_nilai: str
    umpan: str
    umpan_tanggal: date | None
    nilai: NilaiKuis

    @property
    def sisa(self) -> int | None:
        """Attempts left; None without a limit."""
        return max(0, self.percobaan_maks - self.terpakai) if self.percobaan_maks else None


def get_aturan(
    peserta: Peserta, kuis_kunci: str, percobaan: list[Percobaan] | None = None
) -> Aturan | None:
    """The rules of a quiz of the learner's release; None where that release has no such quiz."""
    kuis = find_kuis(peserta.rilis, kuis_kunci)
    if kuis is None:
        return None
    if percobaan is None:
        percobaan = list(peserta.percobaan.filter(kuis_kunci=kuis_kunci))
    isi = get_isi(kuis["sidik"])
    tanggal = isi.get("umpan_tanggal")
    return Aturan(
        batas_menit=isi.get("batas_menit"),
        toleransi_menit=isi.get("toleransi_detik", 0) // 60,
        percobaan_maks=isi.get("percobaan_maks", 0),
        terpakai=len(percobaan),
        cara_nilai=isi.get("cara_nilai", "terbaik"),
        umpan=isi.get("umpan", "selesai"),
        umpan_tanggal=date.fromisoformat(tanggal) if tanggal else None,
        nilai=count_nilai_kuis(kuis, percobaan),
    )


def may_enter(request, page: Page) -> bool:
    """Whether whoever asks belongs to those for whom the page is."""
    return all(batas.accept_request(request) for batas in page.get_view_restrictions())


def list_kursus_lain(request, peta: list[Peta]) -> list[KursusPage]:
    """Live courses this person may but does not take yet."""
    sudah = [satu.peserta.kursus_kunci for satu in peta]
    lain = KursusPage.objects.live().exclude(kunci__in=sudah).order_by("path")
    tertutup = {satu.pk for satu in lain.not_public() if not may_enter(request, satu)}
    return [satu for satu in lain if satu.pk not in tertutup]


def get_panel() -> dict | None:
    """The front page's panel: the courses, and how many completed each where five or more did."""
    kursus = list(
        filter_publik(KursusPage.objects.all())
        .order_by("path")
        .only("title", "ringkasan", "url_path", "kunci")[:4]
    )
    if not kursus:
        return None
    lulusan = count_lulusan()
    return {"daftar_kursus": [(satu, lulusan.get(satu.kunci)) for satu in kursus]}
