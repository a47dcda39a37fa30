"""How a question from a file will look: its answers as plain lines."""

from dataclasses import dataclass

from ..kursus.models import Jenis
from .impor import Butir


@dataclass(frozen=True)
class Jawaban:
    """One line: the text, what it earns (empty: nothing to tell), and the feedback."""

    teks: str
    persen: str = ""
    umpan_balik: str = ""


@dataclass(frozen=True)
class Rupa:
    """A question of a file with everything the maker wants to see before it is taken."""

    butir: Butir
    jenis: str
    bacaan: str
    soal: str
    umpan_balik: str
    jawaban: list[Jawaban]


def build_rupa(butir: Butir) -> Rupa:
    isi = butir.isi
    soal = isi.get("soal", "")
    if "rumpang" in isi:
        soal = f"{soal}\n{isi['rumpang']['teks']}"
    umpan = isi.get("umpan_balik", "")
    jenis = str(Jenis(butir.jenis).label) if butir.jenis else ""
    return Rupa(butir, jenis, isi.get("bacaan", ""), soal, umpan, _list_jawaban(isi))


def _list_jawaban(isi: dict) -> list[Jawaban]:
    baris = [_nilai(p["teks"], p) for p in isi.get("pilihan", ())]
    baris += [_nilai(i["teks"], i) for i in isi.get("isian", ())]
    baris += [_nilai(_angka(a), a) for a in isi.get("angka", ())]
    baris += [Jawaban(f"{p['kiri']} → {p['kanan']}") for p in isi.get("pasangan", ())]
    baris += [Jawaban(f"… → {satu}") for satu in isi.get("pengecoh", ())]
    baris += [Jawaban(f"{n}. {u['teks']}") for n, u in enumerate(isi.get("urutan", ()), start=1)]
    baris += [Jawaban(r["kriteria"], str(r["poin"])) for r in isi.get("rubrik", ())]
    for celah in isi.get("rumpang", {}).get("celah", ()):
        baris += [
            Jawaban(f"[[{celah['id']}]] {j.teks}", j.persen, j.umpan_balik)
            for j in _list_jawaban(celah)
        ]
    return baris


def _nilai(teks: str, satu: dict) -> Jawaban:
    return Jawaban(teks, f"{satu['bobot'] / 100:g}%".replace(".", ","), satu.get("umpan_balik", ""))


def _angka(satu: dict) -> str:
    batas = f" ± {satu['toleransi']}" if satu["toleransi"].strip("0.") else ""
    return f"{satu['nilai']}{batas}".replace(".", ",")
