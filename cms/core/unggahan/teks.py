"""Plain text and tables: no web page in disguise, and in UTF-8, so that everybody can read them.

Formulas in a table are data, and so is a line that virus scanners know: both are only ever handed
out as attachments.
"""

import codecs
import re

from django.utils.translation import gettext as _

from .dasar import UnggahanDitolak, make_bukan

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
HALAMAN = re.compile(
    r"<\s*/?(?:script|html|head|body|iframe|svg|object|embed|img|link|meta|style|form)\b"
    r"|<(?:!doctype|!entity|\?xml|\?php)\b",
    re.IGNORECASE,
)


def check_teks(isi: bytes) -> bytes:
    """The text as it came, or turned from UTF-16 into UTF-8. Raises UnggahanDitolak."""
    utf16 = isi.startswith(UTF16)
    try:
        teks = isi.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise UnggahanDitolak(
            _("The text cannot be read. Please save it as UTF-8 and send it again.")
        ) from None
    if "\x00" in teks or HALAMAN.search(teks):
        raise make_bukan()
    return teks.encode("utf-8-sig") if utf16 else isi
