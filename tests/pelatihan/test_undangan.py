"""Inviting one person: found without giving away numbers, once, until a day, and taken back."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from cms.accounts import peran
from cms.core import waktu
from cms.core.jejak.models import Jejak
from cms.notifikasi.models import Pesan
from pelatihan.kelas import services
from pelatihan.kelas.cari import find_calon
from pelatihan.models import Permohonan
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan
from tests.factories.pelatihan import make_anggota

pytestmark = pytest.mark.django_db


@pytest.fixture
def fasilitator():
    return make_anggota(nama="Galih", akun=UserFactory(peran=[peran.FASILITATOR]))


@pytest.fixture
def kelas(fasilitator):
    return make_angkatan(cara_masuk="undangan", pengampu=[fasilitator])


def nanti(hari: int):
    return waktu.pada(waktu.sekarang() + timedelta(days=hari))


def list_kabar(anggota) -> list[str]:
    milik = Pesan.objects.filter(jenis="kelas_kabar", penerima_anggota=anggota.uuid)
    return sorted(set(milik.values_list("judul", flat=True)))


def count_pesan() -> int:
    return Pesan.objects.filter(jenis="kelas_kabar").count()


# -- found -------------------------------------------------------------------------------------------
def test_by_a_part_of_the_name_or_the_whole_number(kelas):
    make_anggota(nama="Sri Hartini", telepon="+6281234567890")
    make_anggota(nama="Wiji")
    for cari in ("hart", "SRI  har", "0812-3456-7890", "+62 812 3456 7890"):
        assert [c.nama for c in find_calon(kelas, cari).calon] == ["Sri Hartini"], cari
    for cari in ("08123456", "+628123456789", "tidak ada", "%%%"):
        assert find_calon(kelas, cari).calon == [], cari
    for cari in ("", "  ", "sr", "1", "\0\0\0"):
        assert find_calon(kelas, cari).pendek, cari


def test_how_they_stand_already(kelas):
    join(kelas, make_anggota(nama="Warga Masuk"))
    services.invite_anggota(angkatan=kelas, anggota=make_anggota(nama="Warga Undang"))
    make_anggota(nama="Warga Lain")
    keadaan = {c.nama: c.keadaan for c in find_calon(kelas, "warga").calon}
    assert keadaan == {"Warga Masuk": "masuk", "Warga Undang": "undang", "Warga Lain": ""}
    with nanti(15):
        keadaan = {c.nama: c.keadaan for c in find_calon(kelas, "warga").calon}
    assert keadaan["Warga Undang"] == ""


def test_twenty_at_most(kelas):
    for n in range(21):
        make_anggota(nama=f"Warga {n:02}")
    temuan = find_calon(kelas, "warga")
    assert len(temuan.calon) == 20 and temuan.lebih


# -- invited -----------------------------------------------------------------------------------------
def test_twice_is_once_and_it_opens_the_class(kelas):
    satu = make_anggota()
    with pytest.raises(services.PerluDiundang):
        services.join_angkatan(angkatan=kelas, anggota=satu)
    undangan = services.invite_anggota(angkatan=kelas, anggota=satu)
    banyak = count_pesan()
    assert services.invite_anggota(angkatan=kelas, anggota=satu) == undangan
    assert count_pesan() == banyak > 0
    assert undangan.berlaku_sampai == waktu.hari_ini() + timedelta(days=14)
    with nanti(14):
        assert services.join_angkatan(angkatan=kelas, anggota=satu).jalan == "masuk"
    assert services.invite_anggota(angkatan=kelas, anggota=satu) is None


def test_an_expired_one_opens_nothing_until_it_is_renewed(kelas):
    satu = make_anggota()
    services.invite_anggota(angkatan=kelas, anggota=satu)
    with nanti(15):
        with pytest.raises(services.UndanganLewat):
            services.join_angkatan(angkatan=kelas, anggota=satu)
        assert Permohonan.objects.get().status == "diundang"
        banyak = count_pesan()
        services.invite_anggota(angkatan=kelas, anggota=satu)
        assert count_pesan() > banyak and Permohonan.objects.count() == 1
        assert services.join_angkatan(angkatan=kelas, anggota=satu).jalan == "masuk"


def test_withdrawn_is_told_and_opens_nothing(kelas):
    satu = make_anggota()
    undangan = services.invite_anggota(angkatan=kelas, anggota=satu)
    services.withdraw_undangan(undangan=undangan)
    assert any("ditarik" in judul for judul in list_kabar(satu))
    with pytest.raises(services.SudahDijawab):
        services.withdraw_undangan(undangan=undangan)
    with pytest.raises(services.PerluDiundang):
        services.join_angkatan(angkatan=kelas, anggota=satu)
    assert Jejak.objects.filter(tindakan="withdraw_undangan").count() == 1
    assert services.invite_anggota(angkatan=kelas, anggota=satu) != undangan


def test_an_accepted_one_is_not_withdrawn(kelas):
    satu = make_anggota()
    undangan = services.invite_anggota(angkatan=kelas, anggota=satu)
    services.join_angkatan(angkatan=kelas, anggota=satu)
    with pytest.raises(services.SudahDijawab):
        services.withdraw_undangan(undangan=undangan)
    assert kelas.peserta.count() == 1


def test_not_into_a_second_class_nor_into_one_that_is_over(kelas):
    satu = make_anggota()
    lain = make_angkatan()
    lain.kursus_kunci = kelas.kursus_kunci
    lain.save()
    join(lain, satu)
    with pytest.raises(services.KelasLain):
        services.invite_anggota(angkatan=kelas, anggota=satu)
    services.end_angkatan(angkatan=kelas)
    with pytest.raises(services.AngkatanTutup):
        services.invite_anggota(angkatan=kelas, anggota=make_anggota())


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_two_facilitators_invite_at_once_and_one_message_goes_out():
    angkatan, satu = make_angkatan(cara_masuk="undangan"), make_anggota()
    hasil, mulai = [], threading.Barrier(3)

    def undang():
        mulai.wait()
        try:
            hasil.append(services.invite_anggota(angkatan=angkatan, anggota=satu).pk)
        except Exception as galat:
            hasil.append(galat)
        finally:
            connection.close()

    utas = [threading.Thread(target=undang) for _n in range(3)]
    [u.start() for u in utas]
    [u.join() for u in utas]
    assert hasil == [Permohonan.objects.get().pk] * 3
    assert Jejak.objects.filter(tindakan="invite_anggota").count() == 1


# -- on the page -------------------------------------------------------------------------------------
def test_search_invite_withdraw_on_the_page(client, kelas, fasilitator):
    satu = make_anggota(nama="Sri Hartini")
    client.force_login(fasilitator.akun)
    alamat = f"/lapangan/kelas/{kelas.uuid}/undang/"
    assert "Undang satu orang" in client.get(alamat).content.decode()
    isi = client.post(alamat, {"cari": "hartini"}).content.decode()
    assert "Sri Hartini" in isi and str(satu.uuid) in isi
    assert "tiga huruf" in client.post(alamat, {"cari": "h"}).content.decode()
    assert "Tidak ada yang cocok" in client.post(alamat, {"cari": "x" * 5000}).content.decode()
    isi = client.post(alamat, {"anggota": satu.uuid}, follow=True).content.decode()
    assert "Sri Hartini diundang sampai" in isi and "Tarik undangan" in isi
    undangan = Permohonan.objects.get()
    tarik = f"/lapangan/kelas/permohonan/{undangan.uuid}/tarik/"
    assert "sudah ditarik" in client.post(tarik, follow=True).content.decode()
    assert "sudah dijawab" in client.post(tarik, follow=True).content.decode()
    assert client.get(tarik).status_code == 405


@pytest.mark.parametrize("siapa", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_nobody_to_invite_is_not_there(client, kelas, fasilitator, siapa):
    client.force_login(fasilitator.akun)
    alamat = f"/lapangan/kelas/{kelas.uuid}/undang/"
    assert client.post(alamat, {"anggota": siapa}).status_code == 404


def test_the_invited_one_reads_that_it_has_expired(client, kelas):
    satu = make_anggota()
    services.invite_anggota(angkatan=kelas, anggota=satu)
    client.force_login(satu.akun)
    alamat = f"/belajar/kelas/{kelas.uuid}/"
    assert "Anda diundang" in client.get(alamat).content.decode()
    with nanti(15):
        client.force_login(satu.akun)
        assert "Anda diundang" not in client.get(alamat).content.decode()
        assert "sudah lewat" in client.post(f"{alamat}ikut/", {}).content.decode()
