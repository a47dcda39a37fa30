"""One person entered twice becomes one person again, in every room."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection

from aset.inventaris.models import Barang
from aset.inventaris.services import confirm_serahan
from cms.accounts.selectors import get_peran
from cms.accounts.services import give_peran
from cms.komunitas import penggabungan, services
from cms.komunitas.models import Anggota
from pelatihan.peserta.services import enroll_peserta
from tests.factories.accounts import UserFactory
from tests.factories.aset import make_barang, make_orang, make_serahan
from tests.factories.komunitas import AnggotaFactory, KsmFactory
from tests.factories.pelatihan import make_kursus

HARI = date(2026, 6, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def sekretaris():
    return UserFactory(peran=["sekretaris"])


@pytest.mark.parametrize("bidang", penggabungan.list_bidang(), ids=penggabungan.name_bidang)
def test_every_room_said_what_happens_to_its_rows(bidang):
    assert penggabungan.get_cara(bidang)


def test_hidden_keys_are_known_too():
    nama = {penggabungan.name_bidang(b) for b in penggabungan.list_bidang()}
    assert {"musyawarah.kehadiran.anggota", "aset.serahan.kepada"} <= nama


def test_facts_go_over_and_gaps_are_filled(sekretaris):
    dari = AnggotaFactory(nama="Sri H", telepon="+628120000001", surel="sri@contoh.example")
    ke = AnggotaFactory(nama="Sri Hartini", surel="ada@contoh.example")
    services.give_jabatan(anggota=dari, unit="ups", jabatan="Anggota", dari=HARI)
    services.merge_anggota(dari=dari, ke=ke, actor=sekretaris)
    dari.refresh_from_db()
    ke.refresh_from_db()
    assert ke.telepon == "+628120000001" and ke.surel == "ada@contoh.example"
    assert ke.jabatan.count() == 1 and dari.digabung_ke == ke and dari.berakhir_pada


def test_a_second_membership_in_one_group_ends(sekretaris):
    dari, ke, ksm = AnggotaFactory(), AnggotaFactory(), KsmFactory()
    for orang in (dari, ke):
        services.join_ksm(ksm=ksm, anggota=orang, dari=HARI)
    services.merge_anggota(dari=dari, ke=ke, actor=sekretaris)
    assert ke.keanggotaan.count() == 2 and ke.keanggotaan.filter(sampai=None).count() == 1


def test_things_go_over_and_waiting_hand_overs_are_cancelled(sekretaris):
    pemegang, ke = make_orang("relawan"), AnggotaFactory()
    dipegang = make_serahan(make_barang(), pemegang)
    confirm_serahan(serahan=dipegang, actor=pemegang)
    menunggu = make_serahan(make_barang(nama="Tenda"), pemegang)
    services.merge_anggota(dari=pemegang.anggota, ke=ke, actor=sekretaris)
    menunggu.refresh_from_db()
    dipegang.refresh_from_db()
    assert Barang.objects.get(pk=dipegang.barang_id).pemegang == ke
    assert menunggu.status == "batal" and dipegang.kepada_id != ke.pk


def test_the_learner_who_goes_on_is_the_one_that_stays(sekretaris):
    kursus = make_kursus()
    dari, ke = AnggotaFactory(), AnggotaFactory()
    for orang in (dari, ke):
        enroll_peserta(anggota=orang, kursus_kunci=kursus.kunci)
    services.merge_anggota(dari=dari, ke=ke, actor=sekretaris)
    assert sorted(ke.peserta.values_list("status", flat=True)) == ["aktif", "berhenti"]


def test_the_account_goes_over_where_there_is_one(sekretaris):
    akun = UserFactory()
    dari, ke = AnggotaFactory(akun=akun), AnggotaFactory()
    services.merge_anggota(dari=dari, ke=ke, actor=sekretaris)
    ke.refresh_from_db()
    akun.refresh_from_db()
    assert ke.akun == akun and akun.is_active


def test_of_two_accounts_one_is_closed_with_its_roles(sekretaris):
    lama = UserFactory()
    give_peran(user=lama, peran="relawan", dasar="Uji")
    dari, ke = AnggotaFactory(akun=lama), AnggotaFactory(akun=UserFactory())
    services.merge_anggota(dari=dari, ke=ke, actor=sekretaris)
    lama.refresh_from_db()
    assert not lama.is_active and get_peran(lama) == frozenset()


def test_an_officers_account_is_not_closed_by_a_merge(sekretaris):
    dari = AnggotaFactory(akun=UserFactory(peran=["kasir"]))
    ke = AnggotaFactory(akun=UserFactory())
    with pytest.raises(services.AkunPengurus):
        services.merge_anggota(dari=dari, ke=ke, actor=sekretaris)
    assert Anggota.objects.aktif().count() == 2


def test_refusals(sekretaris):
    dari, ke = AnggotaFactory(), AnggotaFactory()
    with pytest.raises(services.OrangSama):
        services.merge_anggota(dari=ke, ke=ke, actor=sekretaris)
    saya = AnggotaFactory(akun=sekretaris)
    with pytest.raises(services.DiriSendiri):
        services.merge_anggota(dari=dari, ke=saya, actor=sekretaris)
    services.merge_anggota(dari=dari, ke=ke, actor=sekretaris)
    with pytest.raises(services.SudahDigabung):
        services.merge_anggota(dari=dari, ke=ke, actor=sekretaris)


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_two_merges_crosswise_end_in_one():
    sekretaris = UserFactory(peran=["sekretaris"])
    a, b, hasil, mulai = AnggotaFactory(), AnggotaFactory(), [], Barrier(2)

    def gabung(dari, ke):
        mulai.wait()
        try:
            services.merge_anggota(dari=dari, ke=ke, actor=sekretaris)
            hasil.append("jadi")
        except services.SudahDigabung:
            hasil.append("ditolak")
        finally:
            connection.close()

    utas = [Thread(target=gabung, args=pasangan) for pasangan in ((a, b), (b, a))]
    [u.start() for u in utas]
    [u.join() for u in utas]
    assert sorted(hasil) == ["ditolak", "jadi"] and Anggota.objects.aktif().count() == 1
