"""What a lesson is made of."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.images.blocks import ImageChooserBlock

FITUR = ["h3", "h4", "bold", "italic", "ol", "ul", "link"]
GAMBAR = Path(__file__).parent.parent / "static" / "pelatihan" / "gambar"


def list_gambar() -> list[tuple[str, str]]:
    """The drawings that come with the courses; they are static files and safe to show as they are."""
    return [(p.stem, p.stem.replace("-", " ")) for p in sorted(GAMBAR.glob("*.svg"))]


class TujuanBlock(blocks.ListBlock):
    """What the learner can do afterwards."""

    def __init__(self, **kwargs):
        super().__init__(blocks.CharBlock(label=_("aim"), max_length=200), **kwargs)

    class Meta:
        label = _("After this you can")
        icon = "check"
        template = "pelatihan/blocks/tujuan.html"


class SorotBlock(blocks.StructBlock):
    """A passage that stands out."""

    jenis = blocks.ChoiceBlock(
        [
            ("contoh", _("Example")),
            ("ingat", _("Remember")),
            ("penting", _("Important")),
            ("cerita", _("Story")),
        ],
        default="contoh",
        label=_("kind"),
    )
    judul = blocks.CharBlock(required=False, max_length=120, label=_("title"))
    teks = blocks.RichTextBlock(features=FITUR, label=_("text"))

    class Meta:
        label = _("Callout")
        icon = "pick"
        template = "pelatihan/blocks/sorot.html"


class GambarBlock(blocks.StructBlock):
    """A drawing of ours or a picture from the library, with words for who cannot see it."""

    gambar = ImageChooserBlock(required=False, label=_("picture"))
    bawaan = blocks.ChoiceBlock(list_gambar, required=False, label=_("drawing of the course"))
    alt = blocks.CharBlock(max_length=300, label=_("what the picture shows"))
    keterangan = blocks.CharBlock(required=False, max_length=300, label=_("caption"))

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
    tabel = TableBlock(label=_("Table"), template="pelatihan/blocks/tabel.html")
    latihan = LatihanBlock()
    catatan = CatatanBlock()
