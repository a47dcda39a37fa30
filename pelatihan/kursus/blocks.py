"""What a lesson is made of."""

import re
from functools import lru_cache
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from cms.core.blocks import TabelBlock

FITUR = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]
DATA = Path(__file__).parent / "data"
_UKURAN = re.compile(r'viewBox="0 0 (\d+) (\d+)"')


def list_gambar() -> list[tuple[str, str]]:
    """The drawings that come with the courses: our own files, served as static files.

    They never pass an upload, so an SVG cannot carry somebody else's script.
    """
    semua = sorted(DATA.glob("*/gambar/*.svg"))
    return [(f"{p.parent.parent.name}/{p.name}", p.stem.replace("-", " ")) for p in semua]


@lru_cache(maxsize=256)
def get_ukuran(bawaan: str) -> tuple[str, str]:
    """Width and height of a drawing, so that the page does not jump when it arrives."""
    kursus, _batas, nama = bawaan.partition("/")
    path = DATA / kursus / "gambar" / nama
    cocok = _UKURAN.search(path.read_text(encoding="utf-8")) if path.is_file() else None
    return (cocok[1], cocok[2]) if cocok else ("640", "480")


class TujuanBlock(blocks.ListBlock):
    """What the learner can do afterwards."""

    def __init__(self, **kwargs):
        super().__init__(blocks.CharBlock(label=_("aim"), max_length=200), **kwargs)

    class Meta:
        label = _("After this you can")
        icon = "check"
        template = "pelatihan/blocks/tujuan.html"


SOROT = {
    "contoh": _("Example"),
    "ingat": _("Remember"),
    "penting": _("Important"),
    "cerita": _("Story"),
}


class SorotValue(blocks.StructValue):
    @property
    def kepala(self):
        """The title given, else the name of the kind."""
        return self["judul"] or SOROT[self["jenis"]]


class SorotBlock(blocks.StructBlock):
    """A passage that stands out."""

    jenis = blocks.ChoiceBlock(list(SOROT.items()), default="contoh", label=_("kind"))
    judul = blocks.CharBlock(required=False, max_length=120, label=_("title"))
    teks = blocks.RichTextBlock(features=FITUR, label=_("text"))

    class Meta:
        label = _("Callout")
        icon = "pick"
        template = "pelatihan/blocks/sorot.html"
        value_class = SorotValue


class GambarBlock(blocks.StructBlock):
    """A drawing of ours or a picture from the library, with words for who cannot see it."""

    gambar = ImageChooserBlock(required=False, label=_("picture"))
    bawaan = blocks.ChoiceBlock(list_gambar, required=False, label=_("drawing of the course"))
    alt = blocks.CharBlock(max_length=300, label=_("what the picture shows"))
    keterangan = blocks.CharBlock(required=False, max_length=300, label=_("caption"))

    def clean(self, value):
        bersih = super().clean(value)
        if bool(bersih["gambar"]) != bool(bersih["bawaan"]):
            return bersih
        pesan = ValidationError(_("Choose either a picture or a drawing of the course."))
        raise blocks.StructBlockValidationError({"gambar": pesan})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        if value["bawaan"]:
            context["lebar"], context["tinggi"] = get_ukuran(value["bawaan"])
        return context

    class Meta:
        label = _("Picture")
        icon = "image"
        template = "pelatihan/blocks/gambar.html"


class LatihanBlock(blocks.StructBlock):
    """Something to work out on paper; the answer opens on request."""

    judul = blocks.CharBlock(required=False, max_length=120, label=_("title"))
    teks = blocks.RichTextBlock(features=FITUR, label=_("exercise"))
    jawaban = blocks.RichTextBlock(features=FITUR, required=False, label=_("answer"))

    class Meta:
        label = _("Exercise")
        icon = "edit"
        template = "pelatihan/blocks/latihan.html"


class CatatanBlock(blocks.StructBlock):
    """A note only facilitators see; neither the public page nor the search holds it."""

    teks = blocks.RichTextBlock(features=FITUR, label=_("note"))

    def get_searchable_content(self, value):
        return []

    class Meta:
        label = _("Note for the facilitator")
        icon = "group"
        template = "pelatihan/blocks/catatan.html"


class PelajaranBlock(blocks.StreamBlock):
    """The body of a lesson."""

    tujuan = TujuanBlock()
    teks = blocks.RichTextBlock(
        features=FITUR, label=_("Text"), icon="pilcrow", template="pelatihan/blocks/teks.html"
    )
    sorot = SorotBlock()
    gambar = GambarBlock()
    tabel = TabelBlock()
    latihan = LatihanBlock()
    catatan = CatatanBlock()
