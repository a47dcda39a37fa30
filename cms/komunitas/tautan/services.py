"""Giving a personal link, taking it back, opening it."""

from datetime import date

from django.db import transaction

from cms.accounts.models import User
from cms.accounts.pembatas import hit_or_raise
from cms.core import waktu
from cms.core.batas.services import Aturan
from cms.core.jejak.services import record_jejak

from ..models import Anggota
from . import permissions, rules, selectors
from .models import TautanPribadi

# Only wrong links count; a whole village may stand behind one address.
TEBAKAN = Aturan("tautan-pribadi", jumlah=60, detik=15 * 60)


class TidakBolehTautan(Exception):
    """This account may not give or withdraw links."""


class AnggotaBerakhir(Exception):
    """The person's entry has ended."""


class SudahLewat(Exception):
    """The link's last day would be in the past."""


class TautanTidakBerlaku(Exception):
    """Mistyped, too old or withdrawn: the answer is the same."""


@transaction.atomic
def create_tautan(
    *,
    anggota: Anggota,
    actor: User,
    sebutan: str = "Kepala Desa",
    berlaku_sampai: date | None = None,
) -> tuple[TautanPribadi, str]:
    """The new link and, this once, its token; the person's older link ends. Locks the person.

    Raises TidakBolehTautan, AnggotaBerakhir, SudahLewat.
    """
    if not permissions.can_create_tautan(actor):
        raise TidakBolehTautan
    if berlaku_sampai and berlaku_sampai < waktu.hari_ini():
        raise SudahLewat
    anggota = Anggota.objects.select_for_update().get(pk=anggota.pk)
    if anggota.berakhir_pada:
        raise AnggotaBerakhir(anggota.pk)
    for lama in TautanPribadi.objects.terbuka().filter(anggota=anggota).select_for_update():
        _withdraw(lama, actor)
    token = rules.make_token()
    tautan = TautanPribadi(
        anggota=anggota,
        sebutan=sebutan,
        berlaku_sampai=berlaku_sampai,
        token_hash=rules.hash_token(token),
        dibuat_oleh=actor,
    )
    tautan.full_clean()
    tautan.save()
    record_jejak(actor, "create_tautan", tautan, sesudah={"sampai": str(berlaku_sampai or "")})
    return tautan, token


@transaction.atomic
def withdraw_tautan(*, tautan: TautanPribadi, actor: User) -> TautanPribadi:
    """From now on the link opens nothing; withdrawing twice is once. Raises TidakBolehTautan."""
    if not permissions.can_withdraw_tautan(actor, tautan):
        raise TidakBolehTautan
    tautan = TautanPribadi.objects.select_for_update().get(pk=tautan.pk)
    if tautan.dicabut_pada is None:
        _withdraw(tautan, actor)
    return tautan


def _withdraw(tautan: TautanPribadi, actor: User) -> None:
    tautan.dicabut_pada = waktu.sekarang()
    tautan.save(update_fields=["dicabut_pada"])
    record_jejak(actor, "withdraw_tautan", tautan)


def open_tautan(*, token: str, alamat: str) -> TautanPribadi:
    """The link of this token; a wrong one counts against the address that sent it.

    Raises TautanTidakBerlaku, TerlaluSering.
    """
    tautan = selectors.find_tautan(token)  # 138 bits are not guessed; neighbours share an address
    if tautan is None:
        hit_or_raise(TEBAKAN, alamat)
        raise TautanTidakBerlaku
    return tautan
