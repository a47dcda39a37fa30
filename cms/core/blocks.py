"""The few blocks every editor page is composed of; rooms add their own in their `blocks.py`."""

from django.core.exceptions import ValidationError
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.rich_text import expand_db_html

from . import angka, waktu
from .sanitasi import clean_alamat, clean_terbitan

FITUR = ["bold", "italic", "link", "document-link", "ol", "ul"]
FITUR_PENDEK = ["bold", "italic", "link"]
BLOK = "core/blok/"


class TeksBlock(blocks.RichTextBlock):
    """Rich text that is cleaned whenever it is shown, however it came into the database."""

    def render_basic(self, value, context=None):
        return mark_safe(clean_terbitan(expand_db_html(value.source)))  # noqa: S308


class AlamatBlock(blocks.CharBlock):
    """A link typed by hand: a web address, mail, phone, or a path of this site."""

    def clean(self, value):
        bersih = super().clean(value)
        if bersih and not clean_alamat(bersih):
            raise ValidationError(
                _("Write an address that begins with https:// or /, or with mailto: or tel:.")
            )
        return bersih


class JudulBlock(blocks.StructBlock):
    """A heading inside a page; the page's title is the only first-level one."""

    teks = blocks.CharBlock(label=_("heading"), max_length=120)
    tingkat = blocks.ChoiceBlock(
        label=_("size"), choices=[("2", _("large")), ("3", _("small"))], default="2"
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = BLOK + "judul.html"


class GambarBlock(blocks.StructBlock):
    """A picture that also people who cannot see it can follow."""

    gambar = ImageChooserBlock(label=_("picture"))
    alt = blocks.CharBlock(
        label=_("What does the picture show?"),
        max_length=200,
        help_text=_("Read aloud to people who cannot see it. One sentence."),
    )
    keterangan = blocks.CharBlock(label=_("caption"), max_length=240, required=False)
    kredit = blocks.CharBlock(label=_("photographer or source"), max_length=120, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = BLOK + "gambar.html"


class KutipanBlock(blocks.StructBlock):
    isi = blocks.TextBlock(label=_("what was said"), max_length=500, rows=3)
    siapa = blocks.CharBlock(label=_("who said it"), max_length=80, required=False)
    jabatan = blocks.CharBlock(label=_("office or place"), max_length=80, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "components/kutipan.html"

    def get_context(self, value, parent_context=None):
        return {**super().get_context(value, parent_context), **value}


class SorotBlock(blocks.StructBlock):
    """One thing that must not be overlooked."""

    judul = blocks.CharBlock(label=_("heading"), max_length=80, required=False)
    isi = TeksBlock(label=_("text"), features=FITUR_PENDEK)

    class Meta:
        icon = "warning"
        label = _("Callout")
        template = BLOK + "sorot.html"


class DokumenBlock(blocks.StructBlock):
    judul = blocks.CharBlock(label=_("heading"), max_length=80, required=False)
    dokumen = blocks.ListBlock(DocumentChooserBlock(label=_("document")), label=_("documents"))

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = BLOK + "dokumen.html"


def get_pilihan_angka() -> list[tuple[str, str]]:
    """The figures the rooms offer, for choosing."""
    return [(s.kode, s.judul) for s in angka.get_daftar_sumber()]


class AngkaBlock(blocks.StructBlock):
    """A figure with its unit and date: from the books where a room offers it, else typed."""

    judul = blocks.CharBlock(label=_("what is counted"), max_length=80)
    sumber = blocks.ChoiceBlock(
        label=_("from the books"),
        choices=get_pilihan_angka,
        required=False,
        help_text=_("Chosen here, the figure keeps itself up to date; leave the next three empty."),
    )
    nilai = blocks.CharBlock(label=_("figure"), max_length=24, required=False)
    satuan = blocks.CharBlock(label=_("unit"), max_length=40, required=False)
    per_tanggal = blocks.DateBlock(label=_("as of"), required=False)

    class Meta:
        icon = "decimal"
        label = _("Figure")
        template = BLOK + "angka.html"

    def clean(self, value):
        bersih = super().clean(value)
        if bersih["sumber"] or (bersih["nilai"] and bersih["per_tanggal"]):
            return bersih
        pesan = ValidationError(_("Choose a source, or type the figure and its date."))
        raise blocks.StructBlockValidationError({"nilai": pesan})

    def get_context(self, value, parent_context=None):
        hasil = angka.get_angka(value["sumber"], waktu.hari_ini()) if value["sumber"] else None
        return {**super().get_context(value, parent_context), "hasil": hasil}


class MataRantaiBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("when or which step"), max_length=60, required=False)
    judul = blocks.CharBlock(label=_("what"), max_length=120)
    isi = blocks.TextBlock(label=_("text"), max_length=400, required=False, rows=2)
    url = AlamatBlock(label=_("link"), max_length=200, required=False)
    tautan = blocks.CharBlock(label=_("words of the link"), max_length=60, required=False)
    keadaan = blocks.ChoiceBlock(
        label=_("state"),
        choices=[("kini", _("now here")), ("belum", _("not yet"))],
        required=False,
    )


class RantaiBlock(blocks.StructBlock):
    """Steps that lead to each other, drawn as a chain."""

    simpul = blocks.ListBlock(MataRantaiBlock(label=_("step")), label=_("steps"), min_num=2)

    class Meta:
        icon = "link"
        label = _("Chain")
        template = BLOK + "rantai.html"


class TabelBlock(TableBlock):
    """A table with a caption, drawn by the house's component."""

    class Meta:
        icon = "table"
        label = _("Table")
        template = BLOK + "tabel.html"


class GaleriBlock(blocks.StructBlock):
    foto = blocks.ListBlock(GambarBlock(), label=_("pictures"), min_num=2, max_num=24)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = BLOK + "galeri.html"


class IsiBlock(blocks.StreamBlock):
    """The body of a page."""

    paragraf = TeksBlock(label=_("Paragraph"), icon="pilcrow", features=FITUR)
    judul = JudulBlock()
    gambar = GambarBlock()
    galeri = GaleriBlock()
    kutipan = KutipanBlock()
    tabel = TabelBlock()
    dokumen = DokumenBlock()
    sorot = SorotBlock()
    angka = AngkaBlock()
    rantai = RantaiBlock()

    class Meta:
        required = False
