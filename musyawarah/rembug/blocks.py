"""A decision inside an editor's page, and the chooser behind it."""

from django.utils.translation import gettext_lazy as _

from cms.core.pemilih import PemilihViewSet

from .models import Keputusan


class KeputusanChooser(PemilihViewSet):
    """What is ratified is public; drafts are no business of a page."""

    model = Keputusan
    icon = "clipboard-list"
    choose_one_text = _("Choose a decision")
    choose_another_text = _("Choose another decision")
    page_title = _("Choose a decision")

    def list_terlihat(self, user):
        return Keputusan.objects.disahkan().order_by("-tahun", "-nomor")


keputusan_chooser = KeputusanChooser("keputusan_chooser", url_prefix="keputusan/pilih")
_KeputusanBlock = keputusan_chooser.get_block_class(
    name="_KeputusanBlock", module_path="musyawarah.rembug.blocks"
)


class KeputusanBlock(_KeputusanBlock):
    """One ratified decision, drawn with its number and how it was taken; its words stay its own."""

    class Meta:
        icon = "clipboard-list"
        label = _("Decision")
        template = "musyawarah/blok/keputusan.html"
