"""What the foundations hang into Wagtail's admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def shrink_photos():
    """Photos are made small in the browser before they travel."""
    return format_html('<script type="module" src="{}"></script>', static("guyub/kecilkan.js"))
