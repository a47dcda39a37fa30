"""What the pages of a discussion share: a form that comes back with its words, or goes on."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render

from cms.core.kiriman.services import KirimanBerbeda

from ..forms import TOLAKAN, explain_tolak

TEMPLAT = "pelatihan/diskusi/"


def read_uuid(teks: str | None) -> UUID | None:
    """A uuid of an address; None for what is none."""
    try:
        return UUID(teks or "")
    except ValueError:
        return None


def run_form(request, form, kerja: Callable[[dict], str]) -> HttpResponse | None:
    """Where the form is right do `kerja`, which gives where to go; None when it has to come back."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return redirect(kerja(getattr(form, "isi", form.cleaned_data)))
    except KirimanBerbeda as salah:
        # The words stay, the next sending is a new one.
        form.data = form.data.copy() | {"kunci": str(uuid4())}
        form.add_error(None, explain_tolak(salah))
    except TOLAKAN as salah:
        form.add_error(None, explain_tolak(salah))
    return None


def show_form(request, templat: str, form, **isi) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    return render(request, TEMPLAT + templat, {"form": form, **isi}, status=status)
