"""The secretary's and the coordinator's work in the office."""

import uuid

import pytest
from django.contrib.auth.models import Permission

from cms.core import waktu
from cms.core.ketentuan.services import get_ketentuan
from cms.core.tulisan import format_tanggal
from cms.komunitas.models import Anggota
from musyawarah.aspirasi import services as aspirasi
from musyawarah.aspirasi.models import Aspirasi
from musyawarah.rembug.models import Keputusan, Rembug
from tests.factories.musyawarah import (
    SAH,
    make_konsep,
    make_menunggu,
    make_orang,
    make_sah,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hari():
    with waktu.pada(SAH):
        yield


@pytest.fixture
def masuk(client):
    """Sign in; the door to the office stands open."""

    def _masuk(user):
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(user)
        return client

    return _masuk


@pytest.fixture
def tiket(db):
    return aspirasi.send_aspirasi(kunci=uuid.uuid4(), jenis="keluhan", isi="Lampu mati.")[0]


def test_secretary_records_a_meeting_and_puts_a_decision_to_signature(masuk, sidang):
    client = masuk(sidang.sekretaris)
    hadir = [Anggota.objects.get(akun=u).pk for u in sidang.penanda]
    isian = {
        "jenis": "pleno",
        "judul": "Pleno November",
        "tanggal": "2026-10-13",
        "tempat": "Balai desa",
        "diundang": 20,
        "hadir": 15,
        "hadir_perempuan": 7,
        "notulis": Anggota.objects.get(akun=sidang.sekretaris).pk,
        "hadir_bernama": hadir,
    }
    simpan = client.post("/admin/rembug/new/", isian)
    rembug = Rembug.objects.get(judul="Pleno November")
    assert simpan.url == f"/admin/rembug/edit/{rembug.pk}/"
    assert "Tulis keputusan rembug ini" in client.get(simpan.url).content.decode()
    hari = format_tanggal(rembug.tanggal)
    assert f"Pleno November, {hari}" in client.get("/admin/keputusan/new/").content.decode()
    isian = {"rembug": rembug.pk, "judul": "Setuju", "teks": "Disetujui.", "cara": "mufakat"}
    client.post("/admin/keputusan/new/", isian)
    keputusan = Keputusan.objects.get(judul="Setuju")
    konsep = client.get(f"/admin/keputusan/edit/{keputusan.pk}/").content.decode()
    assert f'href="{simpan.url}"' in konsep
    jawaban = client.post(f"/admin/keputusan/edit/{keputusan.pk}/", {**isian, "action-minta": "1"})
    assert jawaban.status_code == 302
    keputusan.refresh_from_db()
    assert (keputusan.status, keputusan.hadir) == ("menunggu", 15)
    assert "Masih kurang" in client.get(f"/admin/keputusan/edit/{keputusan.pk}/").content.decode()


def test_refusals_are_explained_and_typing_is_kept(masuk, sidang):
    client = masuk(sidang.sekretaris)
    konsep = make_konsep(sidang)
    isian = {"rembug": sidang.rembug.pk, "judul": "Judul baru", "teks": "Isi baru."}
    suara = {**isian, "cara": "suara", "setuju": 60, "tidak": 9, "abstain": 0, "action-minta": "1"}
    jawaban = client.post(f"/admin/keputusan/edit/{konsep.pk}/", suara).content.decode()
    assert "Jumlah suara lebih banyak daripada yang hadir." in jawaban
    assert "Judul baru" in jawaban
    jawaban = client.post(f"/admin/keputusan/edit/{konsep.pk}/", {**isian, "cara": "suara"})
    assert "berapa yang setuju" in jawaban.content.decode()


@pytest.mark.parametrize("tindakan", ["edit", "minta", "kembalikan", "batal"])
def test_a_ratified_decision_resists_every_button(masuk, sidang, tindakan):
    sah = make_sah(sidang)
    isian = {"rembug": sidang.rembug.pk, "judul": "X", "teks": "Y", "cara": "mufakat"}
    client = masuk(sidang.sekretaris)
    client.post(
        f"/admin/keputusan/edit/{sah.pk}/", {**isian, f"action-{tindakan}": "1", "alasan": "x"}
    )
    sah.refresh_from_db()
    assert (sah.judul, sah.status) == ("Saluran air RT 04 diperbaiki", "disahkan")
    assert client.post(f"/admin/keputusan/delete/{sah.pk}/").status_code == 404
    assert Keputusan.objects.filter(pk=sah.pk).exists()


def test_taken_back_and_cancelled(masuk, sidang):
    client = masuk(sidang.sekretaris)
    menunggu = make_menunggu(sidang)
    alamat = f"/admin/keputusan/edit/{menunggu.pk}/"
    client.post(alamat, {"action-kembalikan": "1"})
    menunggu.refresh_from_db()
    assert menunggu.status == "konsep"
    client.post(alamat, {"action-batal": "1", "alasan": "Salah rapat"})
    menunggu.refresh_from_db()
    assert (menunggu.status, menunggu.alasan_batal) == ("batal", "Salah rapat")


def test_members_read_and_only_the_secretary_writes(masuk, sidang):
    konsep = make_konsep(sidang)
    client = masuk(sidang.lain[0])
    assert client.get("/admin/keputusan/").status_code == 200
    assert client.get(f"/admin/keputusan/edit/{konsep.pk}/").status_code == 200
    assert client.post(f"/admin/keputusan/edit/{konsep.pk}/", {"judul": "x"}).status_code == 302
    assert client.get("/admin/keputusan/new/").status_code == 302
    assert client.get("/admin/ketentuan/ubah/").status_code in (302, 403)
    konsep.refresh_from_db()
    assert konsep.judul != "x"


def test_settings_say_bawaan_and_change_by_decision(masuk, sidang):
    sah = make_sah(sidang)
    client = masuk(sidang.sekretaris)
    assert "aturan awal" in client.get("/admin/ketentuan/").content.decode()
    isian = {"keputusan": sah.pk, "kode": "rembug.penanda_tangan_lain", "berlaku_dari": SAH}
    jawaban = client.post("/admin/ketentuan/ubah/", {**isian, "nilai": "tiga"})
    assert "Bilangan bulat" in jawaban.content.decode()
    assert client.post("/admin/ketentuan/ubah/", {**isian, "nilai": "3"}).status_code == 302
    assert get_ketentuan("rembug.penanda_tangan_lain") == 3
    riwayat = client.get("/admin/ketentuan/rembug.penanda_tangan_lain/").content.decode()
    assert "2026/1" in riwayat
    assert "aturan awal" in riwayat and "3 orang" in riwayat


def test_spoken_complaint_gets_a_slip_once(masuk, sidang):
    client = masuk(sidang.sekretaris)
    isian = {
        "saluran": "lisan",
        "jenis": "keluhan",
        "isi": "Pompa rusak.",
        "kunci": str(uuid.uuid4()),
    }
    jawaban = client.post("/admin/aspirasi/new/", isian)
    assert 'class="kode"' in jawaban.content.decode()
    assert "no-store" in jawaban["Cache-Control"]
    baris = Aspirasi.objects.get()
    assert (baris.saluran, baris.pencatat) == ("lisan", sidang.sekretaris)


def test_answered_noted_and_passed_on_in_one_form(masuk, sidang, tiket):
    client = masuk(sidang.koordinator)
    upl = make_orang("upl")
    assert "hari kerja" in client.get(f"/admin/aspirasi/edit/{tiket.pk}/").content.decode()
    isian = {"jawaban": "Sudah diganti.", "catatan": "Dua lampu.", "petugas": upl.pk}
    assert client.post(f"/admin/aspirasi/edit/{tiket.pk}/", isian).status_code == 302
    tiket.refresh_from_db()
    assert (tiket.status, tiket.petugas) == ("dijawab", upl)
    assert set(tiket.tanggapan.values_list("jenis", "publik")) == {
        ("diterima", True),
        ("ditugaskan", True),
        ("catatan", False),
        ("jawaban", True),
    }


def test_handler_sees_only_what_was_passed_on(masuk, sidang, tiket):
    upl = make_orang("upl")
    lain = aspirasi.send_aspirasi(kunci=uuid.uuid4(), jenis="usul", isi="Rahasia lain.")[0]
    client = masuk(upl)
    assert client.get(f"/admin/aspirasi/edit/{tiket.pk}/").status_code == 302
    aspirasi.assign_aspirasi(aspirasi=tiket, petugas=upl, actor=sidang.koordinator)
    assert client.get(f"/admin/aspirasi/edit/{tiket.pk}/").status_code == 200
    daftar = client.get("/admin/aspirasi/").content.decode()
    assert "Lampu mati." in daftar
    assert "Rahasia lain." not in daftar
    assert client.get(f"/admin/aspirasi/edit/{lain.pk}/").status_code == 404
    client.post(f"/admin/aspirasi/edit/{tiket.pk}/", {"action-sembunyikan": "1"})
    tiket.refresh_from_db()
    assert tiket.disembunyikan_pada is None


@pytest.mark.parametrize("peran", ["editor", "anggota-bkm", "kasir", "pengawas", "auditor"])
def test_other_roles_see_no_ticket(masuk, tiket, peran):
    client = masuk(make_orang(peran))
    assert client.get("/admin/aspirasi/").status_code in (302, 403)
    assert client.get(f"/admin/aspirasi/edit/{tiket.pk}/").status_code in (302, 403)


def test_hidden_ones_leave_the_list_and_can_be_found(masuk, sidang, tiket):
    client = masuk(sidang.sekretaris)
    client.post(f"/admin/aspirasi/edit/{tiket.pk}/", {"action-sembunyikan": "1", "alasan": "x"})
    assert "Lampu mati." not in client.get("/admin/aspirasi/").content.decode()
    assert "Lampu mati." in client.get("/admin/aspirasi/?disembunyikan=true").content.decode()
    client.post(f"/admin/aspirasi/edit/{tiket.pk}/", {"action-tampilkan": "1"})
    assert "Lampu mati." in client.get("/admin/aspirasi/").content.decode()
