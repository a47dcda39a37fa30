"""Signing on a phone: the whole text and one button."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from . import permissions, selectors, services
from .models import Keputusan


@login_required
@never_cache
@require_safe
def list_tanda_tangan(request):
    """What waits for my signature."""
    isi = {"menunggu": selectors.get_menunggu_tanda_tangan(request.user)}
    return render(request, "musyawarah/tanda_tangan_daftar.html", isi)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_keputusan(request, uuid):
    """Read and sign one decision."""
    keputusan = _get(request.user, uuid)
    if request.method != "POST":
        return _show(request, keputusan)
    try:
        services.sign_keputusan(
            keputusan=keputusan, actor=request.user, isi_hash=request.POST.get("isi", "")
        )
    except services.TeksBerubah:
        kalimat = _("The text has changed since you opened it. Please read it again, then sign.")
        return _show(request, _get(request.user, uuid), kalimat, status=409)
    except services.TidakMenunggu:
        kalimat = _("This decision is not waiting for signatures (any more).")
        return _show(request, _get(request.user, uuid), kalimat, status=409)
    except services.SudahDiganti:
        kalimat = _("Another decision already replaces the same one. Please ask the secretary.")
        return _show(request, _get(request.user, uuid), kalimat, status=409)
    except services.BukanPenandaTangan:
        kalimat = _("You were not noted as present in an office that signs.")
        return _show(request, keputusan, kalimat, status=403)
    return redirect("musyawarah:sign_keputusan", uuid=uuid)


def _get(user, uuid) -> Keputusan:
    keputusan = Keputusan.objects.select_related("rembug", "menggantikan").filter(uuid=uuid).first()
    if keputusan is None or not permissions.can_view_keputusan(user, keputusan):
        raise Http404
    return keputusan


def _show(request, keputusan: Keputusan, salah: str = "", *, status: int = 200):
    tanda_tangan = list(selectors.get_tanda_tangan(keputusan))
    sudah = any(t.akun_id == request.user.pk for t in tanda_tangan)
    isi = {
        "k": keputusan,
        "hadir": selectors.get_hadir(keputusan, keputusan.rembug.jenis),
        "tanda_tangan": tanda_tangan,
        "sudah": sudah,
        "boleh": not sudah and permissions.can_sign_keputusan(request.user, keputusan),
        "kurang": selectors.get_kurang(keputusan) if keputusan.status == "menunggu" else [],
        "salah": salah,
    }
    return render(request, "musyawarah/tanda_tangan.html", isi, status=status)
