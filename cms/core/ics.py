"""iCalendar (RFC 5545) on plain values: escaping, folding, one component per event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

PANJANG = 75


@dataclass(frozen=True)
class AcaraIcs:
    """One event. Instants are aware; `urutan` rises with each change."""

    uid: str
    judul: str
    mulai: datetime
    selesai: datetime
    dibuat: datetime
    tempat: str = ""
    keterangan: str = ""
    url: str = ""
    batal: bool = False
    urutan: int = 0


def build_ics(acara: Iterable[AcaraIcs], *, nama: str) -> str:
    """A whole calendar with CRLF line ends, folded at 75 octets."""
    baris = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Guyub//Agenda//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape_teks(nama)}",
        "X-WR-TIMEZONE:Asia/Jakarta",
    ]
    for satu in acara:
        baris += _build_acara(satu)
    return "".join(f"{fold(b)}\r\n" for b in [*baris, "END:VCALENDAR"])


def _build_acara(acara: AcaraIcs) -> list[str]:
    isi = [
        ("UID", acara.uid),
        ("DTSTAMP", _saat(acara.dibuat)),
        ("DTSTART", _saat(acara.mulai)),
        ("DTEND", _saat(acara.selesai)),
        ("SUMMARY", escape_teks(acara.judul)),
        ("LOCATION", escape_teks(acara.tempat)),
        ("DESCRIPTION", escape_teks(acara.keterangan)),
        ("URL", acara.url),
        ("SEQUENCE", str(acara.urutan) if acara.urutan else ""),
        ("STATUS", "CANCELLED" if acara.batal else "CONFIRMED"),
    ]
    return ["BEGIN:VEVENT", *(f"{k}:{v}" for k, v in isi if v), "END:VEVENT"]


def _saat(saat: datetime) -> str:
    return f"{saat.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escape_teks(teks: str) -> str:
    """TEXT values: backslash, semicolon, comma and line ends."""
    for lama, baru in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        teks = teks.replace(lama, baru)
    return "\\n".join(teks.splitlines())


def fold(baris: str) -> str:
    """Lines of at most 75 octets; a character is never cut in two."""
    potong, sekarang = [], ""
    for huruf in baris:
        if len((sekarang + huruf).encode()) > PANJANG - bool(potong):
            potong.append(sekarang)
            sekarang = ""
        sekarang += huruf
    return "\r\n ".join([*potong, sekarang])
