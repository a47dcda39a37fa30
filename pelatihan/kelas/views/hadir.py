"""Attendance: the facilitator's list, the screen with QR and digits, and the learner's one button."""

from uuid import uuid4, uuid5

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.core import waktu
from cms.core.batas.services import Aturan, hit_batas
from cms.core.kiriman.services import KirimanBerbeda
from cms.notifikasi.tautan import make_absolute

from .. import exports, rules, selectors, services
from ..forms import AlasanForm, HadirForm, KodeForm, UbahHadirForm
from ..models import Kehadiran, Pertemuan
from ..services.hadir import get_rahasia
from .dasar import TEMPLAT, halaman, needs_pertemuan

COBA = Aturan("kode-hadir", 6, 600)
COBA_KELAS = Aturan("kode-hadir-kelas", 120, 600)
TIKET = "hadir"
UMUR_TIKET = 900  # seconds between scanning and the button: time to sign in
GALAT = (
    services.PertemuanBatal,
    services.BukanPeserta,
    services.StatusTidakAda,
    KirimanBerbeda,
)


@halaman("GET", "POST")
@needs_pertemuan
def call_roll(request, pertemuan) -> HttpResponse:
    """Everybody of the class with five buttons each; one tap, one record."""
    if request.method == "POST":
        return _tap(request, pertemuan)
    daftar = selectors.list_hadir(pertemuan)
    isi = {
        "pertemuan": pertemuan,
        "daftar": [(satu, uuid4()) for satu in daftar],
        "belum": sum(satu.kini is None for satu in daftar),
        "datang": sum(bool(s.kini and s.kini.status in rules.DATANG) for s in daftar),
        "bentrok": sum(satu.bentrok for satu in daftar),
        "status": Kehadiran.Status.choices,
        "kunci": uuid4(),
        "form": AlasanForm(),
    }
    return render(request, TEMPLAT + "lapangan/absen.html", isi)


def _tap(request, pertemuan: Pertemuan) -> HttpResponse:
    form = HadirForm(request.POST)
    kembali = reverse("kelas:call_roll", args=[pertemuan.uuid])
    if not form.is_valid():
        messages.error(request, _("That tap was not understood. Please try again."))
        return redirect(kembali)
    isi = form.cleaned_data
    baris = _find_baris(pertemuan, isi["peserta"])
    _record(request, pertemuan, baris.peserta, isi["status"], isi["kunci"])
    return redirect(f"{kembali}#p-{baris.peserta.uuid}")


def _find_baris(pertemuan: Pertemuan, uuid) -> selectors.BarisHadir:
    daftar = selectors.list_hadir(pertemuan)
    baris = next((satu for satu in daftar if satu.peserta.uuid == uuid), None)
    if baris is None:
        raise Http404
    return baris


def _record(request, pertemuan, peserta, status, kunci, *, cara="ketuk", alasan="") -> bool:
    """Record; what is not possible is said above the list. A repeated key with its first time."""
    try:
        services.mark_hadir(
            pertemuan=pertemuan,
            peserta=peserta,
            status=status,
            cara=cara,
            kunci=kunci,
            dicatat_pada=waktu.sekarang(),
            alasan=alasan,
            actor=request.user,
        )
    except KirimanBerbeda:
        messages.info(request, _("This was sent already."))
    except GALAT:
        messages.error(request, _("Attendance cannot be recorded here any more."))
        return False
    return True


@halaman("POST")
@needs_pertemuan
def mark_semua(request, pertemuan) -> HttpResponse:
    """Everybody without a record is present; then only the exceptions are tapped."""
    form = HadirForm({**request.POST.dict(), "status": "hadir", "peserta": str(pertemuan.uuid)})
    if not form.is_valid():
        raise Http404
    for baris in selectors.list_hadir(pertemuan):
        if baris.kini is None:
            kunci = uuid5(form.cleaned_data["kunci"], str(baris.peserta.uuid))
            if not _record(request, pertemuan, baris.peserta, "hadir", kunci):
                break
    return redirect("kelas:call_roll", pertemuan=pertemuan.uuid)


