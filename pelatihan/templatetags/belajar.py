"""What the learner's templates ask for."""

from django import template
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from pelatihan.diskusi.meja import count_menunggu
from pelatihan.hasil.perolehan import Jumlah, get_perolehan_umum
from pelatihan.kursus.blocks import get_ukuran
from pelatihan.kursus.selectors import find_gambar
from pelatihan.muat.rules import render_markdown
from pelatihan.peserta.permissions import is_ikut

register = template.Library()


@register.filter
def markdown(teks: str) -> SafeString:
    """Markdown of a question's reading; raw HTML in it is escaped by the renderer."""
    return mark_safe(render_markdown(teks))  # noqa: S308


@register.simple_tag(takes_context=True)
def is_peserta(context, kursus_kunci) -> bool:
    """Whether whoever reads takes part in this course; nobody is asked about who is not signed in."""
    request = context.get("request")
    return request is not None and is_ikut(request.user, kursus_kunci)


@register.simple_tag
def perolehan_kursus(kursus_kunci) -> Jumlah | None:
    """What a course's learners learnt on the whole; None below five of them."""
    return get_perolehan_umum(kursus_kunci)


@register.simple_tag(takes_context=True)
def tanya_menunggu(context) -> int | None:
    """How many questions wait for whoever reads; None for who has no such desk."""
    return count_menunggu(context["request"].user)


@register.inclusion_tag("pelatihan/belajar/soal/gambar.html")
def gambar_soal(gambar: dict) -> dict:
    """The picture of a question; one that is gone from the library is left out."""
    if nama := gambar.get("bawaan"):
        lebar, tinggi = get_ukuran(nama)
        alamat = static(f"pelatihan/{nama}")
        return {"alamat": alamat, "lebar": lebar, "tinggi": tinggi, "alt": gambar["alt"]}
    return {"gambar": find_gambar(gambar.get("kunci")), "alt": gambar["alt"]}


@register.filter
def milidetik(saat) -> int:
    """An instant as browsers count it."""
    return int(saat.timestamp() * 1000)


@register.filter
def awal(nomor: int) -> str:
    """How the ids of a question begin where several stand on one page."""
    return f"s{nomor}-"
