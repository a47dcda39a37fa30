"""The public page where anybody may ask, propose or complain."""

from cms.core.halaman.pages import BasePage


class UsulPage(BasePage):
    """The form, and the way to follow what was sent."""

    max_count = 1
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "Usul & aduan"
