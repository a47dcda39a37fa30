"""What the learner's templates ask for."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from pelatihan.muat.rules import render_markdown

register = template.Library()


@register.filter
def markdown(teks: str) -> SafeString:
    """Markdown of a question's reading; raw HTML in it is escaped by the renderer."""
    return mark_safe(render_markdown(teks))  # noqa: S308
