"""What may be part of what among places. No Django here."""

TINGKAT = ("desa", "dusun", "rw", "rt")


def may_contain(induk: str, anak: str) -> bool:
    """Whether a place of one kind may hold one of another: always from the larger to the smaller."""
    return TINGKAT.index(induk) < TINGKAT.index(anak)
