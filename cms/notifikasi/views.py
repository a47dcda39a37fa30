"""Inbox, subscription and unsubscribing. No GET changes anything."""

from django.contrib.auth.decorators import login_required
from django.core import signing
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from cms.core.asal import get_asal

from . import selectors, services, tautan
from .forms import LanggananForm, PilihanForm
from .jenis import get_jenis, get_pilihan
from .models import Penolakan


@never_cache
@login_required
def list_pesan(request):
    halaman = Paginator(selectors.get_kotak(request.user), 20).get_page(request.GET.get("halaman"))
    isi = {"halaman": halaman, "belum": selectors.count_unread(request.user)}
    return render(request, "notifikasi/kotak.html", isi)


@never_cache
@login_required
def view_pesan(request, uuid):
    pesan = get_object_or_404(selectors.get_kotak(request.user), uuid=uuid)
    isi = {"pesan": pesan, "tombol": get_jenis(pesan.jenis).tombol}
    return render(request, "notifikasi/pesan.html", isi)


@require_POST
@login_required
def mark_read(request, uuid):
    """Mark one message as read and go where it leads."""
    pesan = get_object_or_404(selectors.get_kotak(request.user), uuid=uuid)
    services.mark_read(pesan=pesan)
    return redirect(pesan.tautan or "notifikasi:list_pesan")


@require_POST
@login_required
def mark_all_read(request):
    services.mark_all_read(user=request.user)
    return redirect("notifikasi:list_pesan")


@never_cache
@login_required
def edit_pilihan(request):
    alamat = request.user.email or ""
    ditolak = Penolakan.objects.filter(kontak__saluran="surel", kontak__alamat=alamat)
    tidak_mau = set(ditolak.values_list("jenis", flat=True))
    pilihan = {j.kode for j in get_pilihan()}
    data = request.POST if request.method == "POST" else None
    form = PilihanForm(data, initial={"mau": list(pilihan - tidak_mau)})
    if request.method == "POST" and form.is_valid() and alamat:
        ditolak = pilihan - set(form.cleaned_data["mau"])
        services.set_penolakan(saluran="surel", alamat=alamat, ditolak=ditolak, pilihan=pilihan)
        return redirect("notifikasi:list_pesan")
    return render(request, "notifikasi/pilihan.html", {"form": form, "alamat": alamat})


@never_cache
def subscribe(request):
    form = LanggananForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "notifikasi/langganan.html", {"form": form})
    try:
        if not form.cleaned_data["situs"]:
            services.request_langganan(surel=form.cleaned_data["surel"], asal=get_asal(request))
    except services.TerlaluSering as kesalahan:
        menit = kesalahan.args[0] // 60 + 1
        return render(
            request, "notifikasi/langganan.html", {"form": form, "menit": menit}, status=429
        )
    return redirect("notifikasi:subscribe_done")


@never_cache
def subscribe_done(request):
    return render(request, "notifikasi/langganan_diminta.html")


@never_cache
def confirm_langganan(request, token):
    """A page with one button; pressing it is the confirmation."""
    try:
        uuid = tautan.read_konfirmasi(token)
    except signing.BadSignature:
        return render(request, "notifikasi/tautan_lama.html", status=410)
    selesai = request.method == "POST"
    if selesai and services.confirm_langganan(uuid=uuid) is None:
        raise Http404
    return render(request, "notifikasi/konfirmasi.html", {"selesai": selesai})


@never_cache
@csrf_exempt
def unsubscribe(request, token):
    """A page with one button, and RFC 8058: a mail program posts here itself, without a cookie.

    The signed token is the right to switch this one kind off, so no CSRF token is asked for.
    """
    try:
        saluran, alamat, jenis = tautan.read_berhenti(token)
    except signing.BadSignature:
        return render(request, "notifikasi/tautan_lama.html", status=410)
    if request.method == "POST":
        services.refuse_jenis(saluran=saluran, alamat=alamat, jenis=jenis)
        if "List-Unsubscribe" in request.POST:
            return HttpResponse(status=200)
    isi = {"judul": get_jenis(jenis).judul, "selesai": request.method == "POST"}
    return render(request, "notifikasi/berhenti.html", isi)
