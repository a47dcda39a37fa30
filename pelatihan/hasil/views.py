"""Results for those who lead: gradebook, who needs a word, what was learnt."""

from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core.tulisan import format_persen_bulat

from ..kelas.permissions import visible_to as visible_kelas
from ..kelas.views.dasar import halaman
from . import permissions, selectors, services
from .exports import build_buku
from .forms import SaringForm
from .perolehan import Jumlah, Orang, get_perolehan
from .risiko import list_alasan, list_risiko

TEMPLAT = "pelatihan/hasil/"
SEHALAMAN = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def needs_lingkup(view):
    """Give the view a class or course of one's own instead of its uuid."""

    @wraps(view)
    def dengan_lingkup(request, kelas=None, kursus=None):
        lingkup = permissions.find_lingkup(request.user, kelas_uuid=kelas, kursus=kursus)
        if lingkup is None:
            raise Http404
        return view(request, lingkup)

    return dengan_lingkup


def make_alamat(lingkup: permissions.Lingkup) -> dict[str, str]:
    """The pages of one class or course."""
    apa = "kelas" if lingkup.angkatan else "kursus"
    kunci = lingkup.angkatan.uuid if lingkup.angkatan else lingkup.kursus_kunci
    nama = {"nilai": "show_nilai", "unduh": "export_nilai", "perhatian": "show_perhatian"}
    nama |= {"perolehan": "show_perolehan"}
    return {k: reverse(f"hasil:{n}_{apa}", args=[kunci]) for k, n in nama.items()}


@halaman("GET")
def list_lingkup(request) -> HttpResponse:
    """The courses and classes whose results one may see."""
    if not permissions.can_view_hasil(request.user):
        raise Http404
    isi = {
        "kursus": sorted(permissions.visible_kursus(request.user).items(), key=lambda k: k[1]),
        "kelas": visible_kelas(request.user).order_by("-dari", "pk")[:100],
    }
    return render(request, TEMPLAT + "daftar.html", isi)


def _filter(request, lingkup):
    kelas = None
    if lingkup.angkatan is None:
        kelas = visible_kelas(request.user).filter(kursus_kunci=lingkup.kursus_kunci)
    form = SaringForm(request.GET, kelas=kelas)
    return form, form.apply(permissions.visible_to(request.user, lingkup), list_alasan)


@halaman("GET")
@needs_lingkup
def show_nilai(request, lingkup) -> HttpResponse:
    form, peserta = _filter(request, lingkup)
    rilis = selectors.get_rilis(permissions.visible_to(request.user, lingkup))
    kolom = selectors.list_kolom(rilis.values())
    hal = Paginator(selectors.order_peserta(peserta), SEHALAMAN).get_page(
        request.GET.get("halaman")
    )
    baris = selectors.list_nilai(list(hal.object_list), rilis, kolom)
    saring = request.GET.copy()
    saring.pop("halaman", None)
    isi = {
        "lingkup": lingkup,
        "alamat": make_alamat(lingkup),
        "form": form,
        "kolom": kolom,
        "kepala": [_("Name"), *(k.kode for k in kolom), _("Attendance"), _("Certificate")],
        "baris": [_write_baris(b) for b in baris],
        "hal": hal,
        "saring": saring.urlencode(),
    }
    return render(request, TEMPLAT + "nilai.html", isi)


def _write_baris(baris: selectors.BarisNilai) -> list[str]:
    hadir = format_persen_bulat(baris.hadir_bp) if baris.hadir_bp is not None else ""
    return [baris.nama, *(s.teks for s in baris.sel), hadir, baris.nomor]


@halaman("GET")
@needs_lingkup
def export_nilai(request, lingkup) -> HttpResponse:
    _form, peserta = _filter(request, lingkup)
    rilis = selectors.get_rilis(permissions.visible_to(request.user, lingkup))
    kolom = selectors.list_kolom(rilis.values())
    isi = build_buku(kolom, selectors.stream_nilai(peserta, rilis, kolom))
    return HttpResponse(
        isi,
        content_type=XLSX,
        headers={"Content-Disposition": 'attachment; filename="buku-nilai.xlsx"'},
    )


@halaman("GET", "POST")
@needs_lingkup
def show_perhatian(request, lingkup) -> HttpResponse:
    """Who needs a word and why; the button reminds those who are ticked."""
    peserta = permissions.visible_to(request.user, lingkup)
    alamat = make_alamat(lingkup)
    if request.method == "POST":
        _remind(request, peserta)
        return redirect(alamat["perhatian"])
    hal = Paginator(list_risiko(peserta), SEHALAMAN).get_page(request.GET.get("halaman"))
    isi = {"lingkup": lingkup, "alamat": alamat, "hal": hal}
    isi["bisa"] = any(not r.diingatkan for r in hal.object_list)
    return render(request, TEMPLAT + "perhatian.html", isi)


@halaman("GET")
@needs_lingkup
def show_perolehan(request, lingkup) -> HttpResponse:
    """What was learnt between the tests: in all, by aim, by person."""
    peserta = permissions.visible_to(request.user, lingkup)
    hasil = get_perolehan(peserta, lingkup.kursus_kunci)
    hal = Paginator(hasil.orang, SEHALAMAN).get_page(request.GET.get("halaman"))
    isi = {
        "lingkup": lingkup,
        "alamat": make_alamat(lingkup),
        "hasil": hasil,
        "hal": hal,
        "kepala_tujuan": [_("Aim"), _("People"), _("Before"), _("After"), _("Gain")],
        "tujuan": [[t.sebutan, *_write_jumlah(t.jumlah)] for t in hasil.tujuan],
        "kepala": [_("Name"), _("Before"), _("After"), _("Months later"), _("Gain")],
        "baris": [_write_orang(o) for o in hal.object_list],
    }
    return render(request, TEMPLAT + "perolehan.html", isi)


def _write_jumlah(jumlah: Jumlah) -> list:
    return [jumlah.banyak, *map(_write_bp, (jumlah.awal, jumlah.akhir, jumlah.perolehan_bp))]


def _write_orang(orang: Orang) -> list[str]:
    nilai = (orang.awal, orang.akhir, orang.lanjutan, orang.perolehan_bp)
    return [orang.nama, *map(_write_bp, nilai)]


def _write_bp(titik: int | None) -> str:
    return selectors.BELUM if titik is None else format_persen_bulat(titik)


def _remind(request, peserta) -> None:
    try:
        pilihan = {UUID(satu) for satu in request.POST.getlist("peserta")[:SEHALAMAN]}
    except ValueError:
        pilihan = set()
    if not pilihan:
        messages.error(request, _("Please tick at least one name."))
        return
    kirim = services.remind_peserta(peserta=peserta, pilihan=pilihan, actor=request.user)
    if kirim.tanpa_alamat:
        kata = _("%(n)s people have no account or e-mail. Please speak to them.")
        messages.warning(request, kata % {"n": kirim.tanpa_alamat})
    if kirim.baru:
        messages.success(request, _("Reminded: %(n)s people.") % {"n": kirim.baru})
    elif not kirim.tanpa_alamat:
        messages.info(request, _("They were reminded today already, or do not need it any more."))
