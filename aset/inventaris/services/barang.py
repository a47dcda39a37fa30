"""Things: entered, corrected, and gone with a reason."""

from datetime import date

from django.db import IntegrityError, transaction

from cms.accounts.models import User
from cms.core import waktu
from cms.core.berkas.services import store_berkas
from cms.core.jejak.services import record_jejak, save_berubah
from cms.core.pagecache import raise_generation

from .. import permissions
from ..models import Barang, Serahan
from .galat import MasihBerjalan, SudahBerakhir, TidakBerwenang

ISIAN = ("nama", "jenis", "letak", "kondisi", "nilai", "sumber_dana", "diperoleh_pada", "catatan")


@transaction.atomic
def create_barang(*, actor: User, **isian) -> Barang:
    """Enter a thing; its number is year and running number, without gaps within a year."""
    if not permissions.can_manage_barang(actor):
        raise TidakBerwenang
    barang = Barang(**isian)
    barang.full_clean(exclude=["nomor"])
    _number(barang)
    record_jejak(actor, "create_barang", barang, sesudah={"nomor": barang.nomor})
    raise_generation()
    return barang


def _number(barang: Barang) -> None:
    """Take the next number; of two at once the later tries again (the constraint decides)."""
    for _ke in range(20):
        barang.nomor = _next_nomor(barang.diperoleh_pada.year)
        try:
            with transaction.atomic():
                barang.save(force_insert=True)
            return
        except IntegrityError:
            barang.pk = None
    raise IntegrityError("nomor barang")


def _next_nomor(tahun: int) -> str:
    terakhir = Barang.objects.filter(nomor__startswith=f"{tahun}/").order_by("-nomor").first()
    urut = int(terakhir.nomor.partition("/")[2]) + 1 if terakhir else 1
    return f"{tahun}/{urut:04}"


@transaction.atomic
def update_barang(*, barang: Barang, actor: User, **isian) -> Barang:
    """Change what is written about a thing; number, code and holder stay. Raises SudahBerakhir."""
    if not permissions.can_manage_barang(actor, barang):
        raise TidakBerwenang
    lama = lock_barang(barang)
    save_berubah(actor, "update_barang", lama, isian, exclude=["nomor"])
    raise_generation()
    return lama


@transaction.atomic
def set_foto(*, barang: Barang, unggahan, actor: User) -> Barang:
    """Keep a photo of a thing as a private file. Raises core.unggahan.UnggahanDitolak."""
    if not permissions.can_manage_barang(actor, barang):
        raise TidakBerwenang
    barang.foto = store_berkas(unggahan=unggahan, pemilik=barang, actor=actor, pdf=False)
    barang.save(update_fields=["foto"])
    return barang


@transaction.atomic
def end_barang(*, barang: Barang, actor: User, alasan: str, tanggal: date | None = None) -> Barang:
    """A thing leaves the inventory; the row stays. Raises MasihBerjalan, SudahBerakhir."""
    if not permissions.can_manage_barang(actor, barang):
        raise TidakBerwenang
    barang = lock_barang(barang)
    if barang.serahan.filter(status=Serahan.Status.MENUNGGU).exists():
        raise MasihBerjalan
    barang.berakhir_pada, barang.alasan_berakhir = tanggal or waktu.hari_ini(), alasan
    barang.save(update_fields=["berakhir_pada", "alasan_berakhir"])
    record_jejak(actor, "end_barang", barang)
    raise_generation()
    return barang


def lock_barang(barang: Barang) -> Barang:
    barang = Barang.objects.select_for_update().get(pk=barang.pk)
    if barang.berakhir_pada:
        raise SudahBerakhir
    return barang
