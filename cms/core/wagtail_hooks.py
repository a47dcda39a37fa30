"""What the foundations hang into Wagtail's admin."""

from django.http import Http404
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms import choosers
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.account import AvatarSettingsPanel
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from .antrean.viewsets import TinjauViewSet


@hooks.register("insert_global_admin_js")
def shrink_photos():
    """Photos are made small in the browser before they travel."""
    return format_html('<script type="module" src="{}"></script>', static("guyub/kecilkan.js"))


@hooks.register("insert_global_admin_js")
def name_cells():
    """A number in a list keeps its heading where a phone stacks the row."""
    return format_html('<script type="module" src="{}"></script>', static("guyub/daftar.js"))


@hooks.register("insert_global_admin_css")
def dress_kantor():
    """The office wears the house's colours and letters."""
    return format_html('<link rel="stylesheet" href="{}">', static("guyub/kantor.css"))


@hooks.register("register_admin_menu_item")
def register_today():
    return MenuItem(_("Today"), reverse("wagtailadmin_home"), icon_name="home", order=1)


@hooks.register("register_admin_viewset")
def register_tinjau():
    return TinjauViewSet()


@hooks.register("construct_main_menu")
def hide_tools(request, menu_items):
    """Help for Wagtail's makers is no tool of a village."""
    menu_items[:] = [butir for butir in menu_items if butir.name not in {"help"}]


@hooks.register("construct_page_action_menu")
def offer_kirim(menu_items, request, context):
    """Who cannot publish finds sending for review in sight, not behind the arrow."""
    nama = [butir.name for butir in menu_items]
    if "action-submit" in nama and "action-publish" not in nama:
        menu_items.insert(0, menu_items.pop(nama.index("action-submit")))


def label_pilihan_tautan() -> None:
    """Wagtail names these fields after their variables, past any catalogue."""
    label = {
        "link_text": _("Link text"),
        "email_address": _("Email address"),
        "subject": _("Subject"),
        "body": _("Message text"),
        "phone_number": _("Phone number"),
    }
    for formulir in (
        choosers.ExternalLinkChooserForm,
        choosers.AnchorLinkChooserForm,
        choosers.EmailLinkChooserForm,
        choosers.PhoneLinkChooserForm,
    ):
        for nama in label.keys() & formulir.base_fields.keys():
            formulir.base_fields[nama].label = label[nama]


def without_foto_akun() -> None:
    """Accounts carry no photo: Wagtail would store it as it came, public and with its place."""
    AvatarSettingsPanel.is_active = lambda self: False


def refuse_ekspor_kosong() -> None:
    """A list that names no columns has no table to take home; Wagtail would write blank lines."""
    tulis = SpreadsheetExportMixin.as_spreadsheet

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if not self.list_export:
            raise Http404
        return tulis(self, queryset, spreadsheet_format)

    SpreadsheetExportMixin.as_spreadsheet = as_spreadsheet


label_pilihan_tautan()
refuse_ekspor_kosong()
without_foto_akun()
