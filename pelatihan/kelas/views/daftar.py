"""Putting in many at once: the list is looked at first, then taken as a whole."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cms.core.kiriman.services import KirimanBerbeda
from cms.core.unggahan import UnggahanDitolak
from cms.komunitas.models import Anggota, Ksm

from .. import selectors, services
from .dasar import TEMPLAT, halaman, needs_kelas

SEGEL = "daftar-kelas"
LEWATI, BARU = "lewati", "baru"


@halaman("GET", "POST")
@needs_kelas
def add_daftar(request, angkatan) -> HttpResponse:
    """Upload, look, and take; nothing is written before the second button."""
    isi = {"baris": selectors.get_kelas(angkatan), "ksm": Ksm.objects.aktif().order_by("nama")}
    if request.method == "POST" and "segel" in request.POST:
        return _take(request, angkatan)
    if request.method == "POST":
        try:
            if "berkas" not in request.FILES:
                raise UnggahanDitolak(_("Please choose a file."))
            calon = services.match_daftar(services.read_daftar(request.FILES["berkas"]))
        except UnggahanDitolak as galat:
            isi["galat"] = str(galat)
        else:
            isi |= {"calon": calon, "kunci": uuid4(), "segel": _seal(calon)}
            isi["hitung"] = {
                k: sum(c.keadaan == k for c in calon)
                for k in ("ditemukan", "ragu", "baru", "ganda")
            }
    return render(request, TEMPLAT + "lapangan/banyak.html", isi)


def _seal(calon) -> str:
    """The list as it was looked at, so that the second page cannot be given another one."""
    baris = [[c.nama, c.telepon, c.keadaan, [p for p, _label in c.pilihan]] for c in calon]
    return signing.dumps(baris, salt=SEGEL, compress=True)


def _take(request, angkatan) -> HttpResponse:
    kembali = redirect("kelas:show_kelas", kelas=angkatan.uuid)
    try:
        baris = signing.loads(request.POST["segel"], salt=SEGEL, max_age=86400)
        kunci = UUID(request.POST.get("kunci", ""))
        pilihan = [p for n, b in enumerate(baris) if (p := _choose(request, n, b))]
        hasil = services.add_daftar(
            angkatan=angkatan, pilihan=pilihan, kunci=kunci, actor=request.user
        )
    except (signing.BadSignature, ValueError, KirimanBerbeda, Anggota.DoesNotExist):
        messages.error(request, _("This list is out of date. Please send the file again."))
        return redirect("kelas:add_daftar", kelas=angkatan.uuid)
    except (services.DaftarBertabrakan, services.AngkatanTutup) as galat:
        messages.error(request, explain_galat(galat))
        return redirect("kelas:add_daftar", kelas=angkatan.uuid)
    messages.success(request, describe_hasil(hasil))
    return kembali


def _choose(request, nomor: int, baris: list) -> list[str] | None:
    """Whom a line means: what was found, or what was chosen among what was offered."""
    nama, telepon, keadaan, calon = baris
    bawaan = {"ditemukan": calon[0] if calon else BARU, "baru": BARU}.get(keadaan, LEWATI)
    siapa = request.POST.get(f"baris-{nomor}", bawaan)
    if siapa == LEWATI:
        return None
    if siapa != BARU and siapa not in calon:
        raise ValueError(siapa)
    return [siapa, nama, telepon]


def explain_galat(galat: Exception) -> str:
    if isinstance(galat, services.DaftarBertabrakan):
        return _("Nobody was put in. These take the course in another class: %(nama)s.") % {
            "nama": ", ".join(galat.args)
        }
    return _("This class has ended or was cancelled.")


def describe_hasil(hasil: dict) -> str:
    return _("%(masuk)s are in the class, %(tunggu)s wait for a place.") % hasil


@halaman("POST")
@needs_kelas
def add_ksm(request, angkatan) -> HttpResponse:
    """All members of a KSM."""
    pilih = request.POST.get("ksm", "")
    ksm = next((k for k in Ksm.objects.aktif() if str(k.uuid) == pilih), None)
    if ksm is None:
        messages.error(request, _("Please choose a KSM."))
        return redirect("kelas:add_daftar", kelas=angkatan.uuid)
    try:
        hasil = services.add_ksm(angkatan=angkatan, ksm=ksm, actor=request.user)
        messages.success(request, describe_hasil(hasil))
    except (services.DaftarBertabrakan, services.AngkatanTutup) as galat:
        messages.error(request, explain_galat(galat))
    return redirect("kelas:show_kelas", kelas=angkatan.uuid)
