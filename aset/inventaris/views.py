"""Things on a phone: what I hold, handing over, confirming, and what a scanned label opens."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cms.komunitas.selectors import get_anggota_of

from . import permissions, selectors, services
from .forms import AlasanForm, SerahkanForm
from .models import Barang, Serahan

BAGIAN = "uang"  # the section of the public face where things are listed


@never_cache
@login_required
def list_barang_saya(request):
    """What waits for my word and what I hold."""
    anggota = get_anggota_of(request.user)
    isi = {"menunggu": [], "dipegang": []}
    if anggota:
        isi = {
            "menunggu": selectors.get_terbuka(anggota),
            "dipegang": selectors.get_dipegang(anggota),
        }
    isi["kantor"] = permissions.can_view_barang(request.user)
    return render(request, "aset/barang_saya.html", isi)


@never_cache
def open_label(request, kode):
    """A scanned label: the thing for who may see it, a plain "belongs to the BKM" page for others."""
    barang = Barang.objects.filter(kode=kode).select_related("pemegang").first()
    if barang is None:
        raise Http404
    if not permissions.can_view_barang(request.user, barang):
        return render(request, "aset/label_umum.html", {"barang": barang, "bagian": BAGIAN})
    return _show(request, barang)


@never_cache
@login_required
def view_barang(request, uuid):
    barang = get_object_or_404(permissions.visible_to(request.user), uuid=uuid)
    return _show(request, barang)


def _show(request, barang):
    riwayat = selectors.get_riwayat(barang)
    isi = {
        "barang": barang,
        "riwayat": riwayat,
        "terbuka": selectors.find_terbuka(riwayat),
        "bagian": BAGIAN,
        "boleh_serahkan": permissions.can_manage_barang(request.user, barang),
    }
    return render(request, "aset/barang.html", isi)


@never_cache
@login_required
def start_serahan(request, uuid):
    """Choose the receiver by name, then ask both sides to confirm."""
    barang = get_object_or_404(permissions.visible_to(request.user), uuid=uuid)
    if not permissions.can_manage_barang(request.user, barang):
        raise Http404
    if request.method != "POST" and (terbuka := selectors.find_terbuka(barang.serahan.all())):
        return redirect("aset:view_serahan", terbuka.uuid)
    cari = request.POST.get("cari", request.GET.get("cari", ""))
    penerima = selectors.find_penerima(cari, barang) if cari.strip("\x00 ") else []
    data = request.POST if request.method == "POST" else None
    form = SerahkanForm(data, penerima=penerima, initial={"kondisi": barang.kondisi})
    if data is not None and form.is_valid():
        serahan = _try_start(form, barang, request.user)
        if serahan:
            return redirect("aset:view_serahan", serahan.uuid)
    isi = {"barang": barang, "form": form, "cari": cari, "penerima": penerima}
    return render(request, "aset/serahkan.html", isi)


def _try_start(form, barang, user) -> Serahan | None:
    try:
        return services.start_serahan(barang=barang, actor=user, **form.cleaned_data)
    except services.MasihBerjalan:
        form.add_error(
            None, _("A hand-over of this thing waits already. Finish or cancel it first.")
        )
    except services.SudahBerakhir:
        form.add_error(None, _("This thing is no longer owned by the BKM."))
    except services.PenerimaSama:
        form.add_error(None, _("This person holds the thing already."))
    return None


@never_cache
@login_required
def view_serahan(request, uuid):
    """One hand-over: what, from whom, to whom, who has confirmed, and my button."""
    serahan = _get_serahan(request, uuid)
    pihak = permissions.get_pihak(request.user, serahan)
    sudah = {"dari": serahan.diserahkan_pada, "kepada": serahan.diterima_pada}
    isi = {
        "serahan": serahan,
        "pihak": pihak,
        "giliran_saya": serahan.status == "menunggu" and bool(pihak) and not sudah[pihak],
        "boleh_batal": serahan.status == "menunggu"
        and (bool(pihak) or permissions.can_manage_barang(request.user)),
        "boleh_kertas": serahan.status == "menunggu"
        and permissions.can_confirm_on_paper(request.user, serahan),
        "form": AlasanForm(),
    }
    return render(request, "aset/serahan.html", isi)


def _get_serahan(request, uuid) -> Serahan:
    semua = Serahan.objects.select_related("barang", "dari", "kepada")
    serahan = get_object_or_404(semua, uuid=uuid)
    if not permissions.can_view_serahan(request.user, serahan):
        raise Http404
    return serahan


@require_POST
@login_required
def confirm_serahan(request, uuid):
    serahan = _get_serahan(request, uuid)
    try:
        services.confirm_serahan(serahan=serahan, actor=request.user)
        messages.success(request, _("Your confirmation is saved."))
    except services.TidakBerwenang:
        raise Http404 from None
    except services.SerahanTertutup as kesalahan:
        _explain_closed(request, kesalahan)
    return redirect("aset:view_serahan", uuid)


@require_POST
@login_required
def confirm_on_paper(request, uuid):
    serahan = _get_serahan(request, uuid)
    pihak = request.POST.get("pihak", "")
    if pihak not in ("dari", "kepada"):
        raise Http404
    try:
        services.confirm_on_paper(serahan=serahan, pihak=pihak, actor=request.user)
        messages.success(request, _("The signature on paper is entered."))
    except services.TidakBerwenang:
        raise Http404 from None
    except services.SerahanTertutup as kesalahan:
        _explain_closed(request, kesalahan)
    return redirect("aset:view_serahan", uuid)


@require_POST
@login_required
def close_serahan(request, uuid):
    serahan = _get_serahan(request, uuid)
    form = AlasanForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.errors["alasan"][0])
        return redirect("aset:view_serahan", uuid)
    try:
        services.close_serahan(serahan=serahan, actor=request.user, **form.cleaned_data)
    except services.TidakBerwenang:
        raise Http404 from None
    except services.SerahanTertutup as kesalahan:
        _explain_closed(request, kesalahan)
    return redirect("aset:view_serahan", uuid)


def _explain_closed(request, kesalahan) -> None:
    isi = {"status": str(kesalahan).lower()}
    messages.error(request, _("This hand-over has ended already: %(status)s.") % isi)
