"""What the pages of a discussion share: a form that comes back with its words, or goes on."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cms.core.kiriman.services import KirimanBerbeda

from .. import services
from ..forms import TOLAKAN, KoreksiForm, explain_tolak
from ..models import TulisanDiskusi

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
        form.data = form.data.copy()
        form.data["kunci"] = str(uuid4())
        form.add_error(None, explain_tolak(salah))
    except TOLAKAN as salah:
        form.add_error(None, explain_tolak(salah))
    return None


def show_form(request, templat: str, form, **isi) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    return render(request, TEMPLAT + templat, {"form": form, **isi}, status=status)


def edit_milik(request, satu: TulisanDiskusi, kembali: str) -> HttpResponse:
    """One's own words, corrected."""
    form = KoreksiForm(request.POST or None, initial={"teks": services.get_teks(satu)})

    def correct(isi) -> str:
        services.correct_tulisan(tulisan=satu, actor=request.user, **isi)
        return kembali

    isi = {"judul": _("Correct what you wrote"), "tombol": _("Save"), "kembali": kembali}
    return run_form(request, form, correct) or show_form(request, "satu.html", form, **isi)


def withdraw_milik(
    request, satu: TulisanDiskusi, kembali: str, sesudah: Callable[[], str]
) -> HttpResponse:
    """One's own words, asked once more and withdrawn; `sesudah` says where to go then."""
    form = forms.Form(request.POST if request.method == "POST" else None)

    def withdraw(_isi) -> str:
        services.withdraw_tulisan(tulisan=satu, actor=request.user)
        messages.success(request, _("Withdrawn. Nobody reads it any more."))
        return sesudah()

    isi = {
        "judul": _("Withdraw what you wrote"),
        "kata": _("Nobody reads it any more, and it does not come back. Answers of others stay."),
        "tombol": _("Withdraw it"),
        "petikan": services.get_teks(satu),
        "kembali": kembali,
    }
    return run_form(request, form, withdraw) or show_form(request, "satu.html", form, **isi)
