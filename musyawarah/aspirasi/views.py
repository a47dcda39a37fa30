"""The public form and following what was sent. No account, no cookie, nothing kept by a cache.

CSRF: these pages carry no token, because a token needs a cookie and the form gives nobody's rights
to a request. What must not work is another site's page posting in a visitor's name; the Origin
(or Referer) is checked for that.
"""

from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from cms.core.asal import get_asal
from cms.core.batas.services import Aturan, hit_batas
from cms.core.kiriman.services import KirimanBerbeda

from . import rules, selectors, services
from .forms import KodeForm, UsulForm
from .models import Aspirasi
from .pages import UsulPage

KIRIM = Aturan("aspirasi-kirim", 20, 300)
KODE = Aturan("aspirasi-kode", 60, 300)
TEMPLAT = "musyawarah/"


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def send_aspirasi(request: HttpRequest) -> HttpResponse:
    """The form; what was typed comes back with every error."""
    page = _get_page()
    if request.method != "POST":
        return _show(request, page, UsulForm.make_kosong(request.GET.get("jenis", "")))
    form = UsulForm(request.POST)
    if not form.is_valid():
        return _show(request, page, form.renew(), status=422)
    if salah := _find_halangan(request):
        status, kalimat = salah
        form.add_error(None, kalimat)
        return _show(request, page, form.renew(), status=status)
    return _send(request, page, form)


def _send(request, page, form: UsulForm) -> HttpResponse:
    try:
        aspirasi, kode = services.send_aspirasi(kunci=form.cleaned_data["kunci"], **form.isian)
    except KirimanBerbeda:
        form.add_error("kunci", _("This text was changed after it was sent."))
        form.add_error(
            None, _("You already sent an earlier version. Send again to send this one as well.")
        )
        return _show(request, page, form.renew(), status=409)
    except services.IsiKosong:
        form.add_error("isi", _("Please write in plain words what you want to say."))
        return _show(request, page, form.renew(), status=422)
    isi = {"page": page, "aspirasi": aspirasi, "kode": rules.format_kode(kode)}
    return render(request, f"{TEMPLAT}usul_terkirim.html", isi)


def _find_halangan(request) -> tuple[int, str] | None:
    if not is_dari_sini(request):
        return 403, _("For safety, please send from this page. Your text is still here.")
    hasil = hit_batas(KIRIM, get_asal(request))
    if hasil.boleh:
        return None
    menit = -(-hasil.tunggu_detik // 60)
    pesan = _("Very many were sent from here just now. Your text is kept; send again in %(n)d min.")
    return 429, pesan % {"n": menit}


def _show(request, page, form, *, status: int = 200) -> HttpResponse:
    isi = {"page": page, "form": form, "kode_form": KodeForm()}
    return render(request, f"{TEMPLAT}usul.html", isi, status=status)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow_aspirasi(request: HttpRequest) -> HttpResponse:
    """The state of one's own ticket. The code comes by POST only, so it stands in no log."""
    if request.method != "POST":
        return _show_kode(request, KodeForm())
    form = KodeForm(request.POST)
    aspirasi = _find(request, form)
    if aspirasi is None:
        return _show_kode(request, form, status=422)
    return _show_perjalanan(request, aspirasi, form.cleaned_data["kode"])


@csrf_exempt
@never_cache
@require_POST
def withdraw_aspirasi(request: HttpRequest) -> HttpResponse:
    """The sender takes it back."""
    form = KodeForm(request.POST)
    aspirasi = _find(request, form)
    if aspirasi is None:
        return _show_kode(request, form, status=422)
    aspirasi = services.withdraw_aspirasi(aspirasi=aspirasi)
    return _show_perjalanan(request, aspirasi, form.cleaned_data["kode"])


def _find(request, form: KodeForm) -> Aspirasi | None:
    if not form.is_valid():
        return None
    if not is_dari_sini(request):
        form.add_error("kode", _("For safety, please enter the code on this page."))
        return None
    if not hit_batas(KODE, get_asal(request)).boleh:
        form.add_error("kode", _("Too many codes were tried from here. Please wait five minutes."))
        return None
    aspirasi = selectors.find_aspirasi(form.cleaned_data["kode"])
    if aspirasi is None:
        form.add_error("kode", _("We do not know this code. Please compare it with your slip."))
    return aspirasi


def _show_kode(request, form, *, status: int = 200) -> HttpResponse:
    isi = {"page": _get_page(), "form": form}
    return render(request, f"{TEMPLAT}usul_ikuti.html", isi, status=status)


def _show_perjalanan(request, aspirasi: Aspirasi, kode: str) -> HttpResponse:
    isi = {"page": _get_page(), "perjalanan": selectors.get_perjalanan(aspirasi), "kode": kode}
    return render(request, f"{TEMPLAT}usul_status.html", isi)


def _get_page() -> UsulPage:
    page = UsulPage.objects.live().first()
    if page is None:
        raise Http404
    return page


def is_dari_sini(request) -> bool:
    """Whether a browser says that this site's own page sent the request; silence is accepted."""
    asal = request.headers.get("Origin") or request.headers.get("Referer")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    return asal is None or urlsplit(asal).netloc == request.get_host()
