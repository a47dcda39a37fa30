"""Arithmetic of meetings: quorum, shares, votes, signatures. Pure."""

from collections.abc import Collection, Mapping

BAWAAN = "bawaan"
PENUH = 10_000


def pick_batas(kuorum: Mapping[str, int], jenis: str) -> int:
    """The quorum of a kind of meeting in basis points of the invited; "bawaan" where it has none."""
    return kuorum.get(jenis, kuorum[BAWAAN])


def is_kuorum(*, hadir: int, diundang: int, batas: int) -> bool:
    """Whether enough of the invited came; reaching the bound exactly is enough.

    Example from a real annual meeting: 32 of 55 counted as valid.
    """
    return diundang > 0 and hadir * PENUH >= batas * diundang


def get_bagian(bagian: int, dari: int) -> int | None:
    """A share in basis points, half up; None of nothing."""
    return (2 * bagian * PENUH + dari) // (2 * dari) if dari > 0 else None


def find_salah_hadir(*, diundang: int, hadir: int, perempuan: int) -> str:
    """Which count cannot be: "kosong", "perempuan", or "" when all is well."""
    if diundang <= 0 or hadir <= 0:
        return "kosong"
    return "perempuan" if perempuan > hadir else ""


def find_salah_suara(*, setuju: int, tidak: int, abstain: int, hadir: int) -> str:
    """Why a vote does not carry a decision: "lebih" (more votes than people), "kalah", or ""."""
    if setuju + tidak + abstain > hadir:
        return "lebih"
    return "" if setuju > tidak else "kalah"


def is_cukup(sebagai: Collection[str], *, lain: int) -> bool:
    """Whether coordinator, keeper of the minutes and `lain` more members have signed (one person each)."""
    daftar = list(sebagai)
    return (
        "koordinator" in daftar and "notulis" in daftar and daftar.count("anggota") >= max(lain, 0)
    )