@halaman("GET", "POST")
@needs_pertemuan
def correct_hadir(request, pertemuan, peserta) -> HttpResponse:
    """What was recorded of one learner, and the correction with its reason."""
    baris = _find_baris(pertemuan, peserta)
    awal = {"kunci": uuid4(), "status": baris.kini.status if baris.kini else "hadir"}
    form = UbahHadirForm(request.POST or None, initial=awal)
    if form.is_valid():
        isi = form.cleaned_data
        cara = "kertas" if request.POST.get("kertas") else "ketuk"
        _record(
            request,
            pertemuan,
            baris.peserta,
            isi["status"],
            isi["kunci"],
            cara=cara,
            alasan=isi["alasan"],
        )
        kembali = reverse("kelas:call_roll", args=[pertemuan.uuid])
        return redirect(f"{kembali}#p-{baris.peserta.uuid}")
    isi = {"pertemuan": pertemuan, "baris": baris, "form": form}
    return render(request, TEMPLAT + "lapangan/ubah_hadir.html", isi)


@halaman("GET")
@needs_pertemuan
def show_layar(request, pertemuan) -> HttpResponse:
    """The QR of this half minute and the digits; the page fetches itself anew."""
    kini = waktu.sekarang()
    detik = int(kini.timestamp())
    token = rules.make_token(get_rahasia(), str(pertemuan.uuid), detik)
    alamat = make_absolute(reverse("pelatihan:open_qr", args=[pertemuan.uuid, token]))
    isi = {
        "pertemuan": pertemuan,
        "buka": _is_buka(pertemuan),
        "qr": exports.draw_qr(alamat),
        "kode": rules.make_kode(get_rahasia(), str(pertemuan.uuid), detik),
    }
    jawaban = render(request, TEMPLAT + "lapangan/layar.html", isi)
    jawaban["Refresh"] = "25"
    return jawaban


@halaman("GET")
@needs_pertemuan
def print_daftar(request, pertemuan) -> HttpResponse:
    """The attendance sheet to be signed, with a QR that is good during the session only."""
    kepala = {"Content-Disposition": 'inline; filename="daftar-hadir.pdf"'}
    isi = exports.build_daftar_hadir(pertemuan)
    return HttpResponse(isi, content_type="application/pdf", headers=kepala)


def _is_buka(pertemuan: Pertemuan) -> bool:
    kini = waktu.sekarang()
    return not pertemuan.batal_pada and rules.is_terbuka(pertemuan.mulai, pertemuan.selesai, kini)


@never_cache
@require_safe
def open_qr(request, pertemuan, token) -> HttpResponse:
    """A scanned screen: a ticket for a quarter of an hour in this browser, then the button."""
    satu = get_object_or_404(Pertemuan.objects.select_related("angkatan"), uuid=pertemuan)
    detik = int(waktu.sekarang().timestamp())
    if not rules.is_token_sah(get_rahasia(), str(satu.uuid), detik, token):
        return _refuse(request, satu, _("This QR code is too old. Please scan the screen again."))
    return _give_tiket(satu)


@never_cache
@require_safe
def open_cetakan(request, kode) -> HttpResponse:
    """The printed code of /cek/h-…: good while the session runs."""
    satu = get_object_or_404(Pertemuan.objects.select_related("angkatan"), kode=kode)
    if not _is_buka(satu):
        return _refuse(request, satu, _("This code is good only while the session takes place."))
    return _give_tiket(satu)


def _give_tiket(pertemuan: Pertemuan) -> HttpResponse:
    jawaban = redirect("pelatihan:mark_sendiri", pertemuan=pertemuan.uuid)
    jawaban.set_cookie(
        TIKET,
        signing.dumps(str(pertemuan.uuid), salt=TIKET),
        max_age=UMUR_TIKET,
        path="/belajar/hadir/",
        httponly=True,
        samesite="Lax",
    )
    return jawaban


