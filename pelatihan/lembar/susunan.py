"""A question as it stands on a sheet: numbers, and the letters that the seed's order gives; pure."""

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ..kursus.bentuk import CELAH, make_id
from ..penilaian import rules as nilai

PILIHAN = ("pilihan-tunggal", "pilihan-ganda", "benar-salah")


@dataclass(frozen=True)
class Opsi:
    """Something to choose, by its letter on the sheet."""

    huruf: str
    id: str
    teks: str


@dataclass(frozen=True)
class Celah:
    """A gap; `opsi` only where one chooses."""

    id: str
    jenis: str
    opsi: tuple[Opsi, ...]
    benar: str


@dataclass(frozen=True)
class Butir:
    """One question of a sheet. `nomor` is 0 for mere text, which nobody answers."""

    nomor: int
    kunci: str
    jenis: str
    isi: dict
    opsi: tuple[Opsi, ...] = ()
    kiri: tuple[tuple[str, str], ...] = ()
    celah: tuple[Celah, ...] = ()

    def get_huruf(self, kode: str) -> str:
        """The letter of a choice on this sheet."""
        return next((o.huruf for o in self.opsi if o.id == kode), "")


def list_butir(kuis: dict, benih: int) -> list[Butir]:
    """The questions of a sheet in its order, from released content and seed alone, as on a screen."""
    hasil, nomor = [], 0
    for soal in nilai.draw_soal(kuis, benih):
        nomor += soal["jenis"] != nilai.TANPA_NILAI
        hasil.append(_build(soal, nomor, kuis["acak_pilihan"], benih))
    return hasil


def _build(soal: dict, nomor: int, acak_pilihan: bool, benih: int) -> Butir:
    jenis, isi = soal["jenis"], soal["isi"]
    acak = partial(nilai.shuffle_pilihan, benih=benih, soal_kunci=soal["kunci"])
    isian: dict = {}
    if jenis in PILIHAN:
        pilihan = isi["pilihan"]
        campur = acak_pilihan and jenis != "benar-salah"
        isian["opsi"] = letter_opsi(acak(pilihan) if campur else pilihan, jenis)
    elif jenis == "menjodohkan":
        isian["opsi"] = letter_opsi(acak(nilai.list_kanan(isi)))
        isian["kiri"] = tuple((p["id"], p["kiri"]) for p in isi["pasangan"])
    elif jenis == "mengurutkan":
        isian["opsi"] = letter_opsi(acak(isi["urutan"]))
    elif jenis == "rumpang":
        isian["celah"] = tuple(_build_celah(c, acak) for c in _sort_celah(isi["rumpang"]))
    tanpa = jenis == nilai.TANPA_NILAI
    return Butir(0 if tanpa else nomor, soal["kunci"], jenis, isi, **isian)


def letter_opsi(pilihan: Sequence[dict], jenis: str = "") -> tuple[Opsi, ...]:
    """A, B, C … in the order given; "Benar" and "Salah" are B and S."""
    huruf = list(string.ascii_uppercase)
    if jenis == "benar-salah":
        awal = [p["teks"].strip()[:1].upper() for p in pilihan]
        huruf = awal if sorted(awal) == ["B", "S"] else huruf
    return tuple(Opsi(h, p["id"], p["teks"]) for h, p in zip(huruf, pilihan, strict=False))


def _sort_celah(rumpang: dict) -> list[dict]:
    """Gaps as they come in the text, each once."""
    menurut = {c["id"]: c for c in rumpang["celah"]}
    urut = dict.fromkeys(k for k in CELAH.findall(rumpang["teks"]) if k in menurut)
    return [menurut[k] for k in urut]


def _build_celah(celah: dict, acak) -> Celah:
    jenis = celah["jenis"]
    opsi = letter_opsi(acak(celah["pilihan"])) if jenis == "pilihan" else ()
    return Celah(celah["id"], jenis, opsi, _get_benar(celah, opsi))


def _get_benar(celah: dict, opsi: tuple[Opsi, ...]) -> str:
    """As it is typed."""
    daftar = celah["isian" if celah["jenis"] == "isian" else celah["jenis"]]
    penuh = next((d for d in daftar if d["bobot"] == nilai.PENUH), daftar[0])
    if celah["jenis"] == "pilihan":
        return next((o.huruf for o in opsi if o.id == penuh["id"]), "")
    return str(penuh.get("teks", penuh.get("nilai", "")))


