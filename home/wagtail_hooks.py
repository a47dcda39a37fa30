"""What home hangs into Wagtail's admin."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .berita.pages import BeritaPage
from .redaksi import permissions, services


@hooks.register("before_edit_page")
def open_susulan(request, page):
    """The edit form may publish before a review; what counts is the form as it is submitted."""
    if isinstance(page, BeritaPage):
        segera = request.POST.get("segera", "") if request.method == "POST" else page.segera
        page.boleh_susulan = permissions.can_publish_susulan(request.user, segera)


@hooks.register("before_publish_page")
def publish_susulan(request, page):
    """Whoever may not publish by right publishes through our service, with its look afterwards."""
    if not isinstance(page, BeritaPage):
        return None
    if permissions.can_publish_langsung(request.user, page):
        return None
    try:
        services.publish_susulan(berita=page, actor=request.user)
    except services.HarusDitinjau:
        messages.error(request, gettext("Saved, but not published: please send it for review."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    messages.success(request, gettext("Published. A reviewer looks at it afterwards."))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


class TinjauMenu(MenuItem):
    def is_shown(self, request):
        return permissions.can_review_berita(request.user)


@hooks.register("register_admin_menu_item")
def register_tinjau():
    return TinjauMenu(
        _("Waiting for review"), reverse("redaksi:list_tinjau"), icon_name="check", order=110
    )
