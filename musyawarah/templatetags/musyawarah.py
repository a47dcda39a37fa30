"""Words for decisions."""

from django import template

from musyawarah.rembug import selectors

register = template.Library()
register.filter("cara", selectors.get_cara_teks)
register.filter("kehadiran", selectors.get_hadir_teks)


@register.filter
def pengganti(keputusan) -> str:
    """The number of what replaced it, from what the list already fetched; empty when in force."""
    sah = [p.nama_nomor for p in keputusan.pengganti.all() if p.nomor]
    return sah[0] if sah else ""
