"""Loading the courses that come as files. Repeatable; what a person edited stays as it is."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from wagtail.models import Page

from cms.core import waktu

from ..kursus import services as kursus_services
from ..kursus.alur import AKHIR, AWAL, LANJUTAN, TUGAS
from ..kursus.blocks import DATA
from ..kursus.models import Kuis, KuisSoal, Soal, Status
from ..kursus.pages import BagianPage, KursusIndexPage, KursusPage, PelajaranPage, defer_rilis
from ..kursus.rules import drop_id, hash_isi
from . import gift, rules
from .catat import BARU, DIBIARKAN, DIPERBARUI, SAMA, Laporan, fill, judge, remember
from .models import Muatan
from .tugas import load_tugas

__all__ = [
    "BARU",
    "DIBIARKAN",
    "DIPERBARUI",
    "SAMA",
    "Laporan",
    "TanpaIndeks",
    "list_kursus",
    "load_kursus",
]
TES = {AWAL: "Tes awal", AKHIR: "Tes akhir", LANJUTAN: "Tes lanjutan"}


class TanpaIndeks(Exception):
    """There is no page that lists the courses yet."""


def list_kursus() -> list[str]:
    """Names of the courses that come with the program."""
    return sorted(p.parent.name for p in DATA.glob("*/kursus.md"))


@transaction.atomic
def load_kursus(nama: str, *, actor=None) -> list[Laporan]:
    """Load one course and release it. Raises TanpaIndeks, rules.BerkasSalah, gift.GiftSalah."""
    indeks = KursusIndexPage.objects.first()
    if indeks is None:
        raise TanpaIndeks
    pemuat = _Pemuat(DATA / nama, actor)
    with defer_rilis():
        kursus = pemuat.load(indeks)
    if kursus and kursus.live:
        kursus.release(actor=actor)
    return pemuat.laporan


class _Pemuat:
    """One run over one course folder."""

    def __init__(self, folder: Path, actor):
        self.folder, self.actor = folder, actor
        self.laporan: list[Laporan] = []

    def load(self, indeks: KursusIndexPage) -> KursusPage | None:
        kuis = {stem: self._load_kuis(path) for path, stem in self._list_kuis()}
        kursus = self._load_page(
            KursusPage, self.folder / "kursus.md", indeks, _isi_kursus, **self._load_tes()
        )
        if kursus is None:
            return None
        for path in sorted(self.folder.glob("m[0-9][0-9].md")):
            bagian = self._load_page(
                BagianPage, path, kursus, _isi_bagian, kuis=kuis.get(path.stem)
            )
            for pelajaran in sorted(self.folder.glob(f"{path.stem}-p*.md")) if bagian else ():
                tugas = self._load_tugas(pelajaran)
                self._load_page(PelajaranPage, pelajaran, bagian, self._isi_pelajaran, **tugas)
        return KursusPage.objects.get(pk=kursus.pk)

    def _list_kuis(self) -> Iterator[tuple[Path, str]]:
        """Quiz files with the module each belongs to."""
        for path in sorted(self.folder.glob("kuis-*.gift")):
            berkas = gift.parse_gift(path.read_text(encoding="utf-8"))
            yield path, berkas.keterangan.get("bagian", "")

    def _name(self, path: Path) -> str:
        return f"{self.folder.name}/{path.name}"

    def _report(self, berkas: str, hasil: str) -> None:
        self.laporan.append(Laporan(berkas, hasil))

    # -- pages ---------------------------------------------------------------------------------
    def _isi_pelajaran(self, berkas: rules.Berkas) -> dict:
        blok = rules.build_blok(berkas.isi, kursus=self.folder.name)
        if tujuan := berkas.depan.get("tujuan"):
            blok.insert(0, {"type": "tujuan", "value": tujuan})
        return _isi_bahan(berkas) | {"menit": berkas.depan["menit"], "isi": blok}

    def _load_tugas(self, path: Path) -> dict:
        """What the assignment in a lesson's file adds to its page; nothing where there is none."""
        depan = rules.split_depan(path.read_text(encoding="utf-8")).depan.get("tugas")
        if depan is None:
            return {}
        tugas, laporan = load_tugas(self._name(path), depan, actor=self.actor)
        self.laporan.append(laporan)
        return {"cara": TUGAS, "tugas": tugas}

    def _load_page(self, model, path: Path, induk, baca, **tambahan):
        """The page of a file, or None when somebody deleted it."""
        berkas = rules.split_depan(path.read_text(encoding="utf-8"))
        isi = baca(berkas) | tambahan
        kunci, nama = UUID(berkas.depan["kunci"]), self._name(path)
        sidik = hash_isi(_to_plain(isi))
        muatan = Muatan.objects.filter(berkas=nama).first()
        halaman = model.objects.filter(kunci=kunci).first()
        hasil = judge(halaman, muatan, sidik, _hash_page)
        self._report(nama, hasil)
        if hasil == BARU:
            halaman = model(kunci=kunci, slug=berkas.depan.get("slug") or path.stem, **isi)
            self._create_page(halaman, induk)
        elif hasil == DIPERBARUI:
            fill(halaman, isi)
            revisi = halaman.save_revision(user=self.actor)
            revisi.publish(
                user=self.actor, skip_permission_checks=True
            )  # the house loads, not they
        if hasil in (BARU, DIPERBARUI):
            remember(nama, kunci, sidik, _hash_page(halaman))
        return halaman

    def _create_page(self, halaman, induk) -> None:
        """A finished page, live at once as of the house's clock, with the revision editors start from."""
        kini = waktu.sekarang()
        halaman.owner, halaman.live = self.actor, True
        halaman.first_published_at = halaman.last_published_at = kini
        induk.add_child(instance=halaman)
        revisi = halaman.save_revision(user=self.actor, changed=False, clean=False)
        halaman.live_revision = halaman.latest_revision = revisi
        Page.objects.filter(pk=halaman.pk).update(live_revision=revisi)

    # -- questions -----------------------------------------------------------------------------
    def _load_kuis(self, path: Path) -> Kuis:
        berkas, nama = gift.parse_gift(path.read_text(encoding="utf-8")), self._name(path)
        butir = [(self._load_soal(satu, nama), 1) for satu in berkas.soal]
        isi = {
            "judul": berkas.keterangan["judul"],
            "pengantar": berkas.keterangan.get("pengantar", ""),
            "lulus_bp": int(berkas.keterangan.get("lulus", "70")) * 100,
        }
        return self._store_kuis(nama, isi, butir)

    def _load_tes(self) -> dict[str, Kuis]:
        """Three parallel tests from the course's bank: of every group of equals one question each."""
        path = self.folder / "bank-tes.gift"
        if not path.is_file():
            return {}
        berkas, nama = gift.parse_gift(path.read_text(encoding="utf-8")), self._name(path)
        setara: dict[str, list[Soal]] = {}
        for satu in berkas.soal:
            soal = self._load_soal(satu, nama, bank=berkas.keterangan["bank"])
            setara.setdefault(satu.keterangan["setara"], []).append(soal)
        return {
            f"tes_{kapan}": self._store_kuis(
                f"{nama}#{kapan}",
                {"judul": judul, "lulus_bp": 7000, "percobaan_maks": 1},
                [(kelompok[ke], 1) for kelompok in setara.values()],
            )
            for ke, (kapan, judul) in enumerate(TES.items())
        }

    def _store_kuis(self, nama: str, isi: dict, butir: list[tuple[Soal, int]]) -> Kuis:
        kunci = uuid5(NAMESPACE_URL, f"guyub:{nama}")
        sidik = hash_isi(isi | {"soal": [str(s.kunci) for s, _b in butir]})
        muatan = Muatan.objects.filter(berkas=nama).first()
        kuis = Kuis.objects.filter(kunci=kunci).first()
        hasil = judge(kuis, muatan, sidik, _hash_kuis)
        self._report(nama, hasil)
        if hasil in (BARU, DIPERBARUI):
            kuis = kuis or Kuis(kunci=kunci, status=Status.TERBIT)
            fill(kuis, isi)
            kursus_services.save_kuis(kuis=kuis, butir=butir, actor=self.actor)
            remember(nama, kunci, sidik, _hash_kuis(kuis))
        return cast(Kuis, kuis)

    def _load_soal(self, satu: gift.SoalGift, nama: str, **tambahan) -> Soal:
        kunci = UUID(satu.keterangan["kunci"])
        isi = {
            "judul": satu.judul,
            "jenis": satu.jenis,
            "topik": satu.keterangan.get("topik", ""),
            "kesukaran": int(satu.keterangan.get("kesukaran", "2")),
            "isi": satu.isi,
            **tambahan,
        }
        nama, sidik = f"{nama}#{kunci}", hash_isi(isi)
        muatan = Muatan.objects.filter(berkas=nama).first()
        soal = Soal.objects.filter(kunci=kunci).first()
        hasil = judge(soal, muatan, sidik, _hash_soal)
        self._report(nama, hasil)
        if hasil in (BARU, DIPERBARUI):
            soal = soal or Soal(kunci=kunci, status=Status.TERBIT)
            fill(soal, isi)
            kursus_services.save_soal(soal=soal, actor=self.actor)
            remember(nama, kunci, sidik, _hash_soal(soal))
        return cast(Soal, soal)


