"""People, groups, offices and places: what the services keep, refuse and lock."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from cms.accounts.services import give_peran
from cms.core import waktu
from cms.core.jejak.models import Jejak
from cms.komunitas import rules, services
from cms.komunitas.models import Keanggotaan, Ksm, Wilayah
from tests.factories.accounts import UserFactory
from tests.factories.komunitas import AnggotaFactory, KsmFactory

HARI = date(2026, 6, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def sekretaris():
    return UserFactory(peran=["sekretaris"])


@pytest.mark.parametrize(
    ("induk", "anak", "boleh"),
    [("desa", "rw", True), ("rw", "rt", True), ("rt", "rw", False), ("rt", "rt", False)],
)
def test_places_hold_smaller_places(induk, anak, boleh):
    assert rules.may_contain(induk, anak) is boleh


def test_there_is_one_village_and_everything_is_part_of_it(sekretaris):
    desa = services.create_wilayah(jenis="desa", nama="Sumber Asri", actor=sekretaris)
    rw = services.create_wilayah(jenis="rw", nama="RW 01", induk=desa, actor=sekretaris)
    with pytest.raises(services.DesaSudahAda):
        services.create_wilayah(jenis="desa", nama="Lain", actor=sekretaris)
    with pytest.raises(services.IndukTidakCocok):
        services.create_wilayah(jenis="rw", nama="RW 02", actor=sekretaris)
    with pytest.raises(services.IndukTidakCocok):
        services.create_wilayah(jenis="rw", nama="RW 02", induk=rw, actor=sekretaris)


def test_a_place_cannot_become_smaller_than_its_parts(sekretaris):
    desa = services.create_wilayah(jenis="desa", nama="Sumber Asri")
    rw = services.create_wilayah(jenis="rw", nama="RW 01", induk=desa)
    services.create_wilayah(jenis="rt", nama="RT 01", induk=rw)
    with pytest.raises(services.IndukTidakCocok):
        services.update_wilayah(wilayah=rw, jenis="rt", actor=sekretaris)


@pytest.mark.dua
def test_the_database_too_knows_one_village():
    Wilayah.objects.create(jenis="desa", nama="A")
    with pytest.raises(IntegrityError):
        Wilayah.objects.create(jenis="desa", nama="B")


def test_update_writes_what_changed_without_saying_it(sekretaris):
    orang = services.create_anggota(nama="Sri", actor=sekretaris)
    services.update_anggota(
        anggota=orang, nama="Sri Hartini", telepon="+628120000001", actor=sekretaris
    )
    orang.refresh_from_db()
    jejak = Jejak.objects.get(tindakan="update_anggota")
    assert orang.nama == "Sri Hartini" and jejak.sesudah == {"bidang": ["nama", "telepon"]}


def test_who_ends_ends_everywhere_and_can_come_back(sekretaris):
    orang, ksm = AnggotaFactory(), KsmFactory()
    services.join_ksm(ksm=ksm, anggota=orang, dari=date(2025, 1, 1))
    services.give_jabatan(
        anggota=orang,
        unit="upk",
        jabatan="Kasir",
        dari=date(2025, 1, 1),
        sampai=date(2027, 12, 31),
    )
    services.end_anggota(anggota=orang, tanggal=HARI, alasan="Pindah", actor=sekretaris)
    assert orang.keanggotaan.get().sampai == HARI and orang.jabatan.get().sampai == HARI
    with pytest.raises(services.SudahBerakhir):
        services.update_anggota(anggota=orang, nama="X", actor=sekretaris)
    services.resume_anggota(anggota=orang, actor=sekretaris)
    with pytest.raises(services.BelumBerakhir):
        services.resume_anggota(anggota=orang, actor=sekretaris)


def test_a_group_has_one_chair(sekretaris):
    ksm = KsmFactory()
    lama = services.join_ksm(ksm=ksm, anggota=AnggotaFactory(), tugas="ketua", dari=HARI)
    baru = services.join_ksm(ksm=ksm, anggota=AnggotaFactory(), dari=HARI)
    with pytest.raises(ValidationError):
        services.change_tugas(keanggotaan=baru, tugas="ketua", actor=sekretaris)
    services.leave_ksm(keanggotaan=lama, tanggal=HARI, actor=sekretaris)
    services.change_tugas(keanggotaan=baru, tugas="ketua", actor=sekretaris)
    assert ksm.keanggotaan.get(sampai=None).tugas == "ketua"
    assert ksm.keanggotaan.filter(anggota=baru.anggota).count() == 2


def test_nobody_is_in_a_group_twice_or_in_an_ended_one(sekretaris):
    ksm, orang = KsmFactory(), AnggotaFactory()
    baris = services.join_ksm(ksm=ksm, anggota=orang, dari=HARI)
    with pytest.raises(ValidationError):
        services.join_ksm(ksm=ksm, anggota=orang, dari=HARI)
    with pytest.raises(services.TanggalSebelumDari):
        services.leave_ksm(keanggotaan=baris, tanggal=date(2026, 5, 31), actor=sekretaris)
    services.end_ksm(ksm=ksm, tanggal=HARI, alasan="Bubar", actor=sekretaris)
    with pytest.raises(services.SudahKeluar):
        services.leave_ksm(keanggotaan=baris, tanggal=HARI, actor=sekretaris)
    with pytest.raises(services.SudahBerakhir):
        services.join_ksm(ksm=ksm, anggota=AnggotaFactory(), dari=HARI)
    with pytest.raises(services.SudahBerakhir):
        services.update_ksm(ksm=ksm, nama="Lain", actor=sekretaris)


def test_an_office_ends_not_before_it_began(sekretaris):
    baris = services.give_jabatan(
        anggota=AnggotaFactory(), unit="bkm", jabatan="Anggota", dari=HARI
    )
    with pytest.raises(services.SebelumMulai):
        services.end_jabatan(jabatan=baris, tanggal=date(2026, 5, 1), actor=sekretaris)
    services.end_jabatan(jabatan=baris, tanggal=HARI, actor=sekretaris)
    assert baris.anggota.jabatan.berlaku().count() == 0
    with waktu.pada(HARI):
        assert baris.anggota.jabatan.berlaku().count() == 1


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_two_chairs_at_one_moment_make_one():
    ksm, hasil, mulai = KsmFactory(), [], Barrier(2)
    orang = [AnggotaFactory(), AnggotaFactory()]

    def masuk(anggota):
        mulai.wait()
        try:
            services.join_ksm(ksm=ksm, anggota=anggota, tugas="ketua", dari=HARI)
            hasil.append("masuk")
        except (ValidationError, IntegrityError):
            hasil.append("ditolak")
        finally:
            connection.close()

    utas = [Thread(target=masuk, args=[a]) for a in orang]
    [u.start() for u in utas]
    [u.join() for u in utas]
    assert sorted(hasil) == ["ditolak", "masuk"]
    assert Keanggotaan.objects.filter(ksm=ksm, tugas="ketua").count() == 1


def test_roles_of_the_system_are_no_offices(sekretaris):
    """Ending an entry leaves the account to who manages accounts."""
    user = UserFactory()
    give_peran(user=user, peran="relawan", dasar="Uji")
    orang = AnggotaFactory(akun=user)
    services.end_anggota(anggota=orang, tanggal=HARI, alasan="Pindah", actor=sekretaris)
    assert user.peran.get().sampai is None and Ksm.objects.count() == 0
