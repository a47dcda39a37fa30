"""Whoever knows one slice knows all: the same file names everywhere, and own modules with a rank.

A slice may hold one module named after its algorithm, ranked with `rules`. Any other module of its
own is listed here with the rank it keeps (docs/adr/0020).
"""

from pathlib import Path

import grimp
import pytest

from .susunan import AKAR, RUANG_BERIRISAN, get_lapis, list_irisan, may_know

BAKU = {nama for lapis in get_lapis("lapis") for nama in lapis.anggota}
MAPA = {"data"}
PERINGKAT = {
    "aset/buku/bagan": "rules",
    "aset/buku/merkle": "rules",
    "home/agenda/skema": "blocks",
    "home/beranda/skema": "blocks",
    "home/berita/skema": "blocks",
    "home/berita/umpan": "views",
    "home/redaksi/pasang": "services",
    "home/redaksi/sunyi": "rules",
    "home/situs/awal": "services",
    "home/situs/naskah": "rules",
    "home/situs/peta": "exports",
    "pelatihan/balai/antrean": "exports",
    "pelatihan/belajar/antrean": "exports",
    "pelatihan/belajar/kerjakan": "views",
    "pelatihan/diskusi/kabar": "services",
    "pelatihan/diskusi/meja": "selectors",
    "pelatihan/diskusi/milik": "selectors",
    "pelatihan/hasil/perolehan": "selectors",
    "pelatihan/hasil/risiko": "selectors",
    "pelatihan/kelas/cari": "selectors",
    "pelatihan/kelas/langkah": "selectors",
    "pelatihan/kelas/pertemuan_kantor": "viewsets",
    "pelatihan/kursus/alur": "rules",
    "pelatihan/kursus/bidang": "forms",
    "pelatihan/kursus/isian": "forms",
    "pelatihan/kursus/tugas": "services",
    "pelatihan/muat/alasan": "services",
    "pelatihan/muat/berkas": "rules",
    "pelatihan/muat/catat": "services",
    "pelatihan/muat/impor": "services",
    "pelatihan/muat/ingat": "services",
    "pelatihan/muat/jawaban": "rules",
    "pelatihan/muat/naskah": "rules",
    "pelatihan/muat/petunjuk": "rules",
    "pelatihan/muat/potong": "rules",
    "pelatihan/muat/rupa": "services",
    "pelatihan/muat/tabel": "rules",
    "pelatihan/muat/teks": "rules",
    "pelatihan/muat/tugas": "services",
    "pelatihan/penilaian/angka_kantor": "viewsets",
    "pelatihan/penilaian/angka_soal": "selectors",
    "pelatihan/penilaian/beruntun": "services",
    "pelatihan/penilaian/butir": "rules",
    "pelatihan/penilaian/capaian": "selectors",
    "pelatihan/penilaian/koreksi": "services",
    "pelatihan/penilaian/koreksi_kantor": "viewsets",
    "pelatihan/penilaian/pindah": "services",
    "pelatihan/penilaian/pindah_kantor": "viewsets",
    "pelatihan/penilaian/regrade": "services",
    "pelatihan/penilaian/rilis": "viewsets",
    "pelatihan/penilaian/tampak": "rules",
    "pelatihan/penilaian/undian": "rules",
    "pelatihan/penilaian/versi": "selectors",
    "pelatihan/tugas/kabar": "services",
    "pelatihan/tugas/meja": "selectors",
}
RUANG_BAKU = {"apps", "models", "wagtail_hooks", "urls", "tasks", "templatetags", "management"}
RUANG_BAKU |= {"migrations", "typst"}
RUANG_LEBIH = {"home": {"blocks", "services", "bagi"}}
ABAIKAN = {"__init__", "__pycache__"}


def list_nama(folder: Path) -> set[str]:
    """The modules and folders that stand in a folder, without their endings."""
    isi = {p.stem for p in folder.iterdir() if p.is_dir() or p.suffix == ".py"}
    return isi - ABAIKAN


def get_sendiri(folder: Path) -> set[str]:
    return list_nama(folder) - BAKU - MAPA


def get_peringkat(folder: Path, nama: str) -> str:
    return nama if nama in BAKU else PERINGKAT.get(_locate(folder, nama), "rules")


def _locate(folder: Path, nama: str) -> str:
    return f"{folder.relative_to(AKAR)}/{nama}"


@pytest.fixture(scope="module")
def graf():
    return grimp.build_graph(
        "cms", *RUANG_BERIRISAN, exclude_type_checking_imports=True, cache_dir=None
    )


@pytest.mark.parametrize("folder", list_irisan(), ids=lambda p: str(p.relative_to(AKAR)))
def test_nama_berkas_irisan(folder):
    tanpa_peringkat = {n for n in get_sendiri(folder) if _locate(folder, n) not in PERINGKAT}
    assert len(tanpa_peringkat) <= 1, f"more than one own module: {tanpa_peringkat}"


@pytest.mark.parametrize("folder", list_irisan(), ids=lambda p: str(p.relative_to(AKAR)))
def test_modul_sendiri_menepati_peringkat(folder, graf):
    """Own modules are not in the contract of the layers, so their imports are compared here."""
    salah = []
    for pengimpor, diimpor in _list_impor(folder, graf):
        if not may_know("lapis", get_peringkat(folder, pengimpor), get_peringkat(folder, diimpor)):
            salah.append(f"{pengimpor} -> {diimpor}")
    assert not salah


def _list_impor(folder: Path, graf) -> list[tuple[str, str]]:
    """Imports between two modules of a slice of which at least one is its own."""
    paket, sendiri = ".".join(folder.relative_to(AKAR).parts), get_sendiri(folder)
    pasangan = {
        (a.removeprefix(f"{paket}.").split(".")[0], b.removeprefix(f"{paket}.").split(".")[0])
        for a in graf.find_descendants(paket)
        for b in graf.find_modules_directly_imported_by(a)
        if b.startswith(f"{paket}.")
    }
    return [(a, b) for a, b in pasangan if a != b and {a, b} & sendiri]


@pytest.mark.parametrize("ruang", RUANG_BERIRISAN)
def test_puncak_ruang_hanya_mengumpulkan(ruang):
    irisan = {p.name for p in list_irisan() if p.parent.name == ruang}
    assert list_nama(AKAR / ruang) <= RUANG_BAKU | RUANG_LEBIH.get(ruang, set()) | irisan


def test_daftar_peringkat_tidak_usang():
    for nama in PERINGKAT:
        assert (AKAR / f"{nama}.py").exists(), nama
