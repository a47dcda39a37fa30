"""One phone page for a reviewer: the whole item, approve or send back with a note."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ..berita.pages import BeritaPage
from . import permissions, selectors, services
from .forms import CatatanForm


@never_cache
@login_required
def list_tinjau(request):
    """Everything that waits for a reviewer."""
    if not permissions.can_review_berita(request.user):
        raise Http404
    return render(request, "home/redaksi/daftar.html", {"menunggu": selectors.list_menunggu()})


@never_cache
@login_required
def view_tinjau(request, kunci, form=None):
    berita = _get_berita(request, kunci)
    state = selectors.get_open_state(berita)
    susulan = selectors.get_susulan(berita)
    naskah = selectors.get_naskah(berita)
    pengirim = state.workflow_state.requested_by_id if state else susulan and susulan.penerbit_id
    isi = {
        "page": naskah.as_object() if naskah else berita,
        "sidik": selectors.get_sidik(naskah),
        "berita": berita,
        "state": state,
        "susulan": susulan,
        "boleh": (state or susulan)
        and permissions.can_review_berita(request.user)
        and pengirim != request.user.pk,
        "form": form or CatatanForm(),
        **_get_lanjutan(request.user, berita, bool(state or susulan)),
    }
    return render(request, "home/redaksi/tinjau.html", isi, status=200 if form is None else 422)


def _get_lanjutan(user, berita, menunggu: bool) -> dict:
    """What the writer needs once the answer is there: the note, and the way back to the item."""
    if menunggu or not berita.permissions_for_user(user).can_edit():
        return {}
    catatan = selectors.get_catatan(berita)
    return {"ubah": reverse("wagtailadmin_pages:edit", args=[berita.pk]), "catatan": catatan}


def _get_berita(request, kunci) -> BeritaPage:
    """Reviewers and those who may change the item; for others it is not there."""
    berita = get_object_or_404(BeritaPage, kunci=kunci)
    boleh = permissions.can_review_berita(request.user)
    if not boleh and not berita.permissions_for_user(request.user).can_edit():
        raise Http404
    return berita


@require_POST
@login_required
def answer_tinjau(request, kunci):
    """Approve, or send back with a note; for an urgent item, confirm or ask for a correction."""
    berita = _get_berita(request, kunci)
    setuju = request.POST.get("jawaban") == "setuju"
    form = CatatanForm(request.POST)
    if not setuju and not form.is_valid():
        return view_tinjau(request, kunci, form=form)
    catatan = "" if setuju else form.cleaned_data["catatan"]
    try:
        _answer(request, berita, setuju, catatan)
        messages.success(request, _("Your answer is saved and the editor has been told."))
    except services.BukanPeninjau:
        raise Http404 from None
    except services.NaskahBerubah:
        return render(request, "home/redaksi/berubah.html", {"berita": berita}, status=409)
    except services.SudahDitinjau:
        messages.info(
            request, _("This item does not wait any more: it was reviewed or taken back.")
        )
    return redirect("redaksi:view_tinjau", kunci)


def _answer(request, berita, setuju: bool, catatan: str) -> None:
    """The form carries the fingerprint of the text that was on the page."""
    isi = {"actor": request.user, "catatan": catatan, "sidik": request.POST.get("sidik", "")}
    if selectors.get_open_state(berita):
        services.answer_review(berita=berita, setuju=setuju, **isi)
    else:
        services.check_susulan(berita=berita, **isi)
