"""Draw the house as its imports are: `python -m tests.architecture.gambar_rumah` renews the picture.

Rooms are boxes, slices stand in them, an arrow means "imports". An arrow that a chain of others
already implies is left out, so that what remains can be read.
"""

import sys
from collections.abc import Iterator

import grimp

from .susunan import AKAR, RUANG_BERIRISAN, get_kontrak, get_lapis, list_irisan

DOKUMEN = AKAR / "docs" / "arsitektur.md"
AWAL, AKHIR = "<!-- gambar:awal -->", "<!-- gambar:akhir -->"
KABEL = "perkabelan"
Sisi = set[tuple[str, str]]


def build_graf() -> grimp.ImportGraph:
    return grimp.build_graph(
        "cms", *RUANG_BERIRISAN, exclude_type_checking_imports=True, cache_dir=None
    )


def list_ruang() -> dict[str, str]:
    """Every room from top to bottom, with the name it has in the picture; wiring is one box."""
    hasil = {}
    for i, lapis in enumerate(get_lapis("ruang")):
        for nama in sorted(lapis.anggota):
            hasil[nama] = nama.removeprefix("cms.") if i else KABEL
    return hasil


def find_sisi(graf: grimp.ImportGraph, kotak: dict[str, str]) -> Sisi:
    """Which box imports which; what the contracts of rooms let pass by name is not drawn."""
    sisi = set()
    for modul in graf.modules:
        for tujuan in graf.find_modules_directly_imported_by(modul):
            if f"{modul} -> {tujuan}" not in get_kontrak()["ruang"]["ignore_imports"]:
                sisi.add((_get_kotak(modul, kotak), _get_kotak(tujuan, kotak)))
    return {(a, b) for a, b in sisi if a and b and a != b}


def _get_kotak(modul: str, kotak: dict[str, str]) -> str:
    return next((k for nama, k in kotak.items() if f"{modul}.".startswith(f"{nama}.")), "")


def reduce_sisi(sisi: Sisi) -> Sisi:
    """The same reachability with as few arrows as possible."""
    sisa = set(sisi)
    for a, b in sorted(sisi):
        if _is_reachable(a, b, sisa - {(a, b)}):
            sisa.discard((a, b))
    return sisa


def _is_reachable(a: str, b: str, sisi: Sisi) -> bool:
    dilihat, antre = {a}, [a]
    while antre:
        kini = antre.pop()
        baru = {y for x, y in sisi if x == kini} - dilihat
        if b in baru:
            return True
        dilihat |= baru
        antre += baru
    return False


def draw(graf: grimp.ImportGraph) -> str:
    """The picture as Mermaid text."""
    kotak = list_ruang()
    baris = ["```mermaid", "flowchart TD"]
    for nama in dict.fromkeys(kotak.values()):
        baris += _draw_kotak(nama, kotak, graf)
    baris += [f"    {a} --> {b}" for a, b in sorted(reduce_sisi(find_sisi(graf, kotak)))]
    return "\n".join([*baris, "```"])


def _draw_kotak(nama: str, kotak: dict[str, str], graf: grimp.ImportGraph) -> Iterator[str]:
    if nama not in RUANG_BERIRISAN:
        isi = [k for k, v in kotak.items() if v == nama]
        yield f'    {nama}["{"<br>".join(isi)}"]'
        return
    irisan = {
        f"{nama}.{p.name}": f"{nama}_{p.name}" for p in list_irisan() if p.parent.name == nama
    }
    yield f'    subgraph {nama}["{nama}"]'
    yield from (f'        {id_}["{k.split(".")[1]}"]' for k, id_ in irisan.items())
    yield from (f"        {a} --> {b}" for a, b in sorted(reduce_sisi(find_sisi(graf, irisan))))
    yield "    end"


def get_gambar(teks: str) -> str:
    """What stands between the marks of a document."""
    return teks.split(AWAL)[1].split(AKHIR)[0].strip()


def main() -> int:
    teks = DOKUMEN.read_text(encoding="utf-8")
    kepala, sisa = teks.split(AWAL)
    ekor = sisa.split(AKHIR)[1]
    DOKUMEN.write_text(f"{kepala}{AWAL}\n{draw(build_graf())}\n{AKHIR}{ekor}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
