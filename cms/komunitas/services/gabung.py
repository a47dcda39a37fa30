"""One person entered twice becomes one person again."""

from django.db import transaction
from django.utils.translation import gettext

from cms.accounts.kunci import Kunci, announce_perubahan
from cms.accounts.models import User
from cms.accounts.permissions import can_manage_akun, is_pengurus
from cms.accounts.services import TidakBerwenang, deactivate_user
from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.pagecache import raise_generation

from ..models import Anggota
from ..penggabungan import get_cara, list_bidang

TERISI = ("jenis_kelamin", "wilayah", "telepon", "surel")


class OrangSama(Exception):
    """Both are the same entry."""


class DiriSendiri(Exception):
    """Nobody merges their own entry: rights would come along."""


class SudahDigabung(Exception):
    """One of the two entries ended before."""


class AkunPengurus(Exception):
    """The entry that goes has an officer's account: its roles must end first."""


@transaction.atomic
def merge_anggota(*, dari: Anggota, ke: Anggota, actor: User) -> Anggota:
    """Everything of `dari` becomes `ke`'s, as each room says; `dari` ends and points to `ke`.

    Locks both in the order of their keys. Signed and guarded history stays under the old entry. If
    both have accounts, the one of `dari` is closed. Raises OrangSama, DiriSendiri, SudahDigabung,
    AkunPengurus, and accounts.services.TidakBerwenang for an account the actor does not manage.
    """
    if dari.pk == ke.pk:
        raise OrangSama(dari.pk)
    if actor.pk in (dari.akun_id, ke.akun_id):
        raise DiriSendiri(dari.pk)
    kunci = Anggota.objects.select_for_update().order_by("pk")
    baris = {a.pk: a for a in kunci.filter(pk__in=[dari.pk, ke.pk])}
    dari, ke = baris[dari.pk], baris[ke.pk]
    if dari.berakhir_pada or ke.berakhir_pada:
        raise SudahDigabung(dari.pk)
    _move_akun(dari, ke, actor)
    for bidang in list_bidang():
        get_cara(bidang)(bidang, dari=dari, ke=ke, actor=actor)
    _fill(dari, ke)
    _end(dari, ke)
    record_jejak(actor, "merge_anggota", dari, sesudah={"ke": str(ke.uuid)})
    raise_generation()
    return ke


def _move_akun(dari: Anggota, ke: Anggota, actor: User) -> None:
    akun = dari.akun
    if akun is None:
        return
    if not can_manage_akun(actor, akun):
        raise TidakBerwenang(akun.pk)
    if ke.akun_id is None:
        dari.akun = None
        dari.save(update_fields=["akun"])
        ke.akun = akun
        ke.save(update_fields=["akun"])
        jejak = record_jejak(actor, "move_akun", ke, sesudah={"akun": str(akun.uuid)})
        announce_perubahan(akun, Kunci.ORANG_DIGABUNG, jejak)
        return
    if is_pengurus(akun):
        raise AkunPengurus(akun.pk)
    if akun.is_active:
        deactivate_user(user=akun, alasan=gettext("Entered twice; merged"), actor=actor)


def _fill(dari: Anggota, ke: Anggota) -> None:
    """What only the other entry knew is not lost."""
    for nama in TERISI:
        if not getattr(ke, nama):
            setattr(ke, nama, getattr(dari, nama))
    ke.save(update_fields=TERISI)


def _end(dari: Anggota, ke: Anggota) -> None:
    dari.berakhir_pada = waktu.hari_ini()
    dari.alasan_berakhir = ""
    dari.digabung_ke = ke
    dari.save(update_fields=["berakhir_pada", "alasan_berakhir", "digabung_ke"])
