"""The secret part of a personal link. No Django here."""

import hashlib
import secrets

HURUF = "23456789abcdefghjkmnpqrstuvwxyz"
PANJANG = 28  # letters of 31: 138 random bits


def make_token() -> str:
    """A fresh secret without look-alikes, so that it can also be typed from paper."""
    return "".join(secrets.choice(HURUF) for _ in range(PANJANG))


def clean_token(teks: str) -> str | None:
    """A token as somebody's phone sent it, or None when it cannot be one."""
    bersih = teks.lower()
    return bersih if len(bersih) == PANJANG and not set(bersih) - set(HURUF) else None


def hash_token(token: str) -> str:
    """What is stored in its place: with so many random bits a plain digest cannot be turned back."""
    return hashlib.sha256(f"tautan:{token}".encode()).hexdigest()
