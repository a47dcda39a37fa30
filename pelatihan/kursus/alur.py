"""The way through a released course, on plain values: its steps in order and what still locks each.

A release's `susunan` is a list of modules {kunci, judul, pelajaran: […], kuis}. A lesson is {kunci, judul,
menit, sidik} and, where it is not simply read, `cara` (baca, kuis, tugas, hadir), `kuis` and `tugas` (both
frozen), `syarat` (keys of steps). `aturan` holds what counts for the whole course: {topik, berurutan,
hadir_bp, syarat_kursus, tes, wajib_tes_akhir}.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

BACA, KUIS, TUGAS, HADIR = "baca", "kuis", "tugas", "hadir"
# Only of progress: done by the rules of an earlier release, which the newer one does not know.
DIBAWA = "dibawa"
# What a released assignment holds of each line of its rubric.
RUBRIK = ("id", "kriteria", "poin", "minimal", "penuh", "separuh")
AWAL, AKHIR, LANJUTAN = "awal", "akhir", "lanjutan"


@dataclass(frozen=True)
class LangkahRilis:
    """One lesson or quiz as released; `cara` says how it is completed."""

    kunci: str
    judul: str
    jenis: str
    cara: str
    bagian: str
    isi: dict
    syarat: tuple[str, ...] = ()


def list_langkah(susunan: Sequence[dict]) -> list[LangkahRilis]:
    """Lessons, each followed by its own quiz, then the module's quiz; the same quiz once only."""
    hasil: dict[str, LangkahRilis] = {}
    for bagian in susunan:
        for satu in _list_bagian(bagian):
            hasil.setdefault(satu.kunci, satu)
    return list(hasil.values())


def _list_bagian(bagian: dict) -> Iterator[LangkahRilis]:
    nama = bagian["kunci"]
    for satu in bagian["pelajaran"]:
        syarat = tuple(satu.get("syarat", ()))
        cara = satu.get("cara", BACA)
        yield LangkahRilis(satu["kunci"], satu["judul"], "pelajaran", cara, nama, satu, syarat)
        if kuis := satu.get("kuis"):
            yield LangkahRilis(kuis["kunci"], kuis["judul"], "kuis", KUIS, nama, kuis, syarat)
    if kuis := bagian.get("kuis"):
        yield LangkahRilis(kuis["kunci"], kuis["judul"], "kuis", KUIS, nama, kuis)


def find_terkunci(
    langkah: Sequence[LangkahRilis], selesai: Collection[str], *, berurutan: bool
) -> dict[str, list[str]]:
    """Keys of locked steps with the keys that open them.

    Only an earlier step can lock a later one, so no arrangement can lock a course for ever.
    """
    terkunci: dict[str, list[str]] = {}
    terbuka: list[str] = []
    for satu in langkah:
        syarat = terbuka[-1:] if berurutan else [k for k in satu.syarat if k in terbuka]
        kurang = [k for k in syarat if k not in selesai or k in terkunci]
        if kurang and satu.kunci not in selesai:
            terkunci[satu.kunci] = kurang
        terbuka.append(satu.kunci)
    return terkunci


def list_kuis_dari(langkah: Sequence[LangkahRilis], lulus: Collection[str]) -> list[str]:
    """Keys of the steps that passed quizzes complete: the quizzes themselves and their lessons."""
    return [
        satu.kunci
        for satu in langkah
        if (satu.jenis == "kuis" and satu.kunci in lulus)
        or (satu.cara == KUIS and (satu.isi.get("kuis") or {}).get("kunci") in lulus)
    ]


def list_tugas_dari(langkah: Sequence[LangkahRilis], diterima: Collection[str]) -> list[str]:
    """Keys of the lessons that accepted assignments complete."""
    return [
        satu.kunci
        for satu in langkah
        if satu.cara == TUGAS and (satu.isi.get("tugas") or {}).get("kunci") in diterima
    ]


def list_tes_terbuka(*, tamat: bool, lanjut: bool) -> list[str]:
    """The first test until the steps are done, the second from then on, the third when its day has come."""
    return [AKHIR if tamat else AWAL, *([LANJUTAN] if lanjut else [])]


def list_mungkin(dulu: Sequence[LangkahRilis], kini: Sequence[LangkahRilis]) -> set[str]:
    """Keys of the steps that events may complete in the newer release, and did not in the older one."""
    lama = {satu.kunci: _get_syarat(satu) for satu in dulu}
    return {s.kunci for s in kini if s.cara != BACA and lama.get(s.kunci) != _get_syarat(s)}


def needs_tanya(
    kini: Sequence[LangkahRilis], mungkin: Collection[str], lulus: Collection[str]
) -> bool:
    """Whether the events of a learner, who passed these quizzes, may complete any of these steps."""
    return any(s.kunci in mungkin and (s.cara != KUIS or _get_syarat(s)[1] in lulus) for s in kini)


def _get_syarat(satu: LangkahRilis) -> tuple[str, str]:
    """How a step is completed, and the key of the quiz or assignment that does it."""
    if satu.jenis == "kuis":
        return satu.cara, satu.kunci
    return satu.cara, (satu.isi.get(satu.cara) or {}).get("kunci", "")
