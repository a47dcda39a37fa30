"""One's own files, to look at again and to use elsewhere."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import permissions

SEHALAMAN = 50


@never_cache
@login_required
@require_safe
def list_berkas(request) -> HttpResponse:
    milik = permissions.own(request.user).select_related("berkas")
    hal = Paginator(milik, SEHALAMAN).get_page(request.GET.get("halaman"))
    return render(request, "komunitas/berkas.html", {"hal": hal})