def write_celah(butir: Butir) -> str:
    """The text with numbered gaps and, where one chooses, the lettered choices behind."""
    tempat = {c.id: (n, c) for n, c in enumerate(butir.celah, start=1)}

    def tulis(cocok: re.Match) -> str:
        n, celah = tempat[cocok[1]]
        pilih = ", ".join(f"{o.huruf} {o.teks}" for o in celah.opsi)
        return f"({n}) ____________" + (f" [{pilih}]" if pilih else "")

    return CELAH.sub(lambda c: tulis(c) if c[1] in tempat else c[0], butir.isi["rumpang"]["teks"])


def write_kunci(butir: Butir) -> str:
    """The right answer in the very words that may be typed; empty for essays."""
    isi = butir.isi
    if butir.jenis in PILIHAN:
        benar = [p["id"] for p in isi["pilihan"] if p["bobot"] > 0]
        if butir.jenis != "pilihan-ganda":
            benar = [p["id"] for p in isi["pilihan"] if p["bobot"] == nilai.PENUH][:1]
        return "".join(sorted(butir.get_huruf(k) for k in benar))
    if butir.jenis == "menjodohkan":
        kanan = [butir.get_huruf(make_id(p["kanan"])).lower() for p in isi["pasangan"]]
        return " ".join(f"{n}{h}" for n, h in enumerate(kanan, start=1))
    if butir.jenis == "mengurutkan":
        return "".join(butir.get_huruf(u["id"]) for u in isi["urutan"]).lower()
    if butir.jenis == "rumpang":
        return " / ".join(c.benar for c in butir.celah)
    daftar = isi.get({"angka": "angka", "isian-singkat": "isian"}.get(butir.jenis, ""), ())
    penuh = next((d for d in daftar if d["bobot"] == nilai.PENUH), {})
    return str(penuh.get("teks", penuh.get("nilai", ""))).replace(".", ",", butir.jenis == "angka")


# -- in plain words ----------------------------------------------------------------------------------
def describe_jawaban(butir: Butir, isi: dict) -> list[str]:
    """An answer as a person reads it on the sheet, one thing a line."""
    opsi = {o.id: f"{o.huruf}. {o.teks}" for o in butir.opsi}
    if "pilihan" in isi:
        return [baris for kode, baris in opsi.items() if kode in isi["pilihan"]]
    if "urutan" in isi:
        return [opsi[kode] for kode in isi["urutan"]]
    if "pasangan" in isi:
        pasang = isi["pasangan"]
        return [f"{kiri} → {opsi[pasang[kode]]}" for kode, kiri in butir.kiri if kode in pasang]
    if "celah" in isi:
        return _describe_celah(butir, isi["celah"])
    return [_describe_angka(isi["teks"]) if butir.jenis == "angka" else isi["teks"]]


def _describe_celah(butir: Butir, diberi: dict) -> list[str]:
    kata = []
    for n, celah in enumerate(butir.celah, start=1):
        teks = diberi.get(celah.id, "")
        pilihan = {o.id: f"{o.huruf}. {o.teks}" for o in celah.opsi}
        teks = _describe_angka(teks) if teks and celah.jenis == "angka" else pilihan.get(teks, teks)
        kata += [f"({n}) {teks}"] if teks else []
    return kata


def _describe_angka(teks: str) -> str:
    angka = nilai.parse_angka(teks)
    return teks if angka is None else nilai.format_angka(f"{angka.normalize():f}")


def strip_markdown(teks: str) -> str:
    """Reading text without the marks of its markup, for paper."""
    teks = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", teks)
    teks = re.sub(r"(\*\*|__|`)(.+?)\1", r"\2", teks)
    teks = re.sub(r"(?<!\w)[*_](\S[^*_\n]*)[*_](?!\w)", r"\1", teks)
    return re.sub(r"(?m)^\s{0,3}#{1,6}\s+|^\s*[-*]\s+(?=\S)", "", teks).strip()
