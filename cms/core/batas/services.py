"""The house's one place for limits. Counters stand in the database, so every process sees them."""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F

from .. import waktu
from .models import Batas


@dataclass(frozen=True)
class Aturan:
    """At most `jumlah` events in `detik` seconds."""

    nama: str
    jumlah: int
    detik: int


@dataclass(frozen=True)
class Hasil:
    """Whether one more is fine, and if not, in how many seconds it will be."""

    boleh: bool
    tunggu_detik: int


def hit_batas(aturan: Aturan, siapa: str) -> Hasil:
    """Count one event of `siapa` (address or account; stored only as a digest) against a rule."""
    kunci, jendela, sisa = _locate(aturan, siapa)
    jumlah = _increment(kunci, jendela)
    return Hasil(boleh=jumlah <= aturan.jumlah, tunggu_detik=sisa)


def peek_batas(aturan: Aturan, siapa: str) -> Hasil:
    """The same answer without counting."""
    kunci, jendela, sisa = _locate(aturan, siapa)
    baris = Batas.objects.filter(kunci=kunci, jendela=jendela).first()
    return Hasil(boleh=(baris.jumlah if baris else 0) < aturan.jumlah, tunggu_detik=sisa)


def reset_batas(aturan: Aturan, siapa: str) -> None:
    """Forget what was counted, as after a sign-in that succeeded."""
    kunci, _jendela, _sisa = _locate(aturan, siapa)
    Batas.objects.filter(kunci=kunci).delete()


def purge_batas() -> int:
    """Delete counters older than two days; returns how many."""
    lama = waktu.sekarang() - timedelta(days=2)
    return Batas.objects.filter(jendela__lt=lama).delete()[0]


def _locate(aturan: Aturan, siapa: str) -> tuple[str, datetime, int]:
    detik = int(waktu.sekarang().timestamp())
    awal = detik - detik % aturan.detik
    pesan = f"{aturan.nama}:{siapa}".encode()
    kunci = hmac.new(settings.SECRET_KEY.encode(), pesan, "sha256").hexdigest()
    return kunci, datetime.fromtimestamp(awal, UTC), awal + aturan.detik - detik


def _increment(kunci: str, jendela: datetime) -> int:
    try:
        with transaction.atomic():
            Batas.objects.create(kunci=kunci, jendela=jendela, jumlah=1)
            return 1
    except IntegrityError:
        Batas.objects.filter(kunci=kunci, jendela=jendela).update(jumlah=F("jumlah") + 1)
        return Batas.objects.values_list("jumlah", flat=True).get(kunci=kunci, jendela=jendela)
