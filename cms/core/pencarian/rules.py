"""What of a typed query reaches a database. Pure."""

import re
import unicodedata

KATA_MAKS = 8
HURUF_MAKS = 40
KETIK_MAKS = 200


def clean_kata(ketikan: str) -> str:
    """Words of letters and digits, at most eight, one space between; "" when nothing is left.

    Quotes, operators, NUL, emoji and half surrogates never reach a full-text engine, so that
    nothing typed can be a syntax error there.
    """
    teks = unicodedata.normalize("NFKC", ketikan[:KETIK_MAKS])
    kata = re.findall(r"[^\W_]+", teks)
    return " ".join(k[:HURUF_MAKS] for k in kata[:KATA_MAKS])
