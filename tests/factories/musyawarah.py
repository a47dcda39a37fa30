"""A BKM in session: people with roles, a meeting they attended, a decision that waits for them."""

from dataclasses import dataclass, field
from datetime import date

from cms.accounts import peran
from cms.accounts.models import User
from cms.accounts.services import give_peran
from cms.core import waktu
from cms.komunitas.models import Anggota
from musyawarah.rembug import services
from musyawarah.rembug.models import Keputusan, Rembug

from .accounts import UserFactory
from .komunitas import AnggotaFactory

RAPAT = date(2026, 10, 12)
SAH = date(2026, 10, 14)


@dataclass
class Sidang:
    """Who sits in the meeting. `lain` are the BKM members besides coordinator and notulis."""

    sekretaris: User
    koordinator: User
    lain: list[User]
    rembug: Rembug
    tamu: User
    keputusan: list[Keputusan] = field(default_factory=list)

    @property
    def penanda(self) -> list[User]:
        return [self.koordinator, self.sekretaris, *self.lain]


def make_orang(nama_peran: str) -> User:
    user = UserFactory()
    give_peran(user=user, peran=nama_peran, dasar="uji", dari=date(2024, 1, 1))
    AnggotaFactory(akun=user, nama=user.nama)
    return user


def make_sidang(banyak_lain: int = 3, **isi) -> Sidang:
    """Secretary (who keeps the minutes), coordinator, members and one person without office, all present."""
    sekretaris = make_orang(peran.SEKRETARIS)
    koordinator = make_orang(peran.KOORDINATOR)
    lain = [make_orang(peran.ANGGOTA_BKM) for _n in range(banyak_lain)]
    tamu = UserFactory()
    AnggotaFactory(akun=tamu)
    hadir = [koordinator, sekretaris, *lain, tamu]
    rembug = make_rembug(sekretaris, Anggota.objects.filter(akun__in=hadir), **isi)
    return Sidang(sekretaris, koordinator, lain, rembug, tamu)


def make_rembug(sekretaris: User, hadir_bernama=(), **isi) -> Rembug:
    bawaan = {
        "jenis": Rembug.Jenis.PLENO,
        "judul": "Pleno Oktober",
        "tanggal": RAPAT,
        "tempat": "Balai desa",
        "diundang": 80,
        "hadir": 62,
        "hadir_perempuan": 27,
        "notulis": Anggota.objects.get(akun=sekretaris),
    }
    return services.create_rembug(
        actor=sekretaris, hadir_bernama=hadir_bernama, **{**bawaan, **isi}
    )


def make_konsep(sidang: Sidang, **isi) -> Keputusan:
    bawaan = {"judul": "Saluran air RT 04 diperbaiki", "teks": "Saluran air RT 04 diperbaiki."}
    return services.draft_keputusan(
        rembug=sidang.rembug, actor=sidang.sekretaris, **{**bawaan, **isi}
    )


def make_menunggu(sidang: Sidang, **isi) -> Keputusan:
    return services.ask_tanda_tangan(keputusan=make_konsep(sidang, **isi), actor=sidang.sekretaris)


def make_sah(sidang: Sidang, **isi) -> Keputusan:
    """A ratified decision: coordinator, notulis and two members signed."""
    with waktu.pada(SAH):
        keputusan = make_menunggu(sidang, **isi)
        for user in sidang.penanda[:4]:
            keputusan = services.sign_keputusan(
                keputusan=keputusan, actor=user, isi_hash=keputusan.isi_hash
            )
    return keputusan