def _has_tiket(request, pertemuan: Pertemuan) -> bool:
    try:
        isi = signing.loads(request.COOKIES.get(TIKET, ""), salt=TIKET, max_age=UMUR_TIKET)
    except signing.BadSignature:
        return False
    return isi == str(pertemuan.uuid)


def _refuse(request, pertemuan: Pertemuan, kata: str, status: int = 403) -> HttpResponse:
    isi = {"pertemuan": pertemuan, "kata": kata}
    return render(request, TEMPLAT + "hadir_tolak.html", isi, status=status)


@halaman("GET", "POST")
def mark_sendiri(request, pertemuan) -> HttpResponse:
    """One button: I am here."""
    satu = get_object_or_404(Pertemuan.objects.select_related("angkatan"), uuid=pertemuan)
    if not _has_tiket(request, satu):
        return _refuse(request, satu, _("Please scan the QR code in the room again."))
    peserta = selectors.find_peserta(satu.angkatan, request.user)
    if peserta is None:
        return _refuse(request, satu, _("You are not enrolled in this class. Ask the facilitator."))
    if request.method == "POST":
        return _mark(request, satu, peserta, "qr", request.POST.get("kunci", ""))
    isi = {"pertemuan": satu, "peserta": peserta, "kunci": uuid4()}
    return render(request, TEMPLAT + "hadir.html", isi)


def _mark(request, pertemuan, peserta, cara, kunci) -> HttpResponse:
    try:
        baris = services.mark_hadir_sendiri(
            pertemuan=pertemuan,
            peserta=peserta,
            cara=cara,
            kunci=uuid5(pertemuan.uuid, str(kunci)[:40]),
            actor=request.user,
        )
    except GALAT:
        return _refuse(request, pertemuan, _("This session does not take attendance now."))
    kata = _("You are recorded: %(status)s.") % {"status": baris.get_status_display()}
    messages.success(request, kata)
    return redirect("pelatihan:show_kelas", kelas=pertemuan.angkatan.uuid)


@halaman("GET", "POST")
def mark_kode(request, pertemuan) -> HttpResponse:
    """For phones without a camera: the four digits from the facilitator's screen."""
    satu = get_object_or_404(Pertemuan.objects.select_related("angkatan"), uuid=pertemuan)
    peserta = selectors.find_peserta(satu.angkatan, request.user)
    if peserta is None:
        return _refuse(request, satu, _("You are not enrolled in this class. Ask the facilitator."))
    form = KodeForm(request.POST or None, initial={"kunci": uuid4()})
    if form.is_valid() and _check_kode(request, satu, form):
        return _mark(request, satu, peserta, "kode", form.cleaned_data["kunci"])
    status = 429 if getattr(form, "terlalu_sering", False) else 200
    return render(request, TEMPLAT + "kode.html", {"pertemuan": satu, "form": form}, status=status)


def _check_kode(request, pertemuan: Pertemuan, form: KodeForm) -> bool:
    """Few tries for one account, and for the whole session; both are counted."""
    orang = hit_batas(COBA, f"{request.user.pk}:{pertemuan.pk}")
    kelas = hit_batas(COBA_KELAS, str(pertemuan.pk))
    if not (orang.boleh and kelas.boleh):
        form.terlalu_sering = True
        form.add_error(
            "kode", _("Too many tries. Please wait some minutes or tell the facilitator.")
        )
        return False
    detik = int(waktu.sekarang().timestamp())
    kode = form.cleaned_data["kode"]
    if not rules.is_kode_sah(get_rahasia(), str(pertemuan.uuid), detik, kode):
        form.add_error("kode", _("These are not the digits on the screen now. Please look again."))
        return False
    return True
