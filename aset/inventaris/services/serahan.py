"""A thing goes from hand to hand, and both sides say so."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.komunitas.models import Anggota
from cms.komunitas.selectors import get_penerima, get_penerima_user
from cms.notifikasi.services import queue_pesan

from .. import permissions
from ..models import Barang, Serahan
from .barang import lock_barang
from .galat import MasihBerjalan, PenerimaSama, SerahanTertutup, TidakBerwenang


@transaction.atomic
def start_serahan(
    *, barang: Barang, kepada: Anggota, actor: User, kondisi: str = "", catatan: str = ""
) -> Serahan:
    """Begin a hand-over from the present holder. Locks the thing.

    Raises TidakBerwenang, SudahBerakhir, MasihBerjalan, PenerimaSama.
    """
    if not permissions.can_manage_barang(actor, barang):
        raise TidakBerwenang
    barang = lock_barang(barang)
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
    status = Serahan.Status.DITOLAK if pihak else Serahan.Status.BATAL
    return _close(serahan, status, alasan, actor)


def cancel_of_anggota(*, anggota: Anggota, alasan: str, actor: User) -> None:
    """What waits for a person whose entry is merged away can be finished by nobody."""
    for serahan in Serahan.objects.filter(
        Q(dari=anggota) | Q(kepada=anggota), status=Serahan.Status.MENUNGGU
    ):
        _close(serahan, Serahan.Status.BATAL, alasan, actor)


def _close(serahan: Serahan, status: str, alasan: str, actor: User) -> Serahan:
    serahan = Serahan.objects.select_for_update().get(pk=serahan.pk)
    if serahan.status != Serahan.Status.MENUNGGU:
        raise SerahanTertutup(serahan.get_status_display())
    serahan.status = status
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
