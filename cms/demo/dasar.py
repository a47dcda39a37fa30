"""The ground of the sample BKM: places, people, accounts with one role each, groups, settings."""

import json
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.core.files import File
from wagtail.models import Site

from cms.accounts import peran
from cms.accounts.models import User
from cms.accounts.services import create_user, give_peran
from cms.core import waktu
from cms.core.media.models import Gambar, Persetujuan
from cms.core.setelan.models import SetelanBkm
from cms.komunitas.models import Anggota, Keanggotaan, Ksm, Wilayah
from cms.komunitas.services import (
    create_anggota,
    create_ksm,
    create_wilayah,
    give_jabatan,
    join_ksm,
)
from cms.komunitas.tautan.services import create_tautan

from . import orang

GAMBAR = Path(__file__).parent / "gambar"
KELAMIN = {"p": Anggota.JenisKelamin.PEREMPUAN, "l": Anggota.JenisKelamin.LAKI_LAKI}


@dataclass
class Bkm:
    """What the rooms' sample modules build on."""

    hari_ini: date
    pengguna: dict[str, User] = field(default_factory=dict)
    anggota: list[Anggota] = field(default_factory=list)
    wilayah: dict[str, Wilayah] = field(default_factory=dict)
    ksm: list[Ksm] = field(default_factory=list)
    gambar: dict[str, Gambar] = field(default_factory=dict)

    @property
    def mulai(self) -> date:
        """The sample tells two years; this is its first day."""
        return date(self.hari_ini.year - 2, 1, 6)


def build(bkm: Bkm, password: str) -> None:
    """Fill an empty database; every account gets the same password, hashed once."""
    with waktu.pada(bkm.mulai):
        _build_setelan()
        _build_wilayah(bkm)
        _build_pengguna(bkm, password)
        _build_warga(bkm)
        _build_kades(bkm)
        _build_ksm(bkm)
        _build_gambar(bkm)


def _build_setelan() -> None:
    setelan = SetelanBkm.for_site(Site.objects.get(is_default_site=True))
    setelan.nama = "BKM Guyub Rukun"
    setelan.desa = "Desa Sumber Asri (contoh)"
    setelan.alamat = "Balai Desa Sumber Asri, RT 04 RW 02"
    setelan.jam_buka = "Senin dan Kamis, 09.00–12.00"
    setelan.telepon = "0812-0000-0000 (contoh)"
    setelan.contoh = True
    setelan.save()


def _build_wilayah(bkm: Bkm) -> None:
    desa = create_wilayah(jenis=Wilayah.Jenis.DESA, nama="Sumber Asri")
    for nomor_rw in range(1, 5):
        rw = create_wilayah(jenis=Wilayah.Jenis.RW, nama=f"RW {nomor_rw:02}", induk=desa)
        for nomor_rt in range(1, 5):
            nama = f"RT {nomor_rt:02}/{rw.nama}"
            bkm.wilayah[nama] = create_wilayah(jenis=Wilayah.Jenis.RT, nama=nama, induk=rw)


def _build_pengguna(bkm: Bkm, password: str) -> None:
    tempat = cycle(bkm.wilayah.values())
    for nomor, (username, (nama, kelamin)) in enumerate(orang.PENGGUNA.items(), start=1):
        user = create_user(
            username=username,
            nama=nama,
            email=f"{username}@guyub-rukun.example",
            telepon=f"+62812000{nomor:05}",
        )
        give_peran(user=user, peran=username.rstrip("-0123456789"), dasar="Keputusan awal (contoh)")
        bkm.pengguna[username] = user
        bkm.anggota.append(_create_anggota(nama, kelamin, next(tempat), akun=user))
    for username in ("anggota-bkm-2", "anggota-bkm-3"):
        give_peran(
            user=bkm.pengguna[username], peran=peran.PENINJAU, dasar="Keputusan awal (contoh)"
        )
    User.objects.update(password=make_password(password))
    for username, unit, jabatan, urutan in orang.JABATAN:
        give_jabatan(
            anggota=bkm.pengguna[username].anggota,
            unit=unit,
            jabatan=jabatan,
            urutan=urutan,
            dari=bkm.mulai,
            sampai=bkm.mulai.replace(year=bkm.mulai.year + 3),
        )


def _create_anggota(nama, kelamin, wilayah, akun=None) -> Anggota:
    return create_anggota(nama=nama, jenis_kelamin=KELAMIN[kelamin], wilayah=wilayah, akun=akun)


def _build_warga(bkm: Bkm) -> None:
    tempat = cycle(bkm.wilayah.values())
    for nama, kelamin in orang.make_warga():
        bkm.anggota.append(_create_anggota(nama, kelamin, next(tempat)))


def _build_kades(bkm: Bkm) -> None:
    """A person with a personal link that nobody has seen: an officer makes the one to try."""
    create_tautan(
        anggota=_create_anggota(*orang.KADES, next(iter(bkm.wilayah.values()))),
        actor=bkm.pengguna["sekretaris"],
        berlaku_sampai=date(bkm.hari_ini.year + 1, 12, 31),
    )


def _build_ksm(bkm: Bkm) -> None:
    warga = iter(a for a in bkm.anggota if a.akun_id is None)
    tugas = [Keanggotaan.Tugas.SEKRETARIS, Keanggotaan.Tugas.BENDAHARA, *["anggota"] * 3]
    for nama, wilayah in orang.KSM.items():
        ksm = create_ksm(nama=nama, berdiri_pada=bkm.mulai, wilayah=bkm.wilayah[wilayah])
        ketua = bkm.pengguna["ketua-ksm"].anggota if not bkm.ksm else next(warga)
        join_ksm(ksm=ksm, anggota=ketua, dari=bkm.mulai, tugas=Keanggotaan.Tugas.KETUA)
        for satu in tugas:
            join_ksm(ksm=ksm, anggota=next(warga), dari=bkm.mulai, tugas=satu)
        bkm.ksm.append(ksm)


def _build_gambar(bkm: Bkm) -> None:
    daftar = json.loads((GAMBAR / "daftar.json").read_text(encoding="utf-8"))
    for nama, kata in daftar.items():
        bkm.gambar[nama] = _create_gambar(GAMBAR / f"{nama}.png", kata, bkm)


def _create_gambar(path: Path, kata: dict[str, str], bkm: Bkm) -> Gambar:
    with path.open("rb") as isi:
        return Gambar.objects.create(
            title=kata["judul"],
            description=kata["alt"],
            file=File(isi, name=path.name),
            kredit="Gambar potong kertas Guyub (contoh)",
            persetujuan=Persetujuan.TANPA_ORANG,
            uploaded_by_user=bkm.pengguna["editor"],
        )
