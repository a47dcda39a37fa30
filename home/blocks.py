"""What the pages of home may hold: the house's blocks and those of the rooms."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks import FITUR_PENDEK, AlamatBlock, IsiBlock, TeksBlock
from musyawarah.rembug.blocks import KeputusanBlock


class RalatBlock(blocks.StructBlock):
    """A correction that says openly what was wrong, and when it was put right."""

    tanggal = blocks.DateBlock(label=_("date of the correction"))
    isi = TeksBlock(label=_("what was wrong, what is right"), features=FITUR_PENDEK)

    class Meta:
        icon = "edit"
        label = _("Correction")
        template = "home/blok/ralat.html"


class LayananBlock(blocks.StructBlock):
    """One service: for whom, what to bring, how it goes."""

    judul = blocks.CharBlock(label=_("service"), max_length=80)
    untuk = blocks.CharBlock(label=_("for whom"), max_length=160, required=False)
    syarat = blocks.ListBlock(
        blocks.CharBlock(label=_("requirement"), max_length=160), label=_("what to bring")
    )
    langkah = blocks.ListBlock(
        blocks.CharBlock(label=_("step"), max_length=200), label=_("how it goes")
    )
    waktu = blocks.CharBlock(label=_("how long it takes"), max_length=80, required=False)
    biaya = blocks.CharBlock(label=_("cost"), max_length=80, required=False)
    url = AlamatBlock(label=_("link"), max_length=200, required=False)
    tautan = blocks.CharBlock(label=_("words of the link"), max_length=60, required=False)

    class Meta:
        icon = "help"
        label = _("Service")
        template = "home/blok/layanan.html"


class IsiHalamanBlock(IsiBlock):
    """The body of home's pages: the house's blocks and what the rooms lend."""

    keputusan = KeputusanBlock()


class DaftarRalatBlock(blocks.StreamBlock):
    ralat = RalatBlock()

    class Meta:
        required = False


class DaftarLayananBlock(blocks.StreamBlock):
    layanan = LayananBlock()

    class Meta:
        required = False
