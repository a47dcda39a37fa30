"""The page every page of the house is built on."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from .rules import is_terlarang


def check_slug(slug: str) -> None:
    """Raises ValidationError for an address that is the site's own."""
    if is_terlarang(slug):
        raise ValidationError(_("The site itself uses this address. Please choose another."))


class SalinForm(CopyForm):
    """Wagtail saves a copy without asking the page whether its address will do."""

    def clean_new_slug(self):
        check_slug(self.cleaned_data["new_slug"])
        return self.cleaned_data["new_slug"]


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
    copy_form_class = SalinForm
    content_panels = [*Page.content_panels, FieldPanel("ringkasan")]
    search_fields = [*Page.search_fields, index.SearchField("ringkasan")]
    promote_panels = Page.promote_panels

    class Meta:
        abstract = True

    def get_view_restrictions(self):
        """Those of the page and its ancestors, and of what they are aliases of, in one query."""
        langkah = range(self.steplen, len(self.path) + 1, self.steplen)
        letak = [self.path[:n] for n in langkah]
        sendiri = models.Q(page__path__in=letak, page__alias_of=None)
        asal = models.Q(page__aliases__path__in=letak)
        return PageViewRestriction.objects.filter(sendiri | asal).distinct()

    def clean(self):
        super().clean()
        try:
            check_slug(self.slug)
        except ValidationError as salah:
            raise ValidationError({"slug": salah}) from None
