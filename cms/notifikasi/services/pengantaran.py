"""Delivery: a worker leases a row, sends it, and says so; what a dead worker held is swept up.

The outbox is the truth and Celery only a bell: a task carries ids, and a task that is lost (kombu's
filesystem transport loses what was read) costs one sweep. The lease fences: only its holder may say
that a row was sent. A row whose lease ran out may have been sent already; where the channel cannot
know, the next attempt is marked.
"""

from datetime import datetime, timedelta
from pathlib import Path

import structlog
from celery import current_app
from django.conf import settings
from django.db.models import F, Q

from cms.core import waktu

from .. import rules
from ..channels import GagalSementara, GagalTetap, get_saluran
from ..models import Pesan

log = structlog.get_logger("guyub.notifikasi")
SEKALI_JALAN = 50
SAPUAN_TERBANYAK = 1000


def get_due(kini: datetime):
    """Rows that may be sent now, the urgent first."""
    bebas = Q(dipegang_sampai__isnull=True) | Q(dipegang_sampai__lte=kini)
    menunggu = Pesan.objects.filter(bebas, status=Pesan.Status.MENUNGGU, tidak_sebelum__lte=kini)
    return menunggu.order_by("prioritas", "tidak_sebelum")


def dispatch(ids: list[int]) -> None:
    """Send batches of ids to the workers; a silent broker is no error, the sweep will find them."""
    try:
        _make_antrean()
        for sebagian in split(ids, SEKALI_JALAN):
            current_app.send_task("notifikasi.deliver_batch", [sebagian], retry=False)
    except Exception as kesalahan:
        log.warning("antrean tidak menjawab", jenis=type(kesalahan).__name__)


def split(baris: list, banyak: int) -> list[list]:
    """In parts of at most so many."""
    return [baris[i : i + banyak] for i in range(0, len(baris), banyak)]


def _make_antrean() -> None:
    if not settings.REDIS_URL:
        for folder in ("antrean", "antrean/kendali"):
            (Path(settings.GUYUB_DATA) / folder).mkdir(parents=True, exist_ok=True)


def sweep() -> int:
    """Ring the bell again for everything due that nobody holds; returns how many."""
    ids = list(get_due(waktu.sekarang()).values_list("pk", flat=True)[:SAPUAN_TERBANYAK])
    dispatch(ids)
    return len(ids)


def deliver(ids: list[int]) -> int:
    """Send these rows as far as they are due and free; returns how many were sent."""
    kini = waktu.sekarang()
    return sum(_deliver(pesan) for pesan in get_due(kini).filter(pk__in=ids))


def _deliver(pesan: Pesan) -> bool:
    if not _lease(pesan):
        return False
    if pesan.kedaluwarsa and pesan.kedaluwarsa <= waktu.sekarang():
        return _finish(pesan, status=Pesan.Status.BATAL, kesalahan="kedaluwarsa") and False
    try:
        get_saluran(pesan.saluran).send(pesan)
    except GagalTetap as kesalahan:
        return _give_up(pesan, str(kesalahan))
    except GagalSementara as kesalahan:
        return _postpone(pesan, str(kesalahan))
    except Exception as kesalahan:
        log.exception("saluran gagal", saluran=pesan.saluran, pesan=str(pesan.uuid))
        return _postpone(pesan, type(kesalahan).__name__)
    return _finish(
        pesan, status=Pesan.Status.TERKIRIM, terkirim_pada=waktu.sekarang(), kesalahan=""
    )


def _lease(pesan: Pesan) -> bool:
    """Take the row if nobody else did since it was read; one conditional UPDATE decides."""
    sampai = waktu.sekarang() + timedelta(seconds=settings.GUYUB_SEWA_DETIK)
    ganda = pesan.mungkin_ganda or (
        pesan.dipegang_sampai is not None and not _is_idempoten(pesan.saluran)
    )
    diambil = Pesan.objects.filter(
        pk=pesan.pk, status=Pesan.Status.MENUNGGU, dipegang_sampai=pesan.dipegang_sampai
    ).update(dipegang_sampai=sampai, percobaan=F("percobaan") + 1, mungkin_ganda=ganda)
    pesan.dipegang_sampai, pesan.mungkin_ganda = sampai, ganda
    pesan.percobaan += 1
    return bool(diambil)


def _is_idempoten(kode: str) -> bool:
    try:
        return get_saluran(kode).idempoten
    except GagalTetap:
        return True


def _finish(pesan: Pesan, **nilai) -> bool:
    milik_sendiri = Pesan.objects.filter(pk=pesan.pk, dipegang_sampai=pesan.dipegang_sampai)
    return bool(milik_sendiri.update(dipegang_sampai=None, **nilai))


def _postpone(pesan: Pesan, kesalahan: str) -> bool:
    jeda = rules.get_jeda(pesan.percobaan)
    if jeda is None:
        return _give_up(pesan, kesalahan)
    _finish(pesan, tidak_sebelum=waktu.sekarang() + jeda, kesalahan=kesalahan[:200])
    return False


def _give_up(pesan: Pesan, kesalahan: str) -> bool:
    log.warning("pesan tidak sampai", pesan=str(pesan.uuid), saluran=pesan.saluran)
    _finish(pesan, status=Pesan.Status.GAGAL, kesalahan=kesalahan[:200])
    return False


def retry_pesan(pesan: Pesan) -> bool:
    """Try a dead letter once more from the start; false if it is not one."""
    hidup = Pesan.objects.filter(pk=pesan.pk, status=Pesan.Status.GAGAL).update(
        status=Pesan.Status.MENUNGGU,
        percobaan=0,
        tidak_sebelum=waktu.sekarang(),
        dipegang_sampai=None,
    )
    dispatch([pesan.pk] if hidup else [])
    return bool(hidup)
