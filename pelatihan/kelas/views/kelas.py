"""Classes as everybody sees them, and the one button to join."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.core import waktu
from cms.core.asal import get_asal
from cms.core.batas.services import Aturan, hit_batas
from cms.core.ics import build_ics
from cms.komunitas.selectors import get_anggota_of

from ...peserta.models import Angkatan
from ...peserta.services import KursusPrasyarat
from .. import permissions, rules, selectors, services
from .dasar import TEMPLAT, halaman

COBA = Aturan("kode-undangan", 10, 600)
JENIS_ICS = "text/calendar; charset=utf-8"


@never_cache
@require_safe
def list_kelas(request) -> HttpResponse:
    """Open classes: where, when, how many places are left."""
    isi = {"daftar": selectors.list_umum(request.user)}
    return render(request, TEMPLAT + "daftar.html", isi)


def _get_kelas(request, uuid) -> Angkatan:
    return get_object_or_404(permissions.visible_publik(request.user), uuid=uuid)


@never_cache
@require_safe
def show_kelas(request, kelas) -> HttpResponse:
    angkatan = _find_kelas(request, kelas)
    peserta = selectors.find_peserta(angkatan, request.user)
    antre, urutan = selectors.find_antre(angkatan, request.user)
    kini = waktu.sekarang()
    pertemuan = list(angkatan.pertemuan.all())
    buka = [p for p in pertemuan if not p.batal_pada and rules.is_terbuka(p.mulai, p.selesai, kini)]
    isi = {
        "baris": selectors.get_kelas(angkatan),
        "pertemuan": pertemuan,
        "pengampu": selectors.list_nama_pengampu(angkatan),
        "peserta": peserta,
        "antre": antre,
        "urutan": urutan,
        "hadir_bp": selectors.get_hadir_bp(peserta) if peserta else None,
        "kini": buka[0] if peserta and buka else None,
        "memimpin": permissions.can_view_angkatan(request.user, angkatan),
    }
    return render(request, TEMPLAT + "kelas.html", isi)


def _find_kelas(request, uuid) -> Angkatan:
    """Also a class that is shown to nobody, for who brings its code in the address."""
    kode = request.GET.get("kode", "") or request.POST.get("kode", "")
    if kode and hit_batas(COBA, _who(request)).boleh:
        angkatan = Angkatan.objects.filter(uuid=uuid).exclude(kode_undangan="").first()
        if angkatan and angkatan.kode_undangan == kode.strip().lower():
            return angkatan
    return _get_kelas(request, uuid)


def _who(request) -> str:
    return str(request.user.pk or get_asal(request))


@halaman("GET", "POST")
def join_kelas(request, kelas) -> HttpResponse:
    """One page, one button."""
    angkatan = _find_kelas(request, kelas)
    anggota = get_anggota_of(request.user)
    if anggota is None:
        return render(request, "pelatihan/belajar/tanpa_warga.html", status=403)
    kode = (request.POST.get("kode") or request.GET.get("kode") or "")[:20]
    galat = ""
    if request.method == "POST":
        galat = _try_join(request, angkatan, anggota, kode)
        if not galat:
            return redirect("pelatihan:show_kelas", kelas=angkatan.uuid)
    isi = {"baris": selectors.get_kelas(angkatan), "kode": kode, "galat": galat}
    isi["butuh_kode"] = (
        angkatan.cara_masuk == Angkatan.CaraMasuk.UNDANGAN
        and selectors.find_antre(angkatan, request.user)[0] != "undang"
    )
    return render(request, TEMPLAT + "ikut.html", isi)


def _try_join(request, angkatan, anggota, kode) -> str:
    """Join; gives what went wrong in words, else nothing."""
    try:
        masuk = services.join_angkatan(
            angkatan=angkatan, anggota=anggota, kode=kode, actor=request.user
        )
    except services.AngkatanTutup:
        return _("This class has ended or was cancelled.")
    except services.KelasLain:
        return _("You take this course in another class already. Leave it first.")
    except KursusPrasyarat:
        return _("Another course comes first. The page of the course says which.")
    except services.UndanganLewat:
        return _("Your invitation has expired. Please ask the facilitator for a new one.")
    except services.PerluDiundang:
        return _("This class is by invitation. Please write the code you were given.")
    kata = {
        rules.MASUK: _("You are in. We are glad to see you."),
        rules.TUNGGU: _(
            "The class is full. You stand in the waiting list and move up by yourself."
        ),
        rules.MOHON: _("Your request was sent. You are told as soon as it is answered."),
    }
    messages.success(request, kata[masuk.jalan])
    return ""


@halaman("POST")
def leave_kelas(request, kelas) -> HttpResponse:
    angkatan = _get_kelas(request, kelas)
    if anggota := get_anggota_of(request.user):
        services.leave_angkatan(angkatan=angkatan, anggota=anggota, actor=request.user)
        messages.success(request, _("You are not in this class any more."))
    if not permissions.visible_publik(request.user).filter(pk=angkatan.pk).exists():
        return redirect("pelatihan:list_kelas")
    return redirect("pelatihan:show_kelas", kelas=angkatan.uuid)


@halaman("GET")
def show_kalender(request, kelas) -> HttpResponse:
    """The sessions of a class one takes part in or leads."""
    angkatan = _get_kelas(request, kelas)
    milik = selectors.find_peserta(angkatan, request.user)
    if milik is None and not permissions.can_view_angkatan(request.user, angkatan):
        raise Http404
    acara = selectors.build_acara(angkatan.pertemuan.select_related("angkatan"))
    return _answer(acara, angkatan.nama)


@never_cache
@require_safe
def show_kalender_umum(request) -> HttpResponse:
    """All public classes, without names, for subscribing."""
    mulai = waktu.sekarang() - timedelta(days=180)
    return _answer(selectors.list_kalender_umum(mulai, 300), _("Classes"))


def _answer(acara, nama: str) -> HttpResponse:
    kepala = {"Content-Disposition": 'inline; filename="kelas.ics"'}
    return HttpResponse(build_ics(acara, nama=nama), content_type=JENIS_ICS, headers=kepala)
