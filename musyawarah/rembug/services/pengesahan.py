"""Signing and ratifying. Locks: keputusan, then what it replaces, then the number."""

from django.db import transaction

from cms.accounts.models import User
from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.pagecache import raise_generation
from cms.komunitas.models import Anggota

from ...penomoran.services import take_nomor
from .. import rules
from ..models import Keputusan, Rembug, TandaTangan
from ..permissions import get_sebagai
from ..selectors import get_hadir, get_lain, get_sebagai_calon, hash_keputusan, is_cukup
from . import pesan
from .galat import (
    BukanKonsep,
    BukanPenandaTangan,
    HadirSalah,
    KuorumTidakTercapai,
    PenandaTanganKurang,
    SuaraSalah,
    SudahDiganti,
    TeksBerubah,
    TidakMenunggu,
)
from .konsep import lock_keputusan


@transaction.atomic
def ask_tanda_tangan(*, keputusan: Keputusan, actor: User) -> Keputusan:
    """Fix the text and ask those present to sign.

    Raises BukanKonsep, HadirSalah, KuorumTidakTercapai, SuaraSalah, PenandaTanganKurang, SudahDiganti.
    """
    keputusan = lock_keputusan(keputusan)
    if keputusan.status != Keputusan.Status.KONSEP:
        raise BukanKonsep(keputusan)
    _freeze_hadir(keputusan)
    _check_layak(keputusan)
    keputusan.status = Keputusan.Status.MENUNGGU
    keputusan.diminta_pada = waktu.sekarang()
    keputusan.isi_hash = hash_keputusan(keputusan)
    keputusan.save()
    record_jejak(actor, "ask_tanda_tangan", keputusan, sesudah={"isi": keputusan.isi_hash})
    pesan.tell_diminta(keputusan)
    return keputusan


def _freeze_hadir(keputusan: Keputusan) -> None:
    rembug = Rembug.objects.select_for_update().get(pk=keputusan.rembug_id)
    for nama in ("tanggal", "tempat", "diundang", "hadir", "hadir_perempuan"):
        setattr(keputusan, nama, getattr(rembug, nama))


def _check_layak(keputusan: Keputusan) -> None:
    hadir = get_hadir(keputusan, keputusan.rembug.jenis)
    salah = rules.find_salah_hadir(
        diundang=hadir.diundang, hadir=hadir.hadir, perempuan=hadir.perempuan
    )
    if salah:
        raise HadirSalah(salah)
    if not hadir.kuorum:
        raise KuorumTidakTercapai(keputusan)
    _check_suara(keputusan)
    if not rules.is_cukup(get_sebagai_calon(keputusan), lain=get_lain(keputusan)):
        raise PenandaTanganKurang(keputusan)
    _check_belum_diganti(keputusan)


def _check_suara(keputusan: Keputusan) -> None:
    if keputusan.cara != Keputusan.Cara.SUARA:
        return
    salah = rules.find_salah_suara(
        setuju=keputusan.setuju or 0,
        tidak=keputusan.tidak or 0,
        abstain=keputusan.abstain or 0,
        hadir=keputusan.hadir,
    )
    if salah:
        raise SuaraSalah(salah)


def _check_belum_diganti(keputusan: Keputusan) -> None:
    if keputusan.menggantikan_id is None:
        return
    lama = Keputusan.objects.select_for_update().get(pk=keputusan.menggantikan_id)
    if lama.pengganti.disahkan().exists():
        raise SudahDiganti(lama)


@transaction.atomic
def return_konsep(*, keputusan: Keputusan, actor: User) -> Keputusan:
    """Take a decision back from signing; signatures given so far count no more. Raises TidakMenunggu."""
    keputusan = lock_keputusan(keputusan)
    if keputusan.status != Keputusan.Status.MENUNGGU:
        raise TidakMenunggu(keputusan)
    keputusan.status = Keputusan.Status.KONSEP
    keputusan.isi_hash = ""
    keputusan.save(update_fields=["status", "isi_hash"])
    record_jejak(actor, "return_konsep", keputusan)
    return keputusan


@transaction.atomic
def sign_keputusan(*, keputusan: Keputusan, actor: User, isi_hash: str) -> Keputusan:
    """Sign what was on the screen; the last signature needed ratifies. A second one changes nothing.

    Raises TidakMenunggu, TeksBerubah, BukanPenandaTangan, SudahDiganti.
    """
    keputusan = lock_keputusan(keputusan)
    if keputusan.tanda_tangan.filter(akun=actor, isi_hash=isi_hash).exists():
        return keputusan
    if keputusan.status != Keputusan.Status.MENUNGGU:
        raise TidakMenunggu(keputusan)
    if isi_hash != keputusan.isi_hash:
        raise TeksBerubah(keputusan)
    _add_tanda_tangan(keputusan, actor)
    if is_cukup(keputusan):
        _ratify(keputusan)
    return keputusan


def _add_tanda_tangan(keputusan: Keputusan, actor: User) -> None:
    sebagai = get_sebagai(actor, keputusan)
    if sebagai is None:
        raise BukanPenandaTangan(actor)
    baris = TandaTangan.objects.create(
        keputusan=keputusan,
        anggota=Anggota.objects.get(akun=actor),
        akun=actor,
        sebagai=sebagai,
        isi_hash=keputusan.isi_hash,
        saat=waktu.sekarang(),
    )
    record_jejak(actor, "sign_keputusan", baris)


def _ratify(keputusan: Keputusan) -> None:
    """The number is taken now, so that the numbers of a year have no gaps."""
    _check_belum_diganti(keputusan)
    keputusan.tahun = keputusan.tanggal.year
    keputusan.nomor = take_nomor(f"keputusan:{keputusan.tahun}")
    keputusan.status = Keputusan.Status.DISAHKAN
    keputusan.disahkan_pada = waktu.sekarang()
    keputusan.save()
    record_jejak(None, "ratify_keputusan", keputusan, sesudah={"nomor": keputusan.nama_nomor})
    pesan.tell_disahkan(keputusan)
    transaction.on_commit(raise_generation)
