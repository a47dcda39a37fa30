"""Pages of classes: joining, roll call, QR, digits, calendars, and bad input."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from cms.accounts import peran
from cms.core import waktu
from pelatihan.kelas import rules, services
from pelatihan.kelas.models import Kehadiran
from pelatihan.kelas.services.hadir import get_rahasia
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan, make_pertemuan, mark
from tests.factories.pelatihan import make_anggota

pytestmark = pytest.mark.django_db


@pytest.fixture
def fasilitator():
    return make_anggota(nama="Galih", akun=UserFactory(peran=[peran.FASILITATOR]))


def masuk(client, anggota):
    client.force_login(anggota.akun)
    return client


def get_qr(pertemuan, detik=0) -> str:
    saat = int(waktu.sekarang().timestamp()) - detik
    token = rules.make_token(get_rahasia(), str(pertemuan.uuid), saat)
    return f"/belajar/hadir/{pertemuan.uuid}/{token}/"


def test_scan_sign_in_and_one_button(client):
    pertemuan = make_pertemuan()
    peserta = join(pertemuan.angkatan)
    jawaban = client.get(get_qr(pertemuan))
    assert jawaban.status_code == 302 and not Kehadiran.objects.exists()
    jawaban = client.get(jawaban.url)
    assert "/akun/masuk/" in jawaban.url  # the ticket stays in the browser meanwhile
    masuk(client, peserta.anggota)
    alamat = f"/belajar/hadir/{pertemuan.uuid}/"
    assert "Saya hadir" in client.get(alamat).content.decode()
    for _ in range(2):
        client.post(alamat, {"kunci": str(uuid4())})
    satu = Kehadiran.objects.get()
    assert (satu.status, satu.cara, satu.pencatat) == ("hadir", "qr", peserta.anggota.akun)


def test_an_old_code_a_foreign_one_and_no_code_are_refused(client):
    pertemuan, lain = make_pertemuan(), make_pertemuan()
    peserta = join(pertemuan.angkatan)
    masuk(client, peserta.anggota)
    assert "pindai layar" in client.get(get_qr(pertemuan, 120)).content.decode()
    client.get(get_qr(lain))
    jawaban = client.post(f"/belajar/hadir/{pertemuan.uuid}/", {"kunci": str(uuid4())})
    assert jawaban.status_code == 403 and not Kehadiran.objects.exists()
    client.cookies["hadir"] = "palsu"
    assert client.get(f"/belajar/hadir/{pertemuan.uuid}/").status_code == 403


def test_who_is_not_enrolled_reads_why(client):
    pertemuan = make_pertemuan()
    masuk(client, make_anggota())
    jawaban = client.get(get_qr(pertemuan), follow=True)
    assert "belum terdaftar" in jawaban.content.decode()


def test_printed_code_only_during_the_session(client):
    pertemuan = make_pertemuan()
    with waktu.pada(pertemuan.selesai + timedelta(minutes=1)):
        assert client.get(f"/cek/{pertemuan.kode}/").status_code == 403
    with waktu.pada(pertemuan.mulai):
        assert client.get(f"/cek/{pertemuan.kode}/").status_code == 302
    assert client.get("/cek/h-2222222222222/").status_code == 404


def test_four_digits_and_few_tries(client):
    pertemuan = make_pertemuan()
    satu, dua = join(pertemuan.angkatan), join(pertemuan.angkatan)
    detik = int(waktu.sekarang().timestamp())
    benar = rules.make_kode(get_rahasia(), str(pertemuan.uuid), detik)
    salah = next(f"{n:04}" for n in range(9) if f"{n:04}" != benar)
    alamat = f"/belajar/hadir/{pertemuan.uuid}/kode/"
    masuk(client, satu.anggota)
    client.post(alamat, {"kunci": uuid4(), "kode": f" {benar} "})
    assert Kehadiran.objects.get().cara == "kode"
    masuk(client, dua.anggota)
    for kode in ("", "12", "１２３４", "abcd", "\x00"):
        assert client.post(alamat, {"kunci": uuid4(), "kode": kode}).status_code == 200
    status = [client.post(alamat, {"kunci": uuid4(), "kode": salah}).status_code for _n in range(7)]
    assert status == [200] * 6 + [429]
    assert client.post(alamat, {"kunci": uuid4(), "kode": benar}).status_code == 429
    assert Kehadiran.objects.count() == 1


def test_roll_call_tap_all_and_correct(client, fasilitator):
    angkatan = make_angkatan(pengampu=[fasilitator])
    pertemuan = make_pertemuan(angkatan)
    satu, dua, tiga = (join(angkatan) for _ in range(3))
    masuk(client, fasilitator)
    alamat = f"/lapangan/kelas/pertemuan/{pertemuan.uuid}/"
    ketuk = {"peserta": satu.uuid, "kunci": uuid4(), "status": "izin"}
    for _ in range(2):
        assert client.post(alamat, ketuk).status_code == 302
    client.post(f"{alamat}semua/", {"kunci": uuid4()})
    hadir = dict(Kehadiran.objects.values_list("peserta", "status"))
    assert hadir == {satu.pk: "izin", dua.pk: "hadir", tiga.pk: "hadir"}
    mark(pertemuan, dua, "alpa", UserFactory())
    isi = client.get(alamat).content.decode()
    assert (
        "1 peserta dicatat berbeda oleh dua orang" in isi
        and "2 dari 3" not in isi.split("</h1>")[0]
    )
    betul = f"{alamat}{dua.uuid}/"
    assert "Galih" in client.get(betul).content.decode()
    kosong = client.post(betul, {"kunci": uuid4(), "status": "hadir", "alasan": ""})
    assert kosong.status_code == 200
    client.post(
        betul, {"kunci": uuid4(), "status": "hadir", "alasan": "Di belakang", "kertas": "1"}
    )
    assert "dicatat berbeda" not in client.get(alamat).content.decode()
    assert Kehadiran.objects.filter(peserta=dua).count() == 3


@pytest.mark.parametrize(
    "isi",
    [
        {},
        {"peserta": "x", "kunci": "y", "status": "hadir"},
        {"peserta": str(uuid4()), "kunci": str(uuid4()), "status": "\x00"},
    ],
)
def test_bad_taps_are_no_errors(client, fasilitator, isi):
    pertemuan = make_pertemuan(make_angkatan(pengampu=[fasilitator]))
    masuk(client, fasilitator)
    assert client.post(f"/lapangan/kelas/pertemuan/{pertemuan.uuid}/", isi).status_code == 302


def test_screen_renews_itself_and_sheet_prints(client, fasilitator):
    angkatan = make_angkatan(pengampu=[fasilitator], nama="#kelas *[x]* \\")
    pertemuan = make_pertemuan(angkatan)
    join(angkatan, make_anggota(nama="Sri $x$ #rect()"))
    masuk(client, fasilitator)
    layar = client.get(f"/lapangan/kelas/pertemuan/{pertemuan.uuid}/layar/")
    assert layar["Refresh"] == "25" and "<svg" in layar.content.decode()
    lembar = client.get(f"/lapangan/kelas/pertemuan/{pertemuan.uuid}/daftar.pdf")
    assert lembar.content.startswith(b"%PDF-")


def test_facilitator_makes_a_class_and_its_session(client, fasilitator):
    from pelatihan.peserta.services import assign_pengampu
    from tests.factories.pelatihan import make_kursus

    kursus = make_kursus()
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=fasilitator)
    masuk(client, fasilitator)
    isi = {"kursus": kursus.kunci, "nama": "Kelas", "dari": "2026-11-24", "cara_masuk": "sendiri"}
    buruk = client.post("/lapangan/kelas/baru/", isi | {"kapasitas": "0", "sampai": "2020-01-01"})
    assert buruk.status_code == 200
    jawaban = client.post("/lapangan/kelas/baru/", isi | {"kapasitas": "12"})
    assert jawaban.status_code == 302
    waktu_nya = {"hari": "2026-12-05", "jam": "09:00", "sampai_jam": "08:00"}
    alamat = f"{jawaban.url}pertemuan/"
    assert client.post(alamat, {"judul": "Satu"} | waktu_nya).status_code == 200
    assert (
        client.post(alamat, {"judul": "Satu"} | waktu_nya | {"hari": "9999-12-31"}).status_code
        == 200
    )
    client.post(alamat, {"judul": "Satu"} | waktu_nya | {"sampai_jam": "11:30"})
    assert "09.00" in client.get(jawaban.url).content.decode()


def test_calendars_agree_with_asia_jakarta_and_name_nobody(client):
    with waktu.pada(date(2026, 12, 1)):
        angkatan = make_angkatan(nama="Kelas; Kas, RT 04")
        tertutup = make_angkatan(publik=False, nama="Rahasia")
        mulai = waktu.sekarang()  # 09.00 WIB
        pertemuan = make_pertemuan(angkatan, mulai=mulai, selesai=mulai + timedelta(hours=1))
        make_pertemuan(tertutup)
        join(angkatan, make_anggota(nama="Sri Hartini"))
        isi = client.get("/belajar/kelas/kalender.ics").content.decode()
        assert "DTSTART:20261201T020000Z" in isi and f"UID:{pertemuan.uuid}@guyub" in isi
        assert "Kelas\\; Kas\\, RT 04" in isi
        assert "Sri" not in isi and "Rahasia" not in isi
        services.cancel_pertemuan(pertemuan=pertemuan, alasan="Hujan")
        isi = client.get("/belajar/kelas/kalender.ics").content.decode()
        assert "STATUS:CANCELLED" in isi and "SEQUENCE:1" in isi


def test_closed_classes_are_not_there_for_others_but_for_who_has_the_code(client):
    angkatan = make_angkatan(publik=False, cara_masuk="undangan")
    kode = services.make_kode(angkatan=angkatan)
    anggota = make_anggota()
    masuk(client, anggota)
    alamat = f"/belajar/kelas/{angkatan.uuid}/"
    assert client.get(alamat).status_code == 404
    assert client.get(f"{alamat}?kode=salah").status_code == 404
    assert client.get(f"{alamat}?kode={kode}").status_code == 200
    assert client.post(f"{alamat}ikut/", {"kode": kode}, follow=True).status_code == 200
    assert angkatan.peserta.count() == 1


def test_number_of_queries_does_not_grow_with_learners(
    client, fasilitator, django_assert_max_num_queries
):
    angkatan = make_angkatan(pengampu=[fasilitator])
    pertemuan = make_pertemuan(angkatan)
    for _ in range(12):
        mark(pertemuan, join(angkatan), "hadir", fasilitator.akun)
    masuk(client, fasilitator)
    for alamat in (
        f"/lapangan/kelas/{angkatan.uuid}/",
        f"/lapangan/kelas/pertemuan/{pertemuan.uuid}/",
    ):
        client.get(alamat)
        with django_assert_max_num_queries(24):
            client.get(alamat)
