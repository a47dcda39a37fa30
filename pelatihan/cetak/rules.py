"""A lesson's blocks as plain data for print; HTML of the editor becomes paragraphs and lists."""

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Any

TEBAL, MIRING = {"b", "strong"}, {"i", "em"}
BARIS = {"p", "h2", "h3", "li"}
JENIS_SOROT = {"contoh": "Contoh", "ingat": "Ingat", "penting": "Penting", "cerita": "Cerita"}


class _Pembaca(HTMLParser):
    """Collects rows {jenis, tingkat, nomor, isi: [{teks, tebal, miring, alamat}]}."""

    def __init__(self) -> None:
        super().__init__()
        self.baris: list[dict[str, Any]] = []
        self._gaya: list[str] = []
        self._alamat: list[str] = []
        self._daftar: list[list[Any]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self._daftar.append([tag, 0])
        elif tag == "br":
            self._append("\n")
        elif tag == "a":
            self._alamat.append(dict(attrs).get("href") or "")
        elif tag in TEBAL | MIRING:
            self._gaya.append("tebal" if tag in TEBAL else "miring")
        elif tag in BARIS:
            self._begin(tag)

    def _begin(self, tag: str) -> None:
        nomor = 0
        if tag == "p" and self._daftar and self.baris and not self.baris[-1]["isi"]:
            return
        if tag == "li" and self._daftar:
            self._daftar[-1][1] += 1
            nomor = self._daftar[-1][1] if self._daftar[-1][0] == "ol" else 0
        tingkat = len(self._daftar) if tag == "li" else 0
        self.baris.append({"jenis": tag, "tingkat": tingkat, "nomor": nomor, "isi": []})

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._daftar:
            self._daftar.pop()
        elif tag == "a" and self._alamat:
            self._alamat.pop()
        elif tag in TEBAL | MIRING and self._gaya:
            self._gaya.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() or (self.baris and self.baris[-1]["isi"]):
            self._append(data)

    def _append(self, teks: str) -> None:
        if not self.baris:
            self._begin("p")
        alamat = self._alamat[-1] if self._alamat else ""
        aman = alamat if alamat.startswith(("https://", "http://")) else ""
        isi = {"teks": teks, "tebal": "tebal" in self._gaya, "miring": "miring" in self._gaya}
        self.baris[-1]["isi"].append({**isi, "alamat": aman})


def read_html(html: str) -> list[dict[str, Any]]:
    """Paragraphs, headings and list items in order; scripts and unknown tags leave only their text."""
    pembaca = _Pembaca()
    pembaca.feed(html or "")
    pembaca.close()
    return [satu for satu in pembaca.baris if satu["isi"]]


def build_blok(isi: Iterable[dict], gambar: dict[int, str]) -> list[dict]:
    """Blocks for print. Facilitators' notes and kinds we do not know are left out.

    `gambar` holds pictures of the library as SVG text by their number.
    """
    siap = (_build(satu.get("type", ""), satu.get("value"), gambar) for satu in isi)
    return [satu for satu in siap if satu]


def _build(jenis: str, nilai: Any, gambar: dict[int, str]) -> dict | None:
    if jenis == "teks":
        return {"jenis": "teks", "isi": read_html(nilai)}
    if jenis == "tujuan":
        return {"jenis": "tujuan", "isi": [_get_butir(satu) for satu in nilai]}
    if jenis == "sorot":
        kepala = nilai.get("judul") or JENIS_SOROT.get(nilai.get("jenis"), "")
        return {"jenis": "sorot", "judul": kepala, "isi": read_html(nilai.get("teks", ""))}
    if jenis == "gambar":
        return _build_gambar(nilai, gambar)
    if jenis == "tabel":
        return _build_tabel(nilai)
    if jenis == "latihan":
        soal, jawaban = (read_html(nilai.get(n) or "") for n in ("teks", "jawaban"))
        return {"jenis": "latihan", "judul": nilai.get("judul") or "Latihan"} | {
            "isi": soal,
            "jawaban": jawaban,
        }
    return None


def _get_butir(satu: Any) -> str:
    """An item of a list block, old or new form."""
    return str(satu.get("value", "")) if isinstance(satu, dict) else str(satu)


def _build_gambar(nilai: dict, gambar: dict[int, str]) -> dict | None:
    kata = {"alt": nilai.get("alt") or "", "keterangan": nilai.get("keterangan") or ""}
    if nilai.get("bawaan"):
        kursus, _batas, nama = nilai["bawaan"].partition("/")
        return {"jenis": "gambar", "path": f"{kursus}/gambar/{nama}", "svg": "", **kata}
    if svg := gambar.get(nilai.get("gambar") or 0):
        return {"jenis": "gambar", "path": "", "svg": svg, **kata}
    return None


def _build_tabel(nilai: dict | None) -> dict | None:
    baris = [[str(sel or "") for sel in b] for b in (nilai or {}).get("data") or []]
    if not baris or not baris[0]:
        return None
    berkepala = bool((nilai or {}).get("first_row_is_table_header"))
    judul = (nilai or {}).get("table_caption") or ""
    return {"jenis": "tabel", "judul": judul, "kepala": berkepala, "baris": baris}


def list_gambar(isi: Iterable[dict]) -> set[int]:
    """Numbers of the library's pictures in a lesson."""
    nilai = [satu["value"] for satu in isi if satu.get("type") == "gambar"]
    return {satu["gambar"] for satu in nilai if satu.get("gambar") and not satu.get("bawaan")}
