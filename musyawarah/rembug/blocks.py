"""A decision inside an editor's page, and the chooser behind it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from .models import Keputusan


class HanyaSahMixin:
    """Drafts are no business of a page."""

    def get_object_list(self):
        return Keputusan.objects.disahkan().order_by("-tahun", "-nomor")


class PilihView(HanyaSahMixin, ChooseView):
    pass


class PilihHasilView(HanyaSahMixin, ChooseResultsView):
    pass


class KeputusanChooser(ChooserViewSet):
    model = Keputusan
    icon = "clipboard-list"
    choose_one_text = _("Choose a decision")
    choose_another_text = _("Choose another decision")
    page_title = _("Choose a decision")
    choose_view_class = PilihView
    choose_results_view_class = PilihHasilView
    per_page = 20


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
