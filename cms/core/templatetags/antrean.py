"""The queue on a page of a signed-in person: what it needs, and where its state is shown."""

from django import template

from cms.core.antrean.jenis import describe

register = template.Library()


@register.inclusion_tag("antrean/kepala.html", takes_context=True)
def antrean_kepala(context):
    """Into `extra_head`: the marks of whoever is signed in, and the script."""
    request = context.get("request")
    return {"tanda": describe(request) if request else None, "csrf_token": context["csrf_token"]}


@register.inclusion_tag("antrean/keadaan.html")
def antrean_keadaan():
    """What still waits on this device; empty and hidden when nothing does."""
    return {}
