"""A thing leaves the inventory: sold, given away, written off; with date and reason."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from .. import permissions, services
from ..forms import AkhiriForm
from ..models import Barang


def end_barang(request, pk: int):
    """One form; afterwards the thing can be found under "no longer owned"."""
    barang = get_object_or_404(permissions.visible_to(request.user), pk=pk)
    if not permissions.can_manage_barang(request.user, barang):
        raise PermissionDenied
    form = AkhiriForm(request.POST or None, barang=barang)
    if request.method == "POST" and form.is_valid() and _try_end(form, barang, request.user):
        messages.success(request, _("The thing is no longer in the inventory; its history stays."))
        return redirect("barang:index")
    return render(request, "aset/admin/akhiri.html", {"barang": barang, "form": form})


def _try_end(form: AkhiriForm, barang: Barang, user) -> bool:
    try:
        services.end_barang(barang=barang, actor=user, **form.cleaned_data)
    except services.MasihBerjalan:
        form.add_error(None, _("A hand-over of this thing waits. Finish or cancel it first."))
    except services.SudahBerakhir:
        form.add_error(None, _("This thing is no longer owned by the BKM."))
    return form.is_valid()
