"""The narrow door for text from outside: bleach decides what is kept, nh3 enforces it again.

bleach gets no further releases, so nothing else in the house imports it.
"""

import html
import re
from urllib.parse import urlsplit

import bleach
import nh3

_TAG = {"p", "br", "strong", "b", "em", "i", "ul", "ol", "li", "a", "blockquote"}
_ATRIBUT = {"a": {"href"}}
_SKEMA = {"http", "https", "mailto", "tel"}


def clean_html(teks: str) -> str:
    """Simple formatted text without anything that runs, loads or styles."""
    kasar = bleach.clean(
        teks.replace("\x00", ""),
        tags=_TAG,
        attributes={tag: list(nama) for tag, nama in _ATRIBUT.items()},
        protocols=_SKEMA,
        strip=True,
        strip_comments=True,
    )
    return nh3.clean(
        kasar, tags=_TAG, attributes=_ATRIBUT, url_schemes=_SKEMA, link_rel="nofollow noopener"
    )


def clean_terbitan(teks: str) -> str:
    """What an editor wrote, at the moment it is shown: our own links keep their standing.

    nh3 alone, because pages are drawn often; the editor's form has already narrowed the text.
    """
    return nh3.clean(teks, tags=_TAG, attributes=_ATRIBUT, url_schemes=_SKEMA, link_rel="noopener")


def clean_alamat(teks: str | None) -> str:
    """A link that only leads somewhere (web, mail, phone, our own path); anything else is "".

    Browsers read a backslash as a slash and skip control characters, so neither may be inside.
    """
    alamat = (teks or "").strip(" ")
    if re.search(r"[\s\x00-\x1f\x7f\\]", alamat):
        return ""
    if alamat.startswith("/"):
        return "" if alamat.startswith("//") else alamat
    try:
        bagian = urlsplit(alamat)
    except ValueError:
        return ""
    isi = bagian.netloc if bagian.scheme in ("http", "https") else bagian.path
    return alamat if bagian.scheme in _SKEMA and isi else ""


def clean_teks(teks: str) -> str:
    """Plain text: every tag removed, entities back to letters, lines kept."""
    tanpa_tag = bleach.clean(teks.replace("\x00", ""), tags=set(), strip=True, strip_comments=True)
    return html.unescape(nh3.clean(tanpa_tag, tags=set())).strip()
