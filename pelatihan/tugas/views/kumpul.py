"""The learner's page of an assignment: what to do, hand in, what came back, every version."""

from uuid import uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cms.core.unggahan import UnggahanDitolak

from ...kelas.views.dasar import halaman
from ...kursus.selectors import find_langkah_tugas
from ...peserta import permissions as izin
from ...peserta.models import Peserta
from ...peserta.selectors import list_terkunci
from .. import selectors, services
from ..forms import TOLAKAN, KumpulForm, explain_tolak

TEMPLAT = "pelatihan/tugas/"


@halaman("GET", "POST")
def open_tugas(request, peserta, pelajaran) -> HttpResponse:
    milik = izin.own(request.user).exclude(status=Peserta.Status.BERHENTI)
    satu = get_object_or_404(milik.select_related("rilis", "anggota"), uuid=peserta)
    langkah = find_langkah_tugas(satu.rilis, pelajaran)
    if langkah is None:
        raise Http404
    tugas = selectors.get_tugas_tampak(satu, langkah)
    terakhir = tugas.terakhir
    awal = {"kunci": uuid4(), "teks": terakhir.teks if terakhir else ""}
    form = KumpulForm(request.POST or None, request.FILES or None, tugas=tugas, initial=awal)
    if request.method == "POST" and form.is_valid():
        galat = _submit(request, satu, langkah.kunci, form)
        if not galat:
            return redirect("pelatihan:open_tugas", peserta=satu.uuid, pelajaran=pelajaran)
        form.add_error(None, galat)
    isi = {
        "peserta": satu,
        "langkah": langkah,
        "tugas": tugas,
        "form": form,
        "terkunci": list_terkunci(satu).get(langkah.kunci),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, TEMPLAT + "kumpul.html", isi, status=status)


def _submit(request, peserta: Peserta, langkah_kunci: str, form: KumpulForm) -> str:
    """Hand in; gives what stands against it, in words."""
    try:
        services.submit_tugas(
            peserta=peserta, langkah_kunci=langkah_kunci, actor=request.user, **form.isi
        )
    except UnggahanDitolak as salah:
        return str(salah)
    except TOLAKAN as salah:
        return explain_tolak(salah)
    return ""
