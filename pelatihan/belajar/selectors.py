"""What a learner sees: their courses, the map of one course, and what comes next."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from wagtail.models import Page

from ..kursus.pages import KursusPage
from ..kursus.selectors import get_isi, list_kuis
from ..penilaian.capaian import NilaiKuis, count_nilai_kuis, list_kuis_lulus
from ..penilaian.models import Percobaan
from ..peserta.models import Peserta
from ..sertifikat.models import Sertifikat
from ..sertifikat.selectors import count_lulusan


@dataclass(frozen=True)
class Langkah:
    """One lesson or quiz on the way."""

    kunci: str
    judul: str
    jenis: str
    url: str
    selesai: bool
    menit: int = 0
    banyak_soal: int = 0
    nomor: int = 0
    dari: int = 0


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

    @property
    def langkah(self) -> list[Langkah]:
        return [satu for bagian in self.bagian for satu in bagian.langkah]

    @property
    def selesai(self) -> int:
        return sum(satu.selesai for satu in self.langkah)

    @property
    def berikutnya(self) -> Langkah | None:
        """Where the learner stopped: the first step that is not done."""
        return next((satu for satu in self.langkah if not satu.selesai), None)

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
    dibaca = {str(k) for k in peserta.kemajuan.values_list("pelajaran_kunci", flat=True)}
    dibaca |= list_kuis_lulus(peserta)
    return _build_peta(peserta, dibaca, Sertifikat.objects.filter(peserta=peserta).first())


def list_peta(user) -> list[Peta]:
    """All courses of an account, running ones first; four queries however many there are."""
    peserta = list(
        Peserta.objects.filter(anggota__akun=user)
        .exclude(status=Peserta.Status.BERHENTI)
        .select_related("rilis", "sertifikat")
        .prefetch_related("kemajuan", "percobaan")
    )
    hasil = [
        _build_peta(satu, _list_selesai(satu), getattr(satu, "sertifikat", None))
        for satu in peserta
    ]
    return sorted(hasil, key=lambda peta: peta.sertifikat is not None)


def _list_selesai(peserta: Peserta) -> set[str]:
    return list_kuis_lulus(peserta) | {str(k.pelajaran_kunci) for k in peserta.kemajuan.all()}


def _build_peta(peserta: Peserta, selesai: set[str], sertifikat: Sertifikat | None) -> Peta:
    rilis = peserta.rilis
    bagian = [
        BagianPeta(satu["judul"], nomor, _list_langkah(peserta, satu, selesai))
        for nomor, satu in enumerate(rilis.susunan, start=1)
    ]
    return Peta(peserta, rilis.judul, rilis.jpl, bagian, sertifikat)


def _list_langkah(peserta: Peserta, bagian: dict, selesai: set[str]) -> list[Langkah]:
    langkah = [
        Langkah(
            kunci=p["kunci"],
            judul=p["judul"],
            jenis="pelajaran",
            url=reverse("pelatihan:read_pelajaran", args=[peserta.uuid, p["kunci"]]),
            selesai=p["kunci"] in selesai,
            menit=p["menit"],
            nomor=nomor,
            dari=len(bagian["pelajaran"]),
        )
        for nomor, p in enumerate(bagian["pelajaran"], start=1)
    ]
    if kuis := bagian["kuis"]:
        langkah.append(
            Langkah(
                kunci=kuis["kunci"],
                judul=kuis["judul"],
                jenis="kuis",
                url=reverse("pelatihan:open_kuis", args=[peserta.uuid, kuis["kunci"]]),
                selesai=kuis["kunci"] in selesai,
                banyak_soal=kuis["banyak_soal"],
            )
        )
    return langkah


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
    kuis = next((k for k in list_kuis(peserta.rilis) if k["kunci"] == kuis_kunci), None)
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
        KursusPage.objects.live()
        .public()
        .order_by("path")
        .only("title", "ringkasan", "url_path", "kunci")[:4]
    )
    if not kursus:
        return None
    lulusan = count_lulusan()
    return {"daftar_kursus": [(satu, lulusan.get(satu.kunci)) for satu in kursus]}
