"""After an act: what still waits for the person, and the way there."""

from dataclasses import dataclass

from django import template
from django.urls import reverse
from django.utils.translation import gettext

from ..tugas import list_tugas

register = template.Library()


@dataclass(frozen=True)
class Lanjut:
    kata: str
    url: str


@register.simple_tag(takes_context=True)
def lanjut(context) -> Lanjut | None:
    """The next step of the signed-in person; None for who has no work here."""
    user = context["request"].user
    tugas = list_tugas(user) if user.is_authenticated else []
    kantor = user.has_perm("wagtailadmin.access_admin")
    if tugas:
        kata = gettext("%(n)d more wait for you") % {"n": len(tugas)}
        return Lanjut(kata, reverse("wagtailadmin_home") if kantor else tugas[0].url)
    if kantor:
        return Lanjut(gettext("Back to today's tasks"), reverse("wagtailadmin_home"))
    return None
