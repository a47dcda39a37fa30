"""What a name typed at the door may mean. No Django here."""

import re
import unicodedata
from datetime import date
from itertools import pairwise

import phonenumbers

PEMISAH = re.compile(r"[\s().\-]+")
TAHUN_PERTAMA, TAHUN_TERAKHIR = 1999, 2099


def normalize_telepon(teks: str) -> str | None:
    """A phone number as E.164 (`08…` is Indonesian, +62), or None when it is none."""
    polos = PEMISAH.sub("", teks.strip())
    if not re.fullmatch(r"\+?[0-9]{8,16}", polos, re.ASCII):
        return None
    if polos.startswith("62"):
        polos = f"+{polos}"
    try:
        nomor = phonenumbers.parse(polos, "ID")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(nomor):
        return None
    return phonenumbers.format_number(nomor, phonenumbers.PhoneNumberFormat.E164)


def classify_login(teks: str) -> tuple[str, str]:
    """(field of the account, value to look for): an e-mail, a phone or a username."""
    bersih = unicodedata.normalize("NFKC", teks).strip()
    if "@" in bersih:
        return "email", bersih.casefold()
    telepon = normalize_telepon(bersih)
    return ("telepon", telepon) if telepon else ("username", bersih.casefold())


def is_nama_masuk(teks: str) -> bool:
    """Whether a username can be typed at the door: small letters, no spaces, no phone, no e-mail."""
    bentuk = re.fullmatch(r"[\w.+-]+", teks, re.ASCII) and any(c.isalpha() for c in teks)
    return bool(bentuk) and classify_login(teks) == ("username", teks)


def is_tanggal_wajar(tanggal: date) -> bool:
    """A day on which somebody may hold a role: no year that is only a typing error."""
    return TAHUN_PERTAMA <= tanggal.year <= TAHUN_TERAKHIR


def mask_telepon(telepon: str) -> str:
    """A phone number of which only the last three digits can be read."""
    return f"•••{telepon[-3:]}" if len(telepon) > 6 else "•••" if telepon else ""


def format_telepon(telepon: str | None) -> str:
    """An Indonesian number as its owner writes it, 0812-0000-0005; others as they are."""
    if not telepon or not telepon.startswith("+62"):
        return telepon or ""
    angka = f"0{telepon[3:]}"
    return "-".join(filter(None, [angka[:4], angka[4:8], angka[8:]]))


def dial_telepon(teks: str | None) -> str:
    """What a phone can dial (E.164), or "" for what is only written there like a number."""
    nomor = normalize_telepon(teks or "")
    sah = nomor and phonenumbers.is_valid_number(phonenumbers.parse(nomor))
    return nomor if nomor and sah else ""


def suggest_username(nama: str) -> str:
    """A username from a person's name: "Siti Rahayu" gives siti.rahayu; never digits only."""
    ascii_ = unicodedata.normalize("NFKD", nama).encode("ascii", "ignore").decode()
    kata = re.findall(r"[a-z]+", ascii_.lower())[:2]
    return ".".join(kata)[:30] or "warga"


_SISTEM = (
    *(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows")),
    *(("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")),
)
_PERAMBAN = (
    *(("Firefox/", "Firefox"), ("Edg", "Edge"), ("OPR/", "Opera")),
    *(("SamsungBrowser/", "Samsung Internet"), ("Chrome/", "Chrome"), ("Safari/", "Safari")),
)


def name_perangkat(peramban: str) -> str:
    """What an owner recognises a device by: "Android, Chrome", from what the browser says of itself."""
    kata = [
        next((nama for tanda, nama in daftar if tanda in peramban), "")
        for daftar in (_SISTEM, _PERAMBAN)
    ]
    return ", ".join(filter(None, kata)) or "Perangkat"


PIN_ANGKA = 6


def is_pin(teks: str) -> bool:
    """Six digits."""
    return len(teks) == PIN_ANGKA and teks.isascii() and teks.isdigit()


def is_pin_lemah(pin: str) -> bool:
    """What everybody tries first: one or two digits repeated, or a run up or down."""
    langkah = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return pin == pin[:2] * 3 or pin == pin[:3] * 2 or langkah <= {1} or langkah <= {9}
