"""Questions of several fields as a page shows them: matching, putting in order, text with gaps."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..kursus.bentuk import CELAH, make_id
from . import rules

Acak = Callable[[list[dict]], list[dict]]


@dataclass(frozen=True)
class Buka:
    """What may leave the server: what the given answer earned, and what would have been right."""

    umpan: bool
    kunci: bool


@dataclass(frozen=True)
class PilihanTampak:
    id: str
    teks: str
    dipilih: bool
    tanggapan: str = ""


@dataclass(frozen=True)
class KriteriaTampak:
    """One line of a rubric; `diberi` is None while nobody has marked it."""

    id: str
    kriteria: str
    poin: int
    diberi: int | None = None


@dataclass(frozen=True)
class KoreksiTampak:
    """What a learner reads of a correction; `kunci`: other answers are right, and those are shown."""

    cara: str
    alasan: str

    @property
    def berkunci(self) -> bool:
        return self.cara == "kunci"


@dataclass(frozen=True)
class IsianTampak:
    """One field of a question: a text to write, or one of `opsi` (value, words) to choose."""

    id: str
    label: str
    jenis: str
    opsi: list[tuple[str, str]]
    nilai: str
    sebelum: str = ""
    tanggapan: str = ""
    benar: str = ""

    @property
    def nama(self) -> str:
        return f"isi-{self.id}"

    @property
    def terpilih(self) -> str:
        """What was given, in words."""
        return dict(self.opsi).get(self.nilai, "") if self.jenis == "pilihan" else self.nilai


def list_pilihan(satu: dict, diberi: dict, acak: Acak, buka: Buka) -> list[PilihanTampak]:
    """The choices in the order shown; right or wrong keep theirs."""
    pilihan = satu["isi"].get("pilihan", [])
    if satu["jenis"] != "benar-salah":
        pilihan = acak(pilihan)
    dipilih = set(diberi.get("pilihan", ()))
    return [
        PilihanTampak(
            p["id"],
            p["teks"],
            p["id"] in dipilih,
            _judge_pilihan(buka, p["bobot"] > 0, p["id"] in dipilih),
        )
        for p in pilihan
    ]


def _judge_pilihan(buka: Buka, benar: bool, dipilih: bool) -> str:
    """After handing in, what was ticked is judged; the right answers show only to who passed."""
    if not buka.umpan or not (dipilih or (buka.kunci and benar)):
        return ""
    return "benar" if benar else "keliru"


def list_isian(jenis: str, isi: dict, diberi: dict, acak: Acak, buka: Buka) -> list[IsianTampak]:
    """The fields of a question in the order shown; none for kinds that have one answer only."""
    bentuk = {"menjodohkan": _list_pasangan, "mengurutkan": _list_urutan, "rumpang": _list_celah}
    if jenis not in bentuk:
        return []
    return [_judge(satu, nilai, buka) for satu, nilai in bentuk[jenis](isi, diberi, acak)]


def _judge(satu: IsianTampak, nilai: int, buka: Buka) -> IsianTampak:
    """What was given is judged once feedback is open; what is right shows only where that is open too."""
    tepat = nilai == rules.PENUH
    tanggapan = ("benar" if tepat else "sebagian" if nilai else "keliru") if buka.umpan else ""
    benar = satu.benar if buka.kunci and not tepat else ""
    return replace(satu, tanggapan=tanggapan if satu.nilai else "", benar=benar)


def _list_pasangan(isi: dict, diberi: dict, acak: Acak) -> list[tuple[IsianTampak, int]]:
    opsi = [(k["id"], k["teks"]) for k in acak(rules.list_kanan(isi))]
    pilih = diberi.get("pasangan", {})
    return [
        (
            IsianTampak(
                p["id"], p["kiri"], "pilihan", opsi, pilih.get(p["id"], ""), benar=p["kanan"]
            ),
            rules.PENUH * (pilih.get(p["id"]) == make_id(p["kanan"])),
        )
        for p in isi["pasangan"]
    ]


def _list_urutan(isi: dict, diberi: dict, acak: Acak) -> list[tuple[IsianTampak, int]]:
    opsi = [(str(n), str(n)) for n in range(1, len(isi["urutan"]) + 1)]
    tempat = {satu: str(n) for n, satu in enumerate(diberi.get("urutan", ()), start=1)}
    benar = {u["id"]: str(n) for n, u in enumerate(isi["urutan"], start=1)}
    return [
        (
            IsianTampak(
                u["id"],
                u["teks"],
                "pilihan",
                opsi,
                tempat.get(u["id"], ""),
                benar=benar[u["id"]],
            ),
            rules.PENUH * (tempat.get(u["id"]) == benar[u["id"]]),
        )
        for u in acak(isi["urutan"])
    ]


def _list_celah(isi: dict, diberi: dict, acak: Acak) -> list[tuple[IsianTampak, int]]:
    potong = CELAH.split(isi["rumpang"]["teks"])
    celah = {c["id"]: c for c in isi["rumpang"]["celah"]}
    isian = diberi.get("celah", {})
    return [
        (
            _show_celah(celah[kode], str(n), isian.get(kode, ""), sebelum, acak),
            rules.mark_celah(celah[kode], isian.get(kode, "")),
        )
        for n, (sebelum, kode) in enumerate(zip(potong[::2], potong[1::2], strict=False), start=1)
    ]


def _show_celah(celah: dict, label: str, nilai: str, sebelum: str, acak: Acak) -> IsianTampak:
    jenis = celah["jenis"]
    opsi = [(p["id"], p["teks"]) for p in acak(celah["pilihan"])] if jenis == "pilihan" else []
    return IsianTampak(
        celah["id"], label, jenis, opsi, nilai, sebelum=sebelum, benar=show_kunci(jenis, celah)
    )


def get_sisa(isi: dict) -> str:
    """The text after the last gap."""
    return str(CELAH.split(isi["rumpang"]["teks"])[-1]) if "rumpang" in isi else ""


def show_kunci(jenis: str, isi: dict) -> str:
    """The right answer to a number, a word or a gap, as people write it."""
    if jenis in ("pilihan", "isian", "isian-singkat"):
        daftar = isi["pilihan"] if jenis == "pilihan" else isi["isian"]
        return next(
            (str(p["teks"]).replace("*", "…") for p in daftar if p["bobot"] == rules.PENUH), ""
        )
    if jenis == "angka":
        return rules.format_angka(
            next(a["nilai"] for a in isi["angka"] if a["bobot"] == rules.PENUH)
        )
    return ""


def correct_soal(soal: dict, koreksi: dict | None) -> dict:
    """A released question with what its correction replaced, for showing."""
    return {**soal, "isi": {**soal["isi"], **koreksi["isi"]}} if koreksi else soal


def correct_hasil(
    soal: dict, koreksi: dict | None, hasil: dict, jawaban: dict | None, diberi_bp: int | None
) -> dict:
    """What came of an answer, under a correction: its new mark and why. What was said about the answer
    before may no longer be true, so it is left out. `soal` as released."""
    if not (koreksi and hasil):
        return hasil
    tampak = KoreksiTampak(koreksi["cara"], koreksi["alasan"])
    nilai = rules.apply_koreksi(soal, koreksi, diberi_bp, jawaban)[1]
    tutup = {} if tampak.berkunci else {"jawaban_benar": ""}
    return {**hasil, **tutup, "nilai_bp": nilai, "umpan_balik": (), "koreksi": tampak}