def _isi_bahan(berkas: rules.Berkas) -> dict:
    depan = berkas.depan
    return {
        "title": depan["judul"],
        "sumber": "\n".join(depan.get("sumber", ())),
        "per_tanggal": depan.get("per_tanggal"),
        "tinjau_pada": depan.get("tinjau_pada"),
    }


def _isi_kursus(berkas: rules.Berkas) -> dict:
    return _isi_bahan(berkas) | {
        "ringkasan": berkas.depan["ringkasan"],
        "sasaran": berkas.depan["untuk_siapa"],
        "topik": berkas.depan.get("topik", berkas.depan["judul"]),
        "jpl": berkas.depan["jpl"],
        "pengantar": rules.render_markdown(berkas.isi),
    }


def _isi_bagian(berkas: rules.Berkas) -> dict:
    return {
        "title": berkas.depan["judul"],
        "ringkasan": berkas.depan["ringkasan"],
        "tujuan": "\n".join(berkas.depan.get("tujuan", ())),
        "jpl": berkas.depan["jpl"],
        "pengantar": rules.render_markdown(berkas.isi),
    }


def _to_plain(isi: dict) -> dict:
    return {k: str(getattr(v, "kunci", v)) if k != "isi" else v for k, v in isi.items()}


PERHATIKAN: tuple[str, ...] = (
    "title",
    "ringkasan",
    "sumber",
    "per_tanggal",
    "sasaran",
    "topik",
    "jpl",
)
PERHATIKAN += ("pengantar", "tujuan", "menit", "kuis_id", "tes_awal_id", "tes_akhir_id")


def _hash_page(halaman) -> str:
    """Digest of what an editor can change in a page, drafts included."""
    kini = halaman.get_latest_revision_as_object()
    isi = {nama: str(getattr(kini, nama, None)) for nama in PERHATIKAN} | {"live": kini.live}
    if getattr(kini, "tinjau_pada", None):  # a page without keeps the digest it always had
        isi["tinjau_pada"] = str(kini.tinjau_pada)
    if getattr(kini, "tugas_id", None):
        isi["tugas"] = [kini.cara, kini.tugas_id]
    if hasattr(kini, "isi"):
        isi["isi"] = drop_id(kini.isi.get_prep_value())
    return hash_isi(isi)


def _hash_soal(soal: Soal) -> str:
    nama = ("judul", "jenis", "topik", "kesukaran", "isi", "status")
    return hash_isi({n: getattr(soal, n) for n in nama})


def _hash_kuis(kuis: Kuis) -> str:
    nama = ("judul", "pengantar", "lulus_bp", "acak_pilihan", "status")
    butir = KuisSoal.objects.filter(kuis=kuis).values_list("soal__kunci", "bobot")
    isi = {n: getattr(kuis, n) for n in nama}
    return hash_isi(isi | {"butir": [[str(k), b] for k, b in butir]})
