"""What can be taken to a session, and what a prepared page shows of it: never a right answer."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from ..kelas.models import Pertemuan
from ..kursus.models import Rilis
from ..kursus.pages import PelajaranPage
from ..kursus.selectors import get_isi, get_rilis_terbaru
from ..lembar.models import Lembar, LembarPeserta
from ..lembar.selectors import get_rilis_cetak, list_butir, list_ikut, list_kuis_cetak
from ..lembar.susunan import Butir, Celah, strip_markdown
from ..penilaian import rules as nilai
from ..penilaian.selectors import SoalTampak
from ..penilaian.tampak import Buka, get_sisa, list_isian, list_pilihan
from ..peserta.models import Angkatan
from .models import Bawaan

TERTUTUP = Buka(umpan=False, kunci=False)


# -- before: what may be taken ------------------------------------------------------------------
@dataclass(frozen=True)
class Pilihan:
    """A module or quiz to tick; `usul` is ticked before anybody chose."""

    kunci: str
    judul: str
    usul: bool


def get_rilis(angkatan: Angkatan) -> Rilis | None:
    """The newest release that somebody in the class learns by, else of the course."""
    return get_rilis_cetak(list_ikut(angkatan)) or get_rilis_terbaru(angkatan.kursus_kunci)


def list_pilihan_modul(pertemuan: Pertemuan) -> list[Pilihan]:
    rilis = get_rilis(pertemuan.angkatan)
    usul = _guess_modul(pertemuan, rilis)
    return [Pilihan(b["kunci"], b["judul"], b is usul) for b in rilis.susunan] if rilis else []


def list_pilihan_kuis(pertemuan: Pertemuan) -> list[Pilihan]:
    usul = _guess_modul(pertemuan, get_rilis(pertemuan.angkatan))
    kunci = ((usul or {}).get("kuis") or {}).get("kunci")
    semua = list_kuis_cetak(pertemuan.angkatan)
    return [Pilihan(k.kunci, k.judul, k.kunci == kunci) for k in semua]


def _guess_modul(pertemuan: Pertemuan, rilis: Rilis | None) -> dict | None:
    """The module of the session's lesson, else the one whose turn it is; only a first suggestion."""
    if rilis is None or not rilis.susunan:
        return None
    kunci = str(pertemuan.pelajaran_kunci)
    for bagian in rilis.susunan:
        if any(p["kunci"] == kunci for p in bagian["pelajaran"]):
            return bagian
    semua = pertemuan.angkatan.pertemuan.filter(batal_pada__isnull=True)
    urut = list(semua.order_by("mulai", "pk").values_list("pk", flat=True))
    nomor = urut.index(pertemuan.pk) if pertemuan.pk in urut else 0
    return rilis.susunan[min(nomor, len(rilis.susunan) - 1)]


# -- the pack -----------------------------------------------------------------------------------
@dataclass(frozen=True)
class PelajaranBawaan:
    """A lesson of a pack, in the words of its release."""

    kunci: str
    judul: str
    menit: int
    modul: str
    sidik: str


@dataclass(frozen=True)
class CetakanBawaan:
    """A quiz of a pack with its sheets."""

    uuid: UUID
    judul: str
    bentuk: tuple[Lembar, ...]
    milik: tuple[LembarPeserta, ...]

    @property
    def kode(self) -> str:
        return " / ".join(b.kode for b in self.bentuk)


@dataclass(frozen=True)
class Halaman:
    """A page to keep on the phone."""

    url: str
    judul: str
    apa: str
    rinci: str = ""


def list_pelajaran(bawaan: Bawaan) -> list[PelajaranBawaan]:
    return [
        PelajaranBawaan(p["kunci"], p["judul"], p["menit"], bagian["judul"], p["sidik"])
        for bagian in bawaan.rilis.susunan
        if bagian["kunci"] in bawaan.modul
        for p in bagian["pelajaran"]
    ]


def find_pelajaran(bawaan: Bawaan, kunci: UUID) -> PelajaranBawaan | None:
    return next((p for p in list_pelajaran(bawaan) if p.kunci == str(kunci)), None)


def get_blok(pelajaran: PelajaranBawaan):
    """The lesson's body as released; notes for facilitators stay on paper."""
    isi = [b for b in get_isi(pelajaran.sidik)["isi"] if b.get("type") != "catatan"]
    return PelajaranPage.isi.field.stream_block.to_python(isi)


