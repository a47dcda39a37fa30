"""Single acts on an account: close, reopen, send the letter, give and end roles."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from cms.core import waktu

from .. import permissions, selectors, services, surat
from ..forms import AkhiriPeranForm, BeriPeranForm, NonaktifForm
from ..models import Peran, User
from ..pembatas import TerlaluSering
from .tolakan import DITOLAK, explain, refuse

JUDUL = {
    "nonaktif": _("Deactivate account"),
    "beri_peran": _("Give a role"),
    "akhiri_peran": _("End a role"),
}


def _get_akun(request, pk: int) -> User:
    """An account that this officer may manage, found again for every request."""
    akun = get_object_or_404(permissions.visible_to(request.user), pk=pk)
    if not permissions.can_manage_akun(request.user, akun):
        raise PermissionDenied
    return akun


def _try_form(form, kerja) -> bool:
    """Whether the service did what a valid form asked for."""
    try:
        kerja()
    except services.TidakBerwenang:
        raise PermissionDenied from None
    except DITOLAK as galat:
        refuse(form, galat)
    return not form.errors


def _try_act(request, kerja, kabar: str) -> None:
    """One button without a form: the answer stands above the page of the account."""
    try:
        kerja()
    except services.TidakBerwenang:
        raise PermissionDenied from None
    except TerlaluSering as salah:
        kalimat = gettext("Enough letters for now. Please wait %(menit)s minutes.")
        messages.error(request, kalimat % {"menit": salah.menit})
    except DITOLAK as galat:
        messages.error(request, explain(galat)[1])
    else:
        messages.success(request, kabar)


def _show(request, nama: str, akun: User, form, **isi):
    isi |= {"akun": akun, "form": form, "judul": JUDUL[nama]}
    return render(request, f"accounts/admin/{nama}.html", isi)


def deactivate_akun(request, pk: int):
    """Asks for the reason; afterwards the account cannot sign in and holds no role."""
    akun = _get_akun(request, pk)
    form = NonaktifForm(request.POST or None)

    def deactivate():
        services.deactivate_user(user=akun, actor=request.user, **form.cleaned_data)

    if request.method == "POST" and form.is_valid() and _try_form(form, deactivate):
        messages.success(request, gettext("The account is deactivated; its roles have ended."))
        return redirect("akun:edit", pk)
    return _show(request, "nonaktif", akun, form)


@require_POST
def reactivate_akun(request, pk: int):
    akun = _get_akun(request, pk)
    kabar = gettext("The account is active again, without roles. The person needs a new password.")
    _try_act(request, lambda: services.reactivate_user(user=akun, actor=request.user), kabar)
    return redirect("akun:edit", pk)


@require_POST
def send_surat(request, pk: int):
    """The letter with which the person chooses a password; nobody else sees its link."""
    akun = _get_akun(request, pk)
    kabar = gettext("The letter is on its way. Its link holds for three days and works once.")
    _try_act(request, lambda: surat.send_surat_sandi(user=akun, actor=request.user), kabar)
    return redirect("akun:edit", pk)


@require_POST
def reset_dua_langkah(request, pk: int):
    akun = _get_akun(request, pk)
    kabar = gettext("The second step is off; the person is told and sets up a new one.")
    _try_act(request, lambda: services.reset_dua_langkah(user=akun, actor=request.user), kabar)
    return redirect("akun:edit", pk)


def give_peran(request, pk: int):
    akun = _get_akun(request, pk)
    form = BeriPeranForm(request.POST or None, oleh=request.user)

    def give():
        services.give_peran(user=akun, actor=request.user, **form.cleaned_data)

    if request.method == "POST" and form.is_valid() and _try_form(form, give):
        messages.success(request, gettext("The role is given; the person is told."))
        return redirect("akun:edit", pk)
    return _show(request, "beri_peran", akun, form)


def end_peran(request, pk: int, peran: int):
    """The last day of a role; what began today or begins later may be withdrawn instead."""
    akun = _get_akun(request, pk)
    baris = get_object_or_404(akun.peran.select_related("group", "user"), pk=peran)
    if not permissions.can_manage_peran(request.user, baris):
        raise PermissionDenied
    batal = "batal" in request.POST
    form = AkhiriPeranForm(None if batal else request.POST or None, peran=baris)
    if request.method == "POST":
        if batal:
            return _cancel(request, akun, baris)
        if form.is_valid() and _try_end(request, form, baris):
            return redirect("akun:edit", pk)
    return _show(
        request,
        "akhiri_peran",
        akun,
        form,
        peran=selectors.describe_riwayat(baris, waktu.hari_ini()),
    )


def _try_end(request, form, baris: Peran) -> bool:
    sampai = form.cleaned_data["sampai"]
    jadi = _try_form(
        form, lambda: services.end_peran(peran=baris, sampai=sampai, actor=request.user)
    )
    if jadi:
        messages.success(request, gettext("The role ends on that day; the person is told."))
    return jadi


def _cancel(request, akun: User, baris: Peran):
    kabar = gettext("The role is withdrawn; the person is told.")
    _try_act(request, lambda: services.cancel_peran(peran=baris, actor=request.user), kabar)
    return redirect("akun:edit", akun.pk)
