"""Creating, changing, closing and reopening accounts. They are never deleted."""

from datetime import date

from django.db import IntegrityError, transaction

from cms.core import waktu
from cms.core.jejak.services import record_jejak

from .. import peran as nama_peran
from .. import permissions
from ..kunci import Kunci, announce_perubahan
from ..models import Kartu, KodeMasuk, Peran, User
from ..rules import classify_login, is_nama_masuk
from . import galat
from .gembok import keep_admin, lock_admin, lock_user
from .peran import close_semua_peran, give_peran

ALAMAT = {"email": Kunci.SUREL, "telepon": Kunci.TELEPON}
UNIK = ("username", "email", "telepon")


@transaction.atomic
def create_user(
    *,
    username: str,
    nama: str,
    password: str | None = None,
    email: str | None = None,
    telepon: str | None = None,
    actor: User | None = None,
) -> User:
    """Create an account; without a password nobody can sign in to it yet.

    Raises NamaMasukTidakSah, SudahDipakai.
    """
    user = User(username=username, nama=nama, email=email, telepon=telepon)
    user.set_password(password)
    _store(user)
    record_jejak(actor, "create_user", user)
    return user


@transaction.atomic
def create_akun(
    *,
    actor: User,
    username: str,
    nama: str,
    email: str = "",
    telepon: str = "",
    peran: str = "",
    dari: date | None = None,
    sampai: date | None = None,
    dasar: str = "",
) -> User:
    """An officer creates an account, if wanted with its first role: both or none.

    Raises TidakBerwenang and what `create_user` and `give_peran` raise.
    """
    if not permissions.can_add_akun(actor):
        raise galat.TidakBerwenang
    user = create_user(username=username, nama=nama, email=email, telepon=telepon, actor=actor)
    if peran:
        give_peran(user=user, peran=peran, dasar=dasar, dari=dari, sampai=sampai, actor=actor)
    return user


@transaction.atomic
def update_user(
    *, user: User, actor: User, username: str, nama: str, email: str = "", telepon: str = ""
) -> User:
    """Change names and addresses; the owner is told of new addresses, also at the old e-mail.

    Raises TidakBerwenang, AkunNonaktif, NamaMasukTidakSah, SudahDipakai.
    """
    user = _lock_for(user, actor)
    if not user.is_active:
        raise galat.AkunNonaktif(user.pk)
    baru = {"username": username, "nama": nama, "email": email or None, "telepon": telepon or None}
    lama = {n: getattr(user, n) for n in baru}
    alamat_tetap = all(lama[n] == baru[n] for n in ALAMAT)
    if not alamat_tetap and not permissions.can_change_alamat(actor, user):
        raise galat.TidakBerwenang(user.pk)
    for bidang, nilai in baru.items():
        setattr(user, bidang, nilai)
    _record_ubah(user, actor, lama)
    return user


@transaction.atomic
def change_alamat(*, user: User, bidang: str, nilai: str) -> None:
    """The owner changes their own `email` or `telepon`; told as `update_user` tells it.

    Raises AkunNonaktif, SudahDipakai.
    """
    user = lock_user(user)
    if not user.is_active:
        raise galat.AkunNonaktif(user.pk)
    lama = {n: getattr(user, n) for n in ALAMAT}
    setattr(user, bidang, nilai or None)
    _record_ubah(user, user, lama)


def _record_ubah(user: User, actor: User, lama: dict) -> None:
    """Save what differs, write down which fields, and tell the owner; a new phone is unverified."""
    if user.telepon != lama["telepon"]:
        user.telepon_terverifikasi = False
    _store(user)
    berubah = [n for n in lama if getattr(user, n) != lama[n]]
    if berubah:
        record_jejak(actor, "update_user", user, sesudah={"bidang": berubah})
    for bidang in ALAMAT.keys() & set(berubah):
        jejak = record_jejak(actor, f"change_{bidang}", user)
        surel_lama = (lama["email"] or "") if user.email != lama["email"] else ""
        announce_perubahan(user, ALAMAT[bidang], jejak, surel_lama=surel_lama)


@transaction.atomic
def deactivate_user(*, user: User, alasan: str, actor: User) -> User:
    """Close an account: its sessions, letters, codes and roles end at once, its history stays.

    Raises TidakBerwenang, AlasanKosong, AkunNonaktif, AdminTerakhir.
    """
    lock_admin()
    user, hari = _lock_for(user, actor), waktu.hari_ini()
    if not alasan.strip():
        raise galat.AlasanKosong
    if not user.is_active:
        raise galat.AkunNonaktif(user.pk)
    if Peran.objects.belum_berakhir(hari).filter(user=user, group__name=nama_peran.ADMIN).exists():
        keep_admin(Peran.objects.exclude(user=user), hari)
    _close(user, alasan.strip())
    close_semua_peran(user)
    announce_perubahan(user, Kunci.AKUN_DITUTUP, record_jejak(actor, "deactivate_user", user))
    return user


def _close(user: User, alasan: str) -> None:
    """Without its password no session, letter or code of before opens it again, ever."""
    kini = waktu.sekarang()
    user.is_active, user.nonaktif_pada, user.alasan_nonaktif = False, kini, alasan
    user.set_unusable_password()
    user.save()
    KodeMasuk.objects.filter(user=user, berlaku_sampai__gt=kini).update(berlaku_sampai=kini)
    Kartu.objects.filter(user=user, ditarik_pada=None).update(ditarik_pada=kini, alasan=alasan)


@transaction.atomic
def reactivate_user(*, user: User, actor: User) -> User:
    """Open an account again, without roles and without a password. Raises TidakBerwenang, SudahAktif."""
    user = _lock_for(user, actor)
    if user.is_active:
        raise galat.SudahAktif(user.pk)
    user.is_active = True
    user.nonaktif_pada, user.alasan_nonaktif = None, ""
    user.save()
    announce_perubahan(user, Kunci.AKUN_DIBUKA, record_jejak(actor, "reactivate_user", user))
    return user


def _lock_for(user: User, actor: User) -> User:
    user = lock_user(user)
    if not permissions.can_manage_akun(actor, user):
        raise galat.TidakBerwenang(user.pk)
    return user


def _store(user: User) -> None:
    """Save an account whose names nobody else has; the constraints decide between two at once."""
    user.username = classify_login(user.username)[1]
    user.email = user.email.casefold() if user.email else None
    if not is_nama_masuk(user.username):
        raise galat.NamaMasukTidakSah
    _check_unik(user)
    user.full_clean(exclude=["password"], validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:
        _check_unik(user)
        raise


def _check_unik(user: User) -> None:
    for bidang in UNIK:
        nilai = getattr(user, bidang) or None
        lain = User.objects.exclude(pk=user.pk)
        if nilai and lain.filter(**{f"{bidang}__iexact": nilai}).exists():
            raise galat.SudahDipakai(bidang)