def list_cetakan(bawaan: Bawaan) -> list[CetakanBawaan]:
    """The quizzes of a pack in its order, sheets by number: two queries."""
    lembar = Lembar.objects.filter(cetakan__in=bawaan.cetakan).select_related("isi")
    milik = LembarPeserta.objects.filter(lembar__cetakan__in=bawaan.cetakan)
    semua = list(milik.select_related("lembar", "peserta__anggota").order_by("nomor"))
    per: dict[str, list[Lembar]] = {}
    for satu in lembar.defer("isi__isi").order_by("bentuk"):
        per.setdefault(str(satu.cetakan), []).append(satu)
    return [_build_cetakan(per[kunci], semua) for kunci in bawaan.cetakan if kunci in per]


def _build_cetakan(bentuk: list[Lembar], milik: list[LembarPeserta]) -> CetakanBawaan:
    uuid = bentuk[0].cetakan
    punya = tuple(m for m in milik if m.lembar.cetakan == uuid)
    return CetakanBawaan(uuid, get_isi(bentuk[0].isi.sidik)["judul"], tuple(bentuk), punya)


def find_cetakan(bawaan: Bawaan, uuid: UUID) -> CetakanBawaan | None:
    return next((c for c in list_cetakan(bawaan) if c.uuid == uuid), None)


def list_halaman(bawaan: Bawaan) -> list[Halaman]:
    """Everything a phone keeps of a pack; the addresses change with the pack."""
    uuid = bawaan.uuid
    hasil = [
        Halaman(reverse("balai:show_bawaan", args=[uuid]), _("This page"), "induk"),
        Halaman(reverse("balai:call_roll", args=[uuid]), _("Roll call"), "absen"),
    ]
    for c in list_cetakan(bawaan):
        kuis = reverse("balai:take_kuis", args=[uuid, c.uuid])
        ketik = reverse("balai:type_lembar", args=[uuid, c.uuid])
        hasil.append(Halaman(kuis, c.judul, "kuis", c.kode))
        hasil.append(Halaman(ketik, c.judul, "ketik", c.kode))
    for p in list_pelajaran(bawaan):
        url = reverse("balai:read_pelajaran", args=[uuid, p.kunci])
        hasil.append(Halaman(url, p.judul, "pelajaran", p.modul))
    return hasil


# -- a sheet without its key ----------------------------------------------------------------------
def list_soal(lembar: Lembar) -> list[SoalTampak]:
    """The questions of a form as a screen asks them, in the sheet's order, without answers or hints."""
    kuis, hasil, urut = get_isi(lembar.isi.sidik), [], 0
    for nomor, satu in enumerate(nilai.draw_soal(kuis, lembar.benih), start=1):
        bernilai = satu["jenis"] != nilai.TANPA_NILAI
        urut += bernilai
        hasil.append(_show_soal(satu, kuis, lembar.benih, nomor, urut if bernilai else 0))
    return hasil


def _show_soal(satu: dict, kuis: dict, benih: int, nomor: int, urut: int) -> SoalTampak:
    isi = satu["isi"]
    acak = partial(nilai.shuffle_pilihan, benih=benih, soal_kunci=satu["kunci"])
    return SoalTampak(
        kunci=UUID(satu["kunci"]),
        nomor=nomor,
        jenis=satu["jenis"],
        bacaan=isi.get("bacaan", ""),
        soal=isi["soal"],
        pilihan=list_pilihan(satu, {}, acak if kuis["acak_pilihan"] else list, TERTUTUP),
        teks="",
        terjawab=False,
        disimpan_pada=None,
        urut=urut,
        isian=list_isian(satu["jenis"], isi, {}, acak, TERTUTUP),
        sisa=get_sisa(isi),
        gambar=isi.get("gambar"),
    )


def list_bentuk_ketikan(lembar: Lembar) -> list[dict]:
    """What a phone needs to look at the form of typed answers, and nothing more (plain JSON)."""
    return [_show_bentuk(b) for b in list_butir(lembar) if b.nomor]


def _show_bentuk(butir: Butir) -> dict:
    return {
        "nomor": butir.nomor,
        "jenis": butir.jenis,
        "soal": Truncator(strip_markdown(butir.isi["soal"])).chars(80),
        "opsi": _list_opsi(butir),
        "kiri": len(butir.kiri),
        "celah": [{"jenis": c.jenis, "opsi": _list_opsi(c)} for c in butir.celah],
        "panjang": nilai.PANJANG.get(butir.jenis, 0),
    }


def _list_opsi(satu: Butir | Celah) -> list[list[str]]:
    return [[o.huruf, o.teks] for o in satu.opsi]
