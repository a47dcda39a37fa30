"""Changes to things and to who holds them."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.core import waktu
from cms.core.berkas.services import store_berkas
from cms.core.jejak.services import record_jejak
from cms.core.pagecache import raise_generation
from cms.komunitas.models import Anggota
from cms.komunitas.selectors import get_penerima, get_penerima_user
from cms.notifikasi.services import queue_pesan

from . import permissions
from .models import Barang, Serahan

ISIAN = ("nama", "jenis", "letak", "kondisi", "nilai", "sumber_dana", "diperoleh_pada", "catatan")


class TidakBerwenang(Exception):
    """This account may not do this to this thing."""


class SudahBerakhir(Exception):
    """The thing was sold, given away or written off."""


class MasihBerjalan(Exception):
    """A hand-over of this thing waits already."""


class SerahanTertutup(Exception):
    """This hand-over has ended and cannot change any more."""


class PenerimaSama(Exception):
    """The receiver holds the thing already."""


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
    lama = _lock(barang)
    beda = [n for n in ISIAN if n in isian and getattr(lama, n) != isian[n]]
    for nama in beda:
        setattr(lama, nama, isian[nama])
    lama.full_clean(exclude=["nomor"])
    lama.save(update_fields=beda or None)
    record_jejak(actor, "update_barang", lama, sesudah={"kolom": beda})
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
    barang = _lock(barang)
    if barang.serahan.filter(status=Serahan.Status.MENUNGGU).exists():
        raise MasihBerjalan
    barang.berakhir_pada, barang.alasan_berakhir = tanggal or waktu.hari_ini(), alasan
    barang.save(update_fields=["berakhir_pada", "alasan_berakhir"])
    record_jejak(actor, "end_barang", barang)
    raise_generation()
    return barang


def _lock(barang: Barang) -> Barang:
    barang = Barang.objects.select_for_update().get(pk=barang.pk)
    if barang.berakhir_pada:
        raise SudahBerakhir
    return barang


@transaction.atomic
def start_serahan(
    *, barang: Barang, kepada: Anggota, actor: User, kondisi: str = "", catatan: str = ""
) -> Serahan:
    """Begin a hand-over from the present holder. Locks the thing.

    Raises TidakBerwenang, SudahBerakhir, MasihBerjalan, PenerimaSama.
    """
    if not permissions.can_manage_barang(actor, barang):
        raise TidakBerwenang
    barang = _lock(barang)
    if barang.pemegang_id == kepada.pk:
        raise PenerimaSama
    if barang.serahan.filter(status=Serahan.Status.MENUNGGU).exists():
        raise MasihBerjalan
    serahan = _begin(barang, kepada, actor, kondisi=kondisi or barang.kondisi, catatan=catatan)
    record_jejak(actor, "start_serahan", serahan)
    _ask(serahan)
    return serahan


def _begin(barang: Barang, kepada: Anggota, actor: User, **isian: str) -> Serahan:
    """The row; a thing in the BKM's store has no giver, so the officer's start counts for the store."""
    return Serahan.objects.create(
        barang=barang,
        dari=barang.pemegang,
        kepada=kepada,
        dimulai_oleh=actor,
        dimulai_pada=waktu.sekarang(),
        diserahkan_pada=None if barang.pemegang else waktu.sekarang(),
        **isian,
    )


def confirm_serahan(*, serahan: Serahan, actor: User) -> Serahan:
    """A party says that it gave or received the thing; again is no harm.

    Raises TidakBerwenang, SerahanTertutup.
    """
    pihak = permissions.get_pihak(actor, serahan)
    if not pihak:
        raise TidakBerwenang
    return _confirm(serahan, pihak, actor)


def confirm_on_paper(*, serahan: Serahan, pihak: str, actor: User) -> Serahan:
    """The secretary enters that a party without an account ("dari" or "kepada") signed on paper."""
    if not permissions.can_confirm_on_paper(actor, serahan):
        raise TidakBerwenang
    return _confirm(serahan, pihak, actor, di_kertas=True)


@transaction.atomic
def _confirm(serahan: Serahan, pihak: str, actor: User, *, di_kertas: bool = False) -> Serahan:
    barang = Barang.objects.select_for_update().get(pk=serahan.barang_id)
    serahan = Serahan.objects.select_for_update().get(pk=serahan.pk)
    kolom = {"dari": "diserahkan_pada", "kepada": "diterima_pada"}[pihak]
    if getattr(serahan, kolom):
        return serahan
    if serahan.status != Serahan.Status.MENUNGGU:
        raise SerahanTertutup(serahan.get_status_display())
    setattr(serahan, kolom, waktu.sekarang())
    if di_kertas:
        serahan.di_kertas = ",".join(filter(None, [serahan.di_kertas, pihak]))
    if serahan.diserahkan_pada and serahan.diterima_pada:
        _finish(serahan, barang)
    serahan.save()
    record_jejak(actor, "confirm_serahan", serahan, sesudah={"pihak": pihak})
    return serahan


def _finish(serahan: Serahan, barang: Barang) -> None:
    serahan.status, serahan.selesai_pada = Serahan.Status.SELESAI, waktu.sekarang()
    barang.pemegang, barang.kondisi = serahan.kepada, serahan.kondisi
    barang.save(update_fields=["pemegang", "kondisi"])
    _tell(
        serahan,
        _("Handed over: %(barang)s") % {"barang": serahan.barang.nama},
        _("Both sides have confirmed. It is written in the history of the thing."),
    )


@transaction.atomic
def close_serahan(*, serahan: Serahan, actor: User, alasan: str) -> Serahan:
    """A party refuses or an officer cancels what waits. Raises TidakBerwenang, SerahanTertutup."""
    pihak = permissions.get_pihak(actor, serahan)
    if not pihak and not permissions.can_manage_barang(actor):
        raise TidakBerwenang
    serahan = Serahan.objects.select_for_update().get(pk=serahan.pk)
    if serahan.status != Serahan.Status.MENUNGGU:
        raise SerahanTertutup(serahan.get_status_display())
    serahan.status = Serahan.Status.DITOLAK if pihak else Serahan.Status.BATAL
    serahan.alasan, serahan.selesai_pada = alasan[:300], waktu.sekarang()
    serahan.save(update_fields=["status", "alasan", "selesai_pada"])
    record_jejak(actor, "close_serahan", serahan, sesudah={"status": serahan.status})
    _tell(
        serahan,
        _("Not handed over: %(barang)s") % {"barang": serahan.barang.nama},
        _("Reason given: %(alasan)s. The thing stays with its present holder.")
        % {"alasan": alasan},
    )
    return serahan


def _ask(serahan: Serahan) -> None:
    queue_pesan(
        "serah_terima",
        kunci=f"serahan:{serahan.uuid}",
        penerima=[get_penerima(a) for a in (serahan.dari, serahan.kepada) if a],
        judul=_("Please confirm a hand-over: %(barang)s") % {"barang": serahan.barang.nama},
        isi=_("Open the page, look at the thing, and press the button once it changed hands."),
        tautan=f"/lapangan/serah/{serahan.uuid}/",
    )


def _tell(serahan: Serahan, judul: str, isi: str) -> None:
    penerima = [get_penerima(a) for a in (serahan.dari, serahan.kepada) if a]
    queue_pesan(
        "serah_terima",
        kunci=f"serahan:{serahan.uuid}:{serahan.status}",
        penerima=[*penerima, get_penerima_user(serahan.dimulai_oleh)],
        judul=judul,
        isi=isi,
        tautan=f"/lapangan/serah/{serahan.uuid}/",
    )
