"""What only home's templates ask for."""

import json
from urllib.parse import quote

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_LOLOS = {ord(h): f"\\u{ord(h):04x}" for h in "<>&\u2028\u2029"}


@register.filter
def json_ld(skema: dict) -> SafeString:
    """A data block for search engines; nothing in it can end the element it stands in."""
    isi = json.dumps(skema, ensure_ascii=False, separators=(",", ":")).translate(_LOLOS)
    return mark_safe(f'<script type="application/ld+json">{isi}</script>')  # noqa: S308


@register.simple_tag
def bagi_whatsapp(judul: str, alamat: str) -> str:
    """The address of a plain link that opens WhatsApp with title and link typed in."""
    return f"https://wa.me/?text={quote(f'{judul} {alamat}')}"
