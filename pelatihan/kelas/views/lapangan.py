"""The facilitator's classes on a phone: made, changed, ended; requests answered; sessions planned."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cms.komunitas.kartu.permissions import can_issue_kartu
from cms.komunitas.selectors import get_anggota_of
from cms.notifikasi.tautan import make_absolute

from ...peserta.models import Angkatan
from ...peserta.services import KursusBelumTerbit
from .. import permissions, selectors, services
from ..forms import ISI_ANGKATAN, AlasanForm, AngkatanForm, PertemuanForm
from ..models import Permohonan
from .dasar import TEMPLAT, halaman, needs_kelas, needs_pertemuan


@halaman("GET")
def list_kelas(request) -> HttpResponse:
    """My classes: running ones first."""
    if not permissions.can_view_angkatan(request.user):
        raise Http404
    semua = permissions.visible_to(request.user).order_by("-dari", "pk")
    isi = {
        "daftar": selectors.list_kelas(semua.filter(status=Angkatan.Status.AKTIF)[:60]),
        "lama": selectors.list_kelas(semua.exclude(status=Angkatan.Status.AKTIF)[:30]),
        "boleh_buat": permissions.can_add_angkatan(request.user),
        "mengampu": permissions.is_fasilitator(request.user),
    }
    return render(request, TEMPLAT + "lapangan/daftar.html", isi)


@halaman("GET", "POST")
def create_kelas(request) -> HttpResponse:
    if not permissions.can_add_angkatan(request.user):
        raise Http404
    form = AngkatanForm(request.POST or None, user=request.user)
    if form.is_valid():
        try:
            angkatan = _create(request, dict(form.cleaned_data))
        except KursusBelumTerbit:
            form.add_error("kursus", _("This course has not been published yet."))
        else:
            messages.success(request, _("The class is made. Now plan its sessions."))
            return redirect("kelas:show_kelas", kelas=angkatan.uuid)
    isi = {"form": form, "judul": _("New class"), "kembali": None}
    return render(request, TEMPLAT + "lapangan/formulir.html", isi)


def _create(request, isi: dict) -> Angkatan:
    """Who makes a class leads it, where they are a person with that role."""
    kursus = isi.pop("kursus")
    anggota = get_anggota_of(request.user)
    memimpin = anggota and permissions.has_peran(request.user, permissions.peran.FASILITATOR)
    return services.create_angkatan(
        kursus_kunci=kursus, pengampu=[anggota] if memimpin else [], actor=request.user, **isi
    )


@halaman("GET")
@needs_kelas
def show_kelas(request, angkatan) -> HttpResponse:
    """One class: its sessions, its learners with their progress, who waits and who asks."""
    terbuka = angkatan.permohonan.filter(status__in=Permohonan.TERBUKA).select_related("anggota")
    isi = {
        "baris": selectors.get_kelas(angkatan),
        "pengampu": selectors.list_nama_pengampu(angkatan),
        "pertemuan": list(angkatan.pertemuan.all()),
        "daftar_peserta": selectors.list_peserta_kelas(angkatan),
        "permohonan": list(terbuka),
        "tunggu": list(angkatan.tunggu.filter(status="menunggu").select_related("anggota")),
        "alamat": _get_alamat(angkatan),
        "form": AlasanForm(),
        "aktif": angkatan.status == Angkatan.Status.AKTIF,
        "boleh_kartu": can_issue_kartu(request.user),
        "mengampu": permissions.is_fasilitator(request.user),
    }
    return render(request, TEMPLAT + "lapangan/kelas.html", isi)


def _get_alamat(angkatan: Angkatan) -> str:
    alamat = make_absolute(f"/belajar/kelas/{angkatan.uuid}/")
    return f"{alamat}?kode={angkatan.kode_undangan}" if angkatan.kode_undangan else alamat


@halaman("GET", "POST")
@needs_kelas
def edit_kelas(request, angkatan) -> HttpResponse:
    form = AngkatanForm(request.POST or None, user=request.user, instance=angkatan)
    if request.method == "POST" and form.is_valid():
        isi = {nama: form.cleaned_data[nama] for nama in ISI_ANGKATAN}
        try:
            services.update_angkatan(angkatan=angkatan, actor=request.user, **isi)
            messages.success(request, _("The class is saved."))
        except services.AngkatanTutup:
            messages.error(request, _("This class has ended or was cancelled."))
        return redirect("kelas:show_kelas", kelas=angkatan.uuid)
    isi = {"form": form, "judul": _("Change the class"), "kembali": angkatan}
    return render(request, TEMPLAT + "lapangan/formulir.html", isi)


@halaman("POST")
@needs_kelas
def make_kode(request, angkatan) -> HttpResponse:
    try:
        services.make_kode(angkatan=angkatan, actor=request.user)
        messages.success(request, _("A new invitation code is made; the former one is void."))
    except services.AngkatanTutup:
        messages.error(request, _("This class has ended or was cancelled."))
    return redirect("kelas:show_kelas", kelas=angkatan.uuid)


@halaman("POST")
@needs_kelas
def close_kelas(request, angkatan) -> HttpResponse:
    """End, or cancel with a reason."""
    batal = request.POST.get("apa") == "batal"
    form = AlasanForm(request.POST)
    if batal and not form.is_valid():
        messages.error(request, _("Please write the reason; the learners read it."))
        return redirect("kelas:show_kelas", kelas=angkatan.uuid)
    try:
        if batal:
            services.cancel_angkatan(angkatan=angkatan, actor=request.user, **form.cleaned_data)
        else:
            services.end_angkatan(angkatan=angkatan, actor=request.user)
        messages.success(request, _("Done. Everybody in the class is told."))
    except services.AngkatanTutup:
        messages.error(request, _("This class has ended or was cancelled."))
    return redirect("kelas:show_kelas", kelas=angkatan.uuid)


@halaman("POST")
def answer_permohonan(request, permohonan) -> HttpResponse:
    milik = Permohonan.objects.filter(angkatan__in=permissions.visible_to(request.user))
    mohon = get_object_or_404(milik.select_related("angkatan", "anggota"), uuid=permohonan)
    setuju = request.POST.get("jawab") == "terima"
    form = AlasanForm(request.POST)
    if not setuju and not form.is_valid():
        messages.error(request, _("Please write the reason; the person reads it."))
        return redirect("kelas:show_kelas", kelas=mohon.angkatan.uuid)
    alasan = "" if setuju else form.cleaned_data["alasan"]
    try:
        services.answer_permohonan(
            permohonan=mohon, setuju=setuju, alasan=alasan, actor=request.user
        )
        messages.success(request, _("Your answer was sent."))
    except services.SudahDijawab:
        messages.error(request, _("This request has been answered already."))
    except services.AngkatanTutup:
        messages.error(request, _("This class has ended or was cancelled."))
    except services.KelasLain:
        messages.error(request, _("This person takes the course in another class by now."))
    return redirect("kelas:show_kelas", kelas=mohon.angkatan.uuid)


@halaman("GET", "POST")
@needs_kelas
def create_pertemuan(request, angkatan) -> HttpResponse:
    form = PertemuanForm(request.POST or None, angkatan=angkatan)
    if form.is_valid():
        try:
            services.create_pertemuan(angkatan=angkatan, actor=request.user, **form.isi)
            messages.success(request, _("The session is planned."))
        except services.AngkatanTutup:
            messages.error(request, _("This class has ended or was cancelled."))
        return redirect("kelas:show_kelas", kelas=angkatan.uuid)
    isi = {"form": form, "judul": _("New session"), "kembali": angkatan}
    return render(request, TEMPLAT + "lapangan/formulir.html", isi)


@halaman("GET", "POST")
@needs_pertemuan
def edit_pertemuan(request, pertemuan) -> HttpResponse:
    form = PertemuanForm(request.POST or None, angkatan=pertemuan.angkatan, instance=pertemuan)
    if request.method == "POST" and form.is_valid():
        pertemuan.refresh_from_db()
        try:
            services.update_pertemuan(pertemuan=pertemuan, actor=request.user, **form.isi)
            messages.success(request, _("The session is saved."))
        except (services.PertemuanBatal, services.AngkatanTutup):
            messages.error(request, _("This session does not take place any more."))
        return redirect("kelas:call_roll", pertemuan=pertemuan.uuid)
    isi = {"form": form, "judul": _("Change the session"), "kembali": pertemuan.angkatan}
    return render(request, TEMPLAT + "lapangan/formulir.html", isi)


@halaman("POST")
@needs_pertemuan
def cancel_pertemuan(request, pertemuan) -> HttpResponse:
    form = AlasanForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please write the reason; the learners read it."))
        return redirect("kelas:call_roll", pertemuan=pertemuan.uuid)
    try:
        services.cancel_pertemuan(pertemuan=pertemuan, actor=request.user, **form.cleaned_data)
        messages.success(request, _("Done. Everybody in the class is told."))
    except (services.PertemuanBatal, services.AngkatanTutup):
        messages.error(request, _("This session does not take place any more."))
    return redirect("kelas:show_kelas", kelas=pertemuan.angkatan.uuid)
