"""Signing up, and a new password by letter. What is answered never tells who has an account."""

from contextlib import suppress
from uuid import UUID

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.accounts.backends import find_user
from cms.accounts.kunci import Kunci, announce_perubahan
from cms.accounts.models import User
from cms.accounts.pembatas import (
    DAFTAR,
    SANDI_AKUN,
    SANDI_ALAMAT,
    hit_or_raise,
    name_akun,
)
from cms.accounts.rules import suggest_username
from cms.accounts.services import SudahDipakai, create_user
from cms.core.jejak.services import record_jejak
from cms.notifikasi.services import queue_pesan

from ..selectors import get_penerima_user
from ..services import create_anggota

# Of many who sign up under one name at the same moment, each round of tries lets one through.
ULANG = 30


class TautanTidakBerlaku(Exception):
    """The link in the letter was used, is too old, or was changed."""


def register_warga(*, nama: str, sandi: str, telepon: str, surel: str, alamat: str) -> User:
    """An account and its person. A phone or e-mail that another account has is left with that one.

    The new account then signs in by its username; the owner of the e-mail is told. Raises
    TerlaluSering.
    """
    hit_or_raise(DAFTAR, alamat)
    isi = {"nama": nama, "sandi": sandi, "telepon": telepon, "surel": surel}
    for _ke in range(ULANG):
        with suppress(SudahDipakai):
            return _register(**isi)
    return _register(**isi)


@transaction.atomic
def _register(*, nama: str, sandi: str, telepon: str, surel: str) -> User:
    pemilik = User.objects.filter(email__iexact=surel).first() if surel else None
    bebas = telepon and not User.objects.filter(telepon=telepon).exists()
    user = create_user(
        username=make_username(nama),
        nama=nama,
        password=sandi,
        email=surel.casefold() if surel and not pemilik else None,
        telepon=telepon if bebas else None,
    )
    create_anggota(nama=nama, akun=user, actor=user, telepon=telepon)
    if pemilik:
        _tell_pemilik(pemilik)
    return user


def make_username(nama: str) -> str:
    """The first free username of a name: siti.rahayu, siti.rahayu2, …"""
    dasar = suggest_username(nama)
    dipakai = set(
        User.objects.filter(username__istartswith=dasar).values_list("username", flat=True)
    )
    nomor = 1
    while (calon := dasar if nomor == 1 else f"{dasar}{nomor}") in dipakai:
        nomor += 1
    return calon


def _tell_pemilik(user: User) -> None:
    queue_pesan(
        "akun_sudah_ada",
        kunci=f"akun_sudah_ada:{user.uuid}:{record_jejak(None, 'repeat_daftar', user).pk}",
        penerima=[get_penerima_user(user)],
        judul=_("You already have an account"),
        isi=_(
            "Somebody signed up with your e-mail. If it was you: your username is %(username)s, and "
            "“Forgot your password?” gives you a new password. If not, you need do nothing."
        )
        % {"username": user.username},
        tautan=reverse("account_login"),
    )


def request_sandi(*, login: str, alamat: str) -> None:
    """Send a letter with a link, if this account has an e-mail. Raises TerlaluSering."""
    hit_or_raise(SANDI_ALAMAT, alamat)
    hit_or_raise(SANDI_AKUN, f"surat:{name_akun(login)}")
    user = find_user(login)
    if user and user.is_active and user.email:
        _send_tautan(user)


def _send_tautan(user: User) -> None:
    isi = _(
        "Somebody, probably you, asked for a new password for %(username)s. Open the page and "
        "choose one; the link holds for three days and works once. If it was not you, do nothing."
    )
    _queue_tautan(user, None, isi % {"username": user.username})


def send_tautan_pengurus(*, user: User, actor: User) -> None:
    """The letter for somebody whose account an officer made or opened again."""
    isi = _(
        "The BKM opened an account for you. Your username is %(username)s. Open the page and "
        "choose a password; the link holds for three days and works once."
    )
    _queue_tautan(user, actor, isi % {"username": user.username})


@transaction.atomic
def _queue_tautan(user: User, actor: User | None, isi: str) -> None:
    jejak = record_jejak(actor, "request_sandi", user)
    token = default_token_generator.make_token(user)
    penerima = get_penerima_user(user)
    queue_pesan(
        "sandi_lupa",
        kunci=f"sandi_lupa:{user.uuid}:{jejak.pk}",
        penerima=[type(penerima)(nama=penerima.nama, alamat={"surel": user.email or ""})],
        judul=_("A new password for your account"),
        isi=isi,
        tautan=reverse("sandi_baru", args=[user.uuid, token]),
        layar_kunci=_("A letter about your account"),
        prioritas=1,
    )


def get_user_of_tautan(*, uuid: UUID, token: str) -> User:
    """Whose letter this is. Raises TautanTidakBerlaku."""
    user = User.objects.filter(uuid=uuid, is_active=True).first()
    if user is None or not default_token_generator.check_token(user, token):
        raise TautanTidakBerlaku
    return user


@transaction.atomic
def set_sandi_by_tautan(*, uuid: UUID, token: str, sandi: str) -> User:
    """Set the password; the link and every session of the account end with it."""
    User.objects.select_for_update().filter(uuid=uuid).first()  # of two at once the second waits
    user = get_user_of_tautan(uuid=uuid, token=token)
    user.set_password(sandi)
    user.save(update_fields=["password"])
    announce_perubahan(user, Kunci.SANDI, record_jejak(user, "set_sandi_by_tautan", user))
    return user
