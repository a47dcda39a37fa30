"""What a decision changes elsewhere: settings of the domain, and roles."""

from datetime import date
from typing import Any

from django.db import transaction

from cms.accounts.models import Peran, User
from cms.accounts.services import give_peran
from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.ketentuan.models import Ketentuan
from cms.core.ketentuan.services import append_ketentuan, get_baris_ketentuan
from cms.core.pagecache import raise_generation

from ..models import Keputusan, KetentuanKeputusan, PeranKeputusan
from .galat import BelumSah, BerlakuMundur, NilaiTidakCocok


@transaction.atomic
def set_ketentuan(
    *, keputusan: Keputusan, kode: str, nilai: Any, berlaku_dari: date, actor: User | None = None
) -> Ketentuan:
    """Set a setting of the domain by decision; the only public way to do so.

    Raises BelumSah, BerlakuMundur, NilaiTidakCocok, and KetentuanTidakAda for a code no room seeded.
    """
    keputusan = _lock_dasar(keputusan, berlaku_dari)
    if not is_sejenis(nilai, get_baris_ketentuan(kode, date.max).nilai):
        raise NilaiTidakCocok(kode)
    baris = append_ketentuan(
        kode=kode, nilai=nilai, berlaku_dari=berlaku_dari, dasar=get_dasar(keputusan)
    )
    KetentuanKeputusan.objects.create(ketentuan=baris, keputusan=keputusan)
    record_jejak(actor, "set_ketentuan", baris, sesudah={"kode": kode, "nilai": nilai})
    transaction.on_commit(raise_generation)
    return baris


@transaction.atomic
def give_peran_by_keputusan(
    *,
    keputusan: Keputusan,
    user: User,
    peran: str,
    dari: date | None = None,
    sampai: date | None = None,
    actor: User | None = None,
) -> Peran:
    """Give a role by decision. Raises BelumSah, BerlakuMundur, PeranTidakDikenal."""
    dari = dari or waktu.hari_ini()
    keputusan = _lock_dasar(keputusan, dari)
    baris = give_peran(
        user=user, peran=peran, dasar=get_dasar(keputusan), dari=dari, sampai=sampai, actor=actor
    )
    PeranKeputusan.objects.create(peran=baris, keputusan=keputusan)
    return baris


def get_dasar(keputusan: Keputusan) -> str:
    """How a row below this room cites the decision in words."""
    return f"Keputusan {keputusan.nama_nomor}"


def is_sejenis(nilai: Any, contoh: Any) -> bool:
    """Whether a new value has the shape of the present one; true is no number here."""
    if isinstance(contoh, dict):
        return isinstance(nilai, dict) and _is_bagan(nilai, contoh)
    if isinstance(contoh, bool) or isinstance(nilai, bool):
        return isinstance(nilai, bool) and isinstance(contoh, bool)
    return type(nilai) is type(contoh)


def _is_bagan(nilai: dict, contoh: dict) -> bool:
    """Further keys are welcome, none may be missing, and like stands beside like."""
    jenis = {type(v) for v in contoh.values()}
    return set(contoh) <= set(nilai) and all(type(v) in jenis for v in nilai.values())


def _lock_dasar(keputusan: Keputusan, berlaku_dari: date) -> Keputusan:
    keputusan = Keputusan.objects.select_for_update().get(pk=keputusan.pk)
    if keputusan.status != Keputusan.Status.DISAHKAN or keputusan.pengganti.disahkan().exists():
        raise BelumSah(keputusan)
    if berlaku_dari < keputusan.tanggal:
        raise BerlakuMundur(keputusan)
    return keputusan
