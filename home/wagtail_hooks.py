"""What home hangs into Wagtail's admin."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .berita.pages import BeritaPage
from .redaksi import permissions, services


@hooks.register("after_publish_page")
def look_afterwards(request, page):
    """An urgent item that its editor published goes to the reviewers at once."""
    if isinstance(page.specific, BeritaPage):
        services.note_segera(berita=page.specific, actor=request.user)


class TinjauMenu(MenuItem):
    def is_shown(self, request):
        return permissions.can_review_berita(request.user)


@hooks.register("register_admin_menu_item")
def register_tinjau():
    return TinjauMenu(
        _("Waiting for review"), reverse("redaksi:list_tinjau"), icon_name="check", order=110
    )
