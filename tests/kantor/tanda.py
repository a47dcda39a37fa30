"""A pytest plugin: every message that a catalogue translates stands between ⟦ and ⟧.

Loaded with `-p` in a process of its own before Django starts, for labels are computed once and kept.
"""

from django.utils.safestring import SafeData, mark_safe
from django.utils.translation import trans_real

_gettext, _ngettext = trans_real.gettext, trans_real.ngettext


def _is_known(kunci) -> bool:
    return trans_real.catalog()._catalog.get(kunci) is not None


def _mark(teks: str, asal) -> str:
    bertanda = f"⟦{teks}⟧" if teks.strip() else teks
    return mark_safe(bertanda) if isinstance(asal, SafeData) else bertanda


def gettext(message):
    hasil = _gettext(message)
    kunci = str(message).replace("\r\n", "\n").replace("\r", "\n")
    return _mark(hasil, message) if _is_known(kunci) else hasil


def ngettext(singular, plural, number):
    hasil = _ngettext(singular, plural, number)
    return _mark(hasil, singular) if _is_known((str(singular), 0)) else hasil


trans_real.gettext, trans_real.ngettext = gettext, ngettext
