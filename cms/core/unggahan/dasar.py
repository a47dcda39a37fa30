"""What every kind of upload shares: the refusal, the result, and how much is read."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

BYTE_TERBANYAK = 10 * 1024 * 1024


class UnggahanDitolak(Exception):
    """The file cannot be taken; the text says why, for the person who sent it."""


@dataclass(frozen=True)
class Unggahan:
    """A file that may be kept: its clean name, type and content."""

    nama: str
    jenis: str
    isi: bytes


def read_isi(berkas) -> bytes:
    """The bytes of an upload of modest size. Raises UnggahanDitolak."""
    if berkas.size > BYTE_TERBANYAK:
        raise UnggahanDitolak(_("The file is larger than 10 MB. Please send a smaller one."))
    berkas.seek(0)
    isi = berkas.read(BYTE_TERBANYAK + 1)
    if not isi:
        raise UnggahanDitolak(_("The file is empty. Please choose it again."))
    return isi


def make_bukan() -> UnggahanDitolak:
    return UnggahanDitolak(_("The file is not what its name says. Please save it anew."))
