"""The facilitator's desk: what waits to be read, one version with its rubric, and the next one."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ...kelas.permissions import visible_to as visible_kelas
from ...kelas.views.dasar import halaman
from ...kursus.selectors import get_isi
from .. import meja, permissions, rules, selectors, services
from ..forms import TOLAKAN, NilaiForm, explain_kurang, explain_tolak
from ..models import Kumpulan
from .kumpul import TEMPLAT

SEHALAMAN = 50


def _filter(request):
    """Versions of one's own classes and courses, of one class where the address names it."""
    semua = permissions.visible_to(request.user)
    if not (kelas := request.GET.get("kelas")):
        return semua, None
    try:
        angkatan = get_object_or_404(visible_kelas(request.user), uuid=UUID(kelas))
    except ValueError:
        raise Http404 from None
    return semua.filter(peserta__angkatan=angkatan), angkatan


@halaman("GET")
def list_tugas(request) -> HttpResponse:
    """What waits to be read, the oldest first; ?sudah=1 what was judged, the newest first."""
    if not permissions.can_mark_tugas(request.user):
        raise Http404
    semua, angkatan = _filter(request)
    sudah = request.GET.get("sudah") == "1"
    daftar = meja.list_menunggu(semua)
    if sudah:
        daftar = semua.filter(nilai__isnull=False).distinct().order_by("-dikumpulkan_pada", "-pk")
    hal = Paginator(meja.list_baris(daftar), SEHALAMAN).get_page(request.GET.get("halaman"))
    isi = {
        "hal": hal,
        "baris": [meja.show_baris(satu) for satu in hal],
        "angkatan": angkatan,
        "kelas": visible_kelas(request.user).berjalan().order_by("-dari", "pk")[:30],
        "sudah": sudah,
        "saring": _make_saring(angkatan),
    }
    return render(request, TEMPLAT + "daftar.html", isi)


def _make_saring(angkatan) -> str:
    return f"kelas={angkatan.uuid}" if angkatan else ""


@halaman("GET", "POST")
def mark_tugas(request, kumpulan) -> HttpResponse:
    """One version: read it, give points, accept or return it, then the next one."""
    semua, angkatan = _filter(request)
    daftar = selectors.prefetch(permissions.visible_to(request.user))
    satu = get_object_or_404(
        daftar.select_related("peserta__anggota", "peserta__angkatan", "rilis", "isi"),
        uuid=kumpulan,
    )
    isi = get_isi(satu.isi.sidik)
    versi = selectors.show_versi(satu)
    form = _make_form(request, isi, versi)
    galat: Exception | None = None
    if request.method == "POST" and form.is_valid():
        galat = _mark(request, satu, form)
        if galat is None:
            return _go_on(request, satu, semua, angkatan)
    konteks = _build_isi(satu, isi, form, galat) | {"saring": _make_saring(angkatan)}
    status = 409 if galat else 422 if form.is_bound and form.errors else 200
    return render(request, TEMPLAT + "nilai.html", konteks, status=status)


def _make_form(request, isi: dict, versi: selectors.VersiTampak) -> NilaiForm:
    """The form filled with the verdict there is, to be corrected."""
    kini = versi.kini
    return NilaiForm(
        request.POST or None,
        rubrik=kini.rubrik if kini else selectors.list_rubrik(isi),
        koreksi=kini is not None,
        initial={"dasar": kini.uuid, "catatan": kini.catatan} if kini else {},
    )


def _mark(request, satu: Kumpulan, form: NilaiForm) -> Exception | None:
    putusan = request.POST.get("putusan", "")
    try:
        services.mark_tugas(kumpulan=satu, putusan=putusan, actor=request.user, **form.isi)
    except (*TOLAKAN, services.BelumCukup) as salah:
        return salah
    return None


def _build_isi(satu: Kumpulan, isi: dict, form: NilaiForm, galat: Exception | None) -> dict:
    kata = ""
    if isinstance(galat, services.BelumCukup):
        kata = explain_kurang(galat, form.rubrik, isi["lulus_poin"])
    elif galat:
        kata = explain_tolak(galat)
    if isinstance(galat, services.SudahDinilai):
        form = _rebase(form, satu)
    semua = [
        selectors.show_versi(s) for s in selectors.list_kumpulan(satu.peserta, satu.tugas_kunci)
    ]
    versi = next(v for v in semua if v.uuid == satu.uuid)
    return {
        "kumpulan": satu,
        "tugas": isi,
        "petunjuk": isi["petunjuk"],
        "penuh": rules.sum_penuh(isi),
        "versi": versi,
        "lain": [v for v in semua if v.uuid != satu.uuid],
        "lebih_baru": next((v for v in semua if v.nomor > satu.nomor), None),
        "form": form,
        "galat": kata,
        "tanya_yakin": isinstance(galat, services.VersiBaru),
        "akun": satu.peserta.anggota.akun_id is not None,
    }


def _rebase(form: NilaiForm, satu: Kumpulan) -> NilaiForm:
    """What was typed, now as a correction of the verdict that came first, if there is one at all."""
    kini = satu.nilai.order_by("id").last()
    isian = form.data.copy()
    isian["dasar"] = str(kini.uuid) if kini else ""
    baru = NilaiForm(isian, rubrik=form.rubrik, koreksi=kini is not None)
    baru.is_valid()
    return baru


def _go_on(request, satu: Kumpulan, semua, angkatan) -> HttpResponse:
    """To the next one that waits, else back to the list."""
    nama = {"nama": satu.peserta.anggota.nama}
    kata = (
        _("%(nama)s: accepted. The learner is told.")
        if request.POST["putusan"] == rules.DITERIMA
        else _("%(nama)s: returned. The learner reads what to improve.")
    )
    messages.success(request, kata % nama)
    berikut = meja.list_menunggu(semua).values_list("uuid", flat=True).first()
    alamat = reverse("tugas:mark_tugas", args=[berikut]) if berikut else reverse("tugas:list_tugas")
    saring = _make_saring(angkatan)
    return redirect(f"{alamat}?{saring}" if saring else alamat)
