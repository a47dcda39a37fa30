"""Tickets received, passed on, answered, withdrawn, hidden."""

from typing import Any
from uuid import UUID

from django.db import transaction

from cms.accounts.models import User
from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.ketentuan.services import get_ketentuan
from cms.core.kiriman.services import run_once
from cms.core.sanitasi import clean_teks

from ...penomoran.services import take_nomor
from .. import rules
from ..kode import hash_kode, make_kode
from ..models import Aspirasi, Tanggapan
from . import pesan


class SudahDitutup(Exception):
    """The ticket was withdrawn; nothing more can be done about it."""


class IsiKosong(Exception):
    """Nothing is left once markup is taken out."""


def send_aspirasi(*, kunci: UUID, actor: User | None = None, **isi: Any) -> tuple[Aspirasi, str]:
    """Receive a ticket once per `kunci` (the sender's own random UUID); returns it and its code.

    `isi`: jenis, isi, and if given nama, alamat, telepon, surel, saluran. The same key and content
    again gives the same ticket and code. Raises IsiKosong, KirimanBerbeda.
    """
    bersih = {nama: clean_teks(str(nilai)) for nama, nilai in isi.items()}
    if not bersih["isi"]:
        raise IsiKosong
    kode = make_kode(kunci)
    jawaban = run_once(
        pelaku=str(actor.uuid) if actor else "tamu",
        operasi="aspirasi",
        kunci=kunci,
        isi=bersih,
        kerja=lambda: _receive(kode, actor, bersih),
    )
    return Aspirasi.objects.get(uuid=jawaban["uuid"]), kode


@transaction.atomic
def _receive(kode: str, actor: User | None, isi: dict[str, str]) -> dict:
    hari = waktu.hari_ini()
    aspirasi = Aspirasi(
        **isi,
        tahun=hari.year,
        nomor=take_nomor(f"aspirasi:{hari.year}"),
        kode_hash=hash_kode(kode),
        pencatat=actor,
        diterima_pada=waktu.sekarang(),
        batas_jawab=rules.add_hari_kerja(hari, get_ketentuan("aspirasi.hari_kerja_jawab")),
    )
    aspirasi.full_clean()
    aspirasi.save()
    _add(aspirasi, Tanggapan.Jenis.DITERIMA, actor, publik=True)
    record_jejak(actor, "send_aspirasi", aspirasi, sesudah={"jenis": aspirasi.jenis})
    pesan.tell_diterima(aspirasi)
    return {"uuid": str(aspirasi.uuid)}


@transaction.atomic
def answer_aspirasi(*, aspirasi: Aspirasi, jawaban: str, actor: User) -> Aspirasi:
    """Answer, perhaps again; the person is told if they left an address. Raises SudahDitutup, IsiKosong."""
    aspirasi = _lock_terbuka(aspirasi)
    aspirasi.status = Aspirasi.Status.DIJAWAB
    aspirasi.dijawab_pada = aspirasi.dijawab_pada or waktu.sekarang()
    aspirasi.save(update_fields=["status", "dijawab_pada"])
    tanggapan = _add(aspirasi, Tanggapan.Jenis.JAWABAN, actor, jawaban, publik=True)
    record_jejak(actor, "answer_aspirasi", aspirasi)
    pesan.tell_dijawab(aspirasi, tanggapan)
    return aspirasi


@transaction.atomic
def note_aspirasi(*, aspirasi: Aspirasi, catatan: str, actor: User) -> Tanggapan:
    """An internal note; the person does not see it. Raises SudahDitutup, IsiKosong."""
    aspirasi = _lock_terbuka(aspirasi)
    if aspirasi.status == Aspirasi.Status.BARU:
        aspirasi.status = Aspirasi.Status.DITANGANI
        aspirasi.save(update_fields=["status"])
    record_jejak(actor, "note_aspirasi", aspirasi)
    return _add(aspirasi, Tanggapan.Jenis.CATATAN, actor, catatan)


@transaction.atomic
def assign_aspirasi(*, aspirasi: Aspirasi, petugas: User | None, actor: User) -> Aspirasi:
    """Pass a ticket on (or take it back with None); the person sees that it is being handled."""
    aspirasi = _lock_terbuka(aspirasi)
    aspirasi.petugas = petugas
    if petugas and aspirasi.status == Aspirasi.Status.BARU:
        aspirasi.status = Aspirasi.Status.DITANGANI
    aspirasi.save(update_fields=["petugas", "status"])
    _add(aspirasi, Tanggapan.Jenis.DITUGASKAN, actor, publik=petugas is not None)
    record_jejak(actor, "assign_aspirasi", aspirasi)
    if petugas:
        pesan.tell_ditugaskan(aspirasi, petugas)
    return aspirasi


@transaction.atomic
def withdraw_aspirasi(*, aspirasi: Aspirasi) -> Aspirasi:
    """The sender takes it back; doing so again changes nothing."""
    aspirasi = Aspirasi.objects.select_for_update().get(pk=aspirasi.pk)
    if aspirasi.status != Aspirasi.Status.DITARIK:
        aspirasi.status = Aspirasi.Status.DITARIK
        aspirasi.save(update_fields=["status"])
        _add(aspirasi, Tanggapan.Jenis.DITARIK, None, publik=True)
        record_jejak(None, "withdraw_aspirasi", aspirasi)
    return aspirasi


@transaction.atomic
def set_tersembunyi(
    *, aspirasi: Aspirasi, tersembunyi: bool, actor: User, alasan: str = ""
) -> Aspirasi:
    """Take an abusive text out of sight, or show it again; nothing is deleted."""
    aspirasi = Aspirasi.objects.select_for_update().get(pk=aspirasi.pk)
    if bool(aspirasi.disembunyikan_pada) == tersembunyi:
        return aspirasi
    aspirasi.disembunyikan_pada = waktu.sekarang() if tersembunyi else None
    aspirasi.save(update_fields=["disembunyikan_pada"])
    jenis = Tanggapan.Jenis.DISEMBUNYIKAN if tersembunyi else Tanggapan.Jenis.DITAMPILKAN
    _add(aspirasi, jenis, actor, alasan)
    record_jejak(actor, "hide_aspirasi" if tersembunyi else "show_aspirasi", aspirasi)
    return aspirasi


def _lock_terbuka(aspirasi: Aspirasi) -> Aspirasi:
    aspirasi = Aspirasi.objects.select_for_update().get(pk=aspirasi.pk)
    if aspirasi.status == Aspirasi.Status.DITARIK:
        raise SudahDitutup(aspirasi)
    return aspirasi


_BERTEKS = (Tanggapan.Jenis.JAWABAN, Tanggapan.Jenis.CATATAN)


def _add(aspirasi, jenis, actor, teks: str = "", *, publik: bool = False) -> Tanggapan:
    teks = clean_teks(teks)
    if jenis in _BERTEKS and not teks:
        raise IsiKosong
    return Tanggapan.objects.create(
        aspirasi=aspirasi,
        jenis=jenis,
        teks=teks,
        publik=publik,
        pelaku=actor,
        saat=waktu.sekarang(),
    )
