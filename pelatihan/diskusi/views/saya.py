"""What one wrote under lessons: to look at, to take along as a file, and to take out."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from ...kelas.views.dasar import halaman
from .. import milik, permissions, services
from ..forms import HapusForm
from .dasar import TEMPLAT, run_form, show_form

SEHALAMAN = 50


@halaman("GET")
def list_milik(request) -> HttpResponse:
    """One's own questions and answers, withdrawn and hidden ones too."""
    hal = Paginator(milik.list_milik(request.user), SEHALAMAN).get_page(request.GET.get("halaman"))
    baris = [milik.show_milik(satu) for satu in hal]
    return show_form(request, "milik.html", HapusForm(), hal=hal, baris=baris)


@halaman("GET")
def export_milik(request) -> HttpResponse:
    """Everything one wrote, every version, as a text file."""
    semua = milik.list_milik(request.user).prefetch_related("versi")
    baris = [milik.show_milik(satu, versi=True) for satu in semua]
    teks = render_to_string(TEMPLAT + "milik.txt", {"baris": baris, "user": request.user})
    jawab = HttpResponse(teks, content_type="text/plain; charset=utf-8")
    jawab["Content-Disposition"] = 'attachment; filename="tanya-jawab-saya.txt"'
    return jawab


@halaman("GET", "POST")
def erase_milik(request) -> HttpResponse:
    """Take out everything one wrote, after one more question."""
    form = HapusForm(request.POST if request.method == "POST" else None)

    def erase(_isi) -> str:
        services.erase_tulisan(penulis=request.user, actor=request.user)
        messages.success(request, _("Your words are taken out. Answers of others stay."))
        return reverse("pelatihan:list_tulisan_saya")

    isi = {
        "judul": _("Take out everything I wrote"),
        "kata": _("Your questions and answers lose their words, everywhere and for good."),
        "tombol": _("Take it out"),
        "kembali": reverse("pelatihan:list_tulisan_saya"),
        "banyak": permissions.own_tulisan(request.user).count(),
    }
    return run_form(request, form, erase) or show_form(request, "satu.html", form, **isi)
