"""Questions about people that other rooms ask."""

from collections.abc import Iterable
from dataclasses import dataclass

from cms.accounts.models import User
from cms.accounts.selectors import get_users_with_peran
from cms.notifikasi.services import Penerima

from .models import Anggota, Jabatan, Keanggotaan, Ksm, RiwayatPelatihan


def get_anggota_of(user) -> Anggota | None:
    """The person behind an account, if any."""
    if not getattr(user, "is_authenticated", False):
        return None
    return Anggota.objects.filter(akun=user).first()


def get_penerima(anggota: Anggota) -> Penerima:
    """A person as a frozen recipient; the account's e-mail wins over the person's own."""
    akun = anggota.akun
    surel = (akun.email if akun else None) or anggota.surel
    return Penerima(
        nama=anggota.nama,
        user_id=akun.pk if akun else None,
        anggota_uuid=anggota.uuid,
        alamat={"surel": surel} if surel else {},
    )


def get_penerima_user(user: User) -> Penerima:
    """An account as a frozen recipient, with its person where there is one."""
    anggota = Anggota.objects.filter(akun=user).first()
    if anggota:
        return get_penerima(anggota)
    alamat = {"surel": user.email} if user.email else {}
    return Penerima(nama=user.get_full_name(), user_id=user.pk, alamat=alamat)


def get_penerima_peran(*peran: str) -> list[Penerima]:
    """Everybody who holds one of these roles today, as frozen recipients."""
    return _freeze(get_users_with_peran(*peran))


def _freeze(users: Iterable[User]) -> list[Penerima]:
    return [get_penerima_user(user) for user in users]


def list_keanggotaan(ksm: Ksm) -> list[Keanggotaan]:
    """Who is in a group today, officers first, then who was in it."""
    urutan = [kode for kode, _nama in Keanggotaan.Tugas.choices]
    baris = ksm.keanggotaan.select_related("anggota__wilayah")
    return sorted(
        baris, key=lambda k: (k.sampai is not None, urutan.index(k.tugas), k.anggota.nama)
    )


@dataclass(frozen=True)
class RiwayatAnggota:
    """What the house knows of one person."""

    keanggotaan: list[Keanggotaan]
    jabatan: list[Jabatan]
    pelatihan: list[RiwayatPelatihan]
    gabungan: list[Anggota]


def get_riwayat_anggota(anggota: Anggota) -> RiwayatAnggota:
    """Groups, offices, trainings, and entries that were merged into this one: four queries."""
    return RiwayatAnggota(
        keanggotaan=list(anggota.keanggotaan.select_related("ksm").order_by("-dari")),
        jabatan=list(anggota.jabatan.order_by("-dari")),
        pelatihan=list(anggota.riwayat_pelatihan.all()),
        gabungan=list(anggota.gabungan.all()),
    )
