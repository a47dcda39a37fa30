"""Cards of a class: its facilitator makes, prints and sets PINs for its learners, for nobody else."""

import pytest

from cms.accounts.models import Kartu
from cms.komunitas.kartu import services
from pelatihan.kelas.services import end_angkatan
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan
from tests.factories.komunitas import AnggotaFactory

pytestmark = [pytest.mark.django_db, pytest.mark.dua]


@pytest.fixture
def fasilitator(db):
    return AnggotaFactory(akun=UserFactory(peran=["fasilitator"]), nama="Bu Ratna")


@pytest.fixture
def kelas(fasilitator):
    angkatan = make_angkatan(pengampu=[fasilitator])
    for nomor in range(9):
        join(angkatan, AnggotaFactory(nama=f"Peserta Nomor {nomor}"))
    join(angkatan, AnggotaFactory(nama="Pak Kasir", akun=UserFactory(peran=["kasir"])))
    return angkatan


@pytest.fixture
def papan(client, fasilitator):
    client.force_login(fasilitator.akun)
    return client


def test_the_whole_class_gets_cards_by_one_button_but_officers(papan, kelas):
    halaman = f"/lapangan/kartu/kelas/{kelas.uuid}/"
    for _ke in range(2):
        assert papan.post(halaman).status_code == 302
    assert Kartu.objects.count() == 9
    assert not Kartu.objects.filter(user__nama="Pak Kasir").exists()
    isi = papan.get(halaman).content.decode()
    assert isi.count("belum ada PIN") == 9 and "Pak Kasir" in isi


def test_the_sheet_holds_eight_cards_on_a_page(papan, kelas, fasilitator):
    papan.post(f"/lapangan/kartu/kelas/{kelas.uuid}/")
    jawab = papan.get(f"/lapangan/kartu/kelas/{kelas.uuid}/kartu.pdf")
    assert b"/Count 2" in jawab.content


def test_a_facilitator_reaches_own_learners_only(papan, kelas, fasilitator):
    saya = kelas.peserta.get(anggota__nama="Peserta Nomor 1").anggota
    lain = join(make_angkatan(), AnggotaFactory(nama="Peserta Nomor Lain")).anggota
    assert papan.post(f"/lapangan/kartu/{saya.uuid}/", {"apa": "buat"}).status_code == 302
    assert papan.post(f"/lapangan/kartu/{lain.uuid}/", {"apa": "buat"}).status_code == 404
    isi = papan.get("/lapangan/kartu/?cari=Peserta Nomor").content.decode()
    assert "Peserta Nomor 1" in isi and "Peserta Nomor Lain" not in isi


def test_when_the_class_has_ended_its_facilitator_lets_go(papan, kelas, fasilitator):
    saya = kelas.peserta.get(anggota__nama="Peserta Nomor 1").anggota
    services.issue_kartu(anggota=saya, actor=fasilitator.akun)
    end_angkatan(angkatan=kelas, actor=fasilitator.akun)
    assert papan.get(f"/lapangan/kartu/{saya.uuid}/").status_code == 404
    assert papan.get(f"/lapangan/kartu/kelas/{kelas.uuid}/").status_code == 404


def test_the_page_of_the_class_leads_to_its_cards(papan, kelas):
    isi = papan.get(f"/lapangan/kelas/{kelas.uuid}/").content.decode()
    assert f"/lapangan/kartu/kelas/{kelas.uuid}/" in isi
