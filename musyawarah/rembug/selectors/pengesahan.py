"""Attendance, signatures, and what is still missing."""

import hashlib
import json
from dataclasses import dataclass

from django.utils.translation import gettext

from cms.accounts import peran
from cms.accounts.models import User
from cms.accounts.selectors import get_users_with_peran
from cms.core.ketentuan.services import get_ketentuan
from cms.core.tugas import Tugas
from cms.core.tulisan import format_tanggal

from .. import permissions, rules
from ..models import Keputusan, Rembug, TandaTangan


@dataclass(frozen=True)
class HadirRembug:
    """Attendance as people read it. Shares in basis points, None without anybody."""

    diundang: int
    hadir: int
    perempuan: int
    kuorum: bool
    batas_kuorum: int
    bagian_perempuan: int | None
    sasaran_perempuan: int

    @property
    def persen_perempuan(self) -> int | None:
        """In whole percent, for reading."""
        return None if self.bagian_perempuan is None else (self.bagian_perempuan + 50) // 100

    @property
    def perempuan_kurang(self) -> bool:
        return self.bagian_perempuan is not None and self.bagian_perempuan < self.sasaran_perempuan


def get_hadir(sumber: Rembug | Keputusan, jenis: str) -> HadirRembug:
    """Counts of a meeting, or the frozen counts of a decision, judged by the settings of that day."""
    batas = rules.pick_batas(get_ketentuan("rembug.kuorum", sumber.tanggal), jenis)
    return HadirRembug(
        diundang=sumber.diundang,
        hadir=sumber.hadir,
        perempuan=sumber.hadir_perempuan,
        kuorum=rules.is_kuorum(hadir=sumber.hadir, diundang=sumber.diundang, batas=batas),
        batas_kuorum=batas,
        bagian_perempuan=rules.get_bagian(sumber.hadir_perempuan, sumber.hadir),
        sasaran_perempuan=get_ketentuan("rembug.perempuan", sumber.tanggal),
    )


def hash_keputusan(keputusan: Keputusan) -> str:
    """SHA-256 of everything that is signed; another round of signing gives another value."""
    isi = {
        nama: str(getattr(keputusan, nama))
        for nama in (
            *("uuid", "tanggal", "tempat", "judul", "teks", "cara", "setuju", "tidak", "abstain"),
            *("diundang", "hadir", "hadir_perempuan", "rembug_id", "menggantikan_id"),
            "diminta_pada",
        )
    }
    return hashlib.sha256(json.dumps(isi, sort_keys=True).encode()).hexdigest()


def get_tanda_tangan(keputusan: Keputusan):
    """The signatures under the present text."""
    return keputusan.tanda_tangan.filter(isi_hash=keputusan.isi_hash).select_related("anggota")


def is_cukup(keputusan: Keputusan) -> bool:
    """Whether those who must sign have signed, one person each."""
    sebagai = get_tanda_tangan(keputusan).values_list("sebagai", flat=True)
    return rules.is_cukup(list(sebagai), lain=get_lain(keputusan))


def get_lain(keputusan: Keputusan) -> int:
    """How many members must sign besides coordinator and keeper of the minutes."""
    return get_ketentuan("rembug.penanda_tangan_lain", keputusan.tanggal)


def get_calon_penanda(keputusan: Keputusan) -> list[User]:
    """Accounts that may sign this decision."""
    hadir = keputusan.rembug.kehadiran.filter(anggota__akun__is_active=True)
    akun = User.objects.filter(pk__in=hadir.values("anggota__akun"))
    return [user for user in akun if permissions.get_sebagai(user, keputusan)]


def get_sebagai_calon(keputusan: Keputusan) -> list[str]:
    calon = get_calon_penanda(keputusan)
    return [s for s in (permissions.get_sebagai(u, keputusan) for u in calon) if s]


def get_kurang(keputusan: Keputusan) -> list[str]:
    """What is still missing: words for koordinator, notulis and how many members."""
    sudah = list(get_tanda_tangan(keputusan).values_list("sebagai", flat=True))
    kurang = [str(s.label) for s in _WAJIB if s.value not in sudah]
    lain = get_lain(keputusan) - sudah.count(TandaTangan.Sebagai.ANGGOTA)
    return kurang + ([f"{lain} {TandaTangan.Sebagai.ANGGOTA.label}"] if lain > 0 else [])


_WAJIB = (TandaTangan.Sebagai.KOORDINATOR, TandaTangan.Sebagai.NOTULIS)


def get_pengganti(keputusan: Keputusan) -> Keputusan | None:
    """The ratified decision that replaced this one."""
    return keputusan.pengganti.disahkan().first()


def get_menunggu_tanda_tangan(user) -> list[Keputusan]:
    """Decisions that wait for this account's signature."""
    menunggu = Keputusan.objects.filter(
        status=Keputusan.Status.MENUNGGU, rembug__kehadiran__anggota__akun=user
    ).select_related("rembug")
    return [
        k
        for k in menunggu
        if permissions.can_sign_keputusan(user, k)
        and not get_tanda_tangan(k).filter(akun=user).exists()
    ]


def get_tugas(user) -> list[Tugas]:
    """Decisions that wait for this account's signature."""
    return [
        Tugas(
            keputusan.judul,
            gettext("Decision of %(tanggal)s") % {"tanggal": format_tanggal(keputusan.tanggal)},
            f"/lapangan/keputusan/{keputusan.uuid}/",
            gettext("Sign"),
            keputusan.diminta_pada,
        )
        for keputusan in get_menunggu_tanda_tangan(user)
    ]


def get_calon_hadir():
    """Accounts of BKM and secretariat, offered when attendance by name is taken."""
    return get_users_with_peran(peran.KOORDINATOR, peran.ANGGOTA_BKM, peran.SEKRETARIS)
