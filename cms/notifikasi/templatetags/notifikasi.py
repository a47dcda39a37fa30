"""What the header asks of the inbox."""

from django import template

from .. import selectors

register = template.Library()


@register.simple_tag(takes_context=True)
def belum_dibaca(context) -> str:
    """Unread messages of who is signed in ("3", at most "99+"); empty if there are none. One query."""
    user = getattr(context.get("request"), "user", None)
    if user is None or not user.is_authenticated:
        return ""
    banyak = selectors.count_unread(user)
    return "99+" if banyak > 99 else str(banyak or "")
