"""What the header asks of the inbox."""

from datetime import datetime

from django import template

from cms.core import waktu
from cms.core.tulisan import format_tanggal

from .. import selectors

register = template.Library()


@register.simple_tag(takes_context=True)
def belum_dibaca(context) -> str:
    """Unread messages of who is signed in ("3", at most "99+"); empty if there are none. One query."""
    user = getattr(context.get("request"), "user", None)
    if user is None or not user.is_authenticated:
        return ""
    banyak = selectors.count_unread(user)
    return "99+" if banyak > 99 else str(banyak or "")


@register.filter
def tanggal_ringkas(saat: datetime) -> str:
    """24 Nov, and of any other year 24 Nov 2025."""
    hari = waktu.ke_wib(saat).date()
    tahun_ini = hari.year == waktu.hari_ini().year
    return format_tanggal(hari, "pendek" if tahun_ini else "pendek-tahun")
