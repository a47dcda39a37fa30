"""/healthz says the process answers; /readyz says the house can work. Neither tells a secret."""

import shutil
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.core import waktu
from cms.notifikasi.models import Pesan

ANTREAN_TERLAMA = 15 * 60
CAKRAM_TERKECIL = 200 * 1024 * 1024
BAIK, GANGGUAN = "baik", "gangguan"


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse(BAIK, content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Four parts, each "baik" or "gangguan"; 503 if any of them is in trouble."""
    hasil = {nama: BAIK if periksa() else GANGGUAN for nama, periksa in PERIKSA.items()}
    return JsonResponse(hasil, status=200 if set(hasil.values()) == {BAIK} else 503)


def check_basis_data() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def check_migrasi() -> bool:
    """Whether every migration is applied; a process asks the database until it is so, then no more."""
    try:
        _require_migrasi()
    except (DatabaseError, MigrasiTertunda):
        return False
    return True


class MigrasiTertunda(Exception):
    """Migrations of this code are not applied yet."""


@cache
def _require_migrasi() -> None:
    pelaksana = MigrationExecutor(connection)
    if pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes()):
        raise MigrasiTertunda


def check_antrean() -> bool:
    """Whether the oldest message that should be on its way waits less than a quarter of an hour."""
    try:
        return get_umur_antrean() < ANTREAN_TERLAMA
    except DatabaseError:
        return False


def get_umur_antrean() -> float:
    """Seconds that the oldest due message has waited; 0 when none is due."""
    kini = waktu.sekarang()
    tertua = (
        Pesan.objects.filter(status=Pesan.Status.MENUNGGU, tidak_sebelum__lte=kini)
        .filter(Q(kedaluwarsa=None) | Q(kedaluwarsa__gt=kini))
        .order_by("tidak_sebelum")
        .values_list("tidak_sebelum", flat=True)
        .first()
    )
    return (kini - tertua).total_seconds() if tertua else 0.0


def check_cakram() -> bool:
    try:
        return shutil.disk_usage(settings.GUYUB_DATA).free >= CAKRAM_TERKECIL
    except OSError:
        return False


PERIKSA = {
    "basis_data": check_basis_data,
    "migrasi": check_migrasi,
    "antrean": check_antrean,
    "cakram": check_cakram,
}
