"""The page every page of the house is built on."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from .rules import is_terlarang


class BasePage(Page):
    """A Wagtail page with a lasting uuid and a short text for lists, shares and search."""

    kunci = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    ringkasan = models.CharField(
        _("summary"),
        max_length=240,
        blank=True,
        help_text=_("One or two sentences for lists, search results and WhatsApp."),
    )

    exclude_fields_in_copy = ["kunci"]
    show_in_menus_default = False
    content_panels = [*Page.content_panels, FieldPanel("ringkasan")]
    search_fields = [*Page.search_fields, index.SearchField("ringkasan")]
    promote_panels = Page.promote_panels

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if is_terlarang(self.slug):
            pesan = _("The site itself uses this address. Please choose another.")
            raise ValidationError({"slug": pesan})
