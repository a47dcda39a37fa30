"""What the pages at the door need."""

from django import template
from django.utils.http import urlencode

from ..rules import dial_telepon, format_telepon

register = template.Library()
register.filter("telepon", format_telepon)
register.filter("nomor_panggil", dial_telepon)


@register.filter
def tambah_tujuan(alamat: str, tujuan: str | None) -> str:
    """An address of the door that remembers where its reader was going."""
    return f"{alamat}?{urlencode({'next': tujuan})}" if tujuan else alamat
