"""Inviting one person: search, look, and one button for each. A search is a POST, so that no name or
number stands in an address or a log."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cms.core.tulisan import format_tanggal
from cms.komunitas.models import Anggota

from .. import permissions, selectors, services
from ..cari import find_calon
from ..models import Permohonan
from .dasar import TEMPLAT, halaman, needs_kelas


@halaman("GET", "POST")
@needs_kelas
def invite_orang(request, angkatan) -> HttpResponse:
    """Find a person, or invite the one who was found."""
    if request.method == "POST" and "anggota" in request.POST:
        return _invite(request, angkatan)
    cari = request.POST.get("cari", "")[:100]
    isi = {"baris": selectors.get_kelas(angkatan), "cari": cari}
    if request.method == "POST":
        isi["temuan"] = find_calon(angkatan, cari)
    return render(request, TEMPLAT + "lapangan/undang.html", isi)


def _invite(request, angkatan) -> HttpResponse:
    try:
        siapa = Anggota.objects.aktif().get(uuid=UUID(request.POST["anggota"]))
    except (ValueError, Anggota.DoesNotExist):
        raise Http404 from None
    nama = {"nama": siapa.nama}
    try:
        undangan = services.invite_anggota(angkatan=angkatan, anggota=siapa, actor=request.user)
    except services.AngkatanTutup:
        messages.error(request, _("This class has ended or was cancelled."))
    except services.KelasLain:
        messages.error(request, _("%(nama)s takes this course in another class.") % nama)
    else:
        if undangan is None:
            messages.info(request, _("%(nama)s is in the class, waits, or has asked.") % nama)
        else:
            nama["hari"] = format_tanggal(undangan.berlaku_sampai)
            messages.success(request, _("%(nama)s is invited until %(hari)s.") % nama)
    return redirect("kelas:show_kelas", kelas=angkatan.uuid)


@halaman("POST")
def withdraw_undangan(request, permohonan) -> HttpResponse:
    milik = Permohonan.objects.filter(angkatan__in=permissions.visible_to(request.user))
    satu = get_object_or_404(milik.select_related("angkatan", "anggota"), uuid=permohonan)
    try:
        services.withdraw_undangan(undangan=satu, actor=request.user)
        messages.success(request, _("The invitation is withdrawn, and the person is told."))
    except services.SudahDijawab:
        messages.error(request, _("This invitation has been answered or withdrawn already."))
    except services.AngkatanTutup:
        messages.error(request, _("This class has ended or was cancelled."))
    return redirect("kelas:show_kelas", kelas=satu.angkatan.uuid)
