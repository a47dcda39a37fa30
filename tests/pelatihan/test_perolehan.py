"""What was learnt between the tests: by person, by aim, and in public only from five people on."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.accounts import peran
from pelatihan.belajar.selectors import get_peta
from pelatihan.belajar.services import finish_pelajaran
from pelatihan.hasil.perolehan import get_perolehan, get_perolehan_umum
from pelatihan.models import Koreksi, Percobaan, Peserta
from pelatihan.penilaian.capaian import list_soal
from pelatihan.penilaian.rules import hash_soal
from pelatihan.penilaian.services import finish_percobaan, start_percobaan
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan
from tests.factories.pelatihan import jawab, make_anggota, make_kuis, make_kursus, make_tunggal

pytestmark = pytest.mark.django_db


@pytest.fixture
def kelas():
    soal = [make_tunggal("Hitung kas?", topik="kas"), make_tunggal("Siapa?", topik="rembug")]
    tes = {nama: make_kuis(*soal, judul=nama) for nama in ("tes_awal", "tes_akhir")}
    kursus = make_kursus(banyak_pelajaran=1)
    for nama, kuis in tes.items():
        setattr(kursus, nama, kuis)
    kursus.save_revision().publish()
    kursus.release()
    guru = make_anggota(nama="Galih", akun=UserFactory(peran=[peran.FASILITATOR]))
    angkatan = make_angkatan(kursus, pengampu=[guru])
    angkatan.soal, angkatan.tes, angkatan.guru = soal, tes, guru
    return angkatan


def kerjakan(kelas, peserta, tes, pilihan):
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=kelas.tes[tes].kunci)
    for soal, huruf in zip(kelas.soal, pilihan, strict=True):
        jawab(percobaan, soal, pilihan=[huruf])
    return finish_percobaan(percobaan=percobaan)


def learn(kelas, nama, awal, akhir):
    peserta = join(kelas, make_anggota(nama=nama))
    kerjakan(kelas, peserta, "tes_awal", awal)
    for satu in get_peta(peserta).langkah:
        finish_pelajaran(peserta=peserta, pelajaran_kunci=satu.kunci)
    kerjakan(kelas, Peserta.objects.get(pk=peserta.pk), "tes_akhir", akhir)
    return peserta


def hitung(kelas):
    return get_perolehan(kelas.peserta.all(), kelas.kursus_kunci)


def test_by_person_and_by_aim(kelas):
    learn(kelas, "Aminah", "bb", "aa")
    learn(kelas, "Burhan", "ab", "ab")
    kerjakan(kelas, join(kelas, make_anggota(nama="Cici")), "tes_awal", "bb")
    hasil = hitung(kelas)
    orang = [(o.nama, o.awal, o.akhir, o.perolehan_bp) for o in hasil.orang]
    assert orang == [
        ("Aminah", 0, 10_000, 10_000),
        ("Burhan", 5000, 5000, 0),
        ("Cici", 0, None, None),
    ]
    assert (hasil.jumlah.banyak, hasil.jumlah.awal, hasil.jumlah.akhir) == (2, 2500, 7500)
    assert hasil.jumlah.perolehan_bp == 6667
    kas, rembug = hasil.tujuan
    assert (kas.nama, kas.jumlah.awal, kas.jumlah.akhir) == ("kas", 5000, 10_000)
    assert kas.baru_bisa == ("Aminah",) and rembug.baru_bisa == ("Aminah",)
    assert rembug.jumlah.akhir == 5000


def test_a_corrected_question_counts_as_corrected(kelas):
    learn(kelas, "Aminah", "bb", "aa")
    percobaan = Percobaan.objects.first()
    versi = [hash_soal(s) for s in list_soal(percobaan)]
    Koreksi.objects.create(
        kursus_kunci=kelas.kursus_kunci,
        soal_kunci=kelas.soal[0].kunci,
        cara="penuh",
        versi=versi,
        alasan="Kunci keliru",
        berubah=0,
        lulus_baru=0,
        lulus_dijaga=0,
        rincian=[],
    )
    hasil = hitung(kelas)
    kas = next(t for t in hasil.tujuan if t.nama == "kas")
    assert kas.jumlah.awal == 10_000 and kas.baru_bisa == ()


def test_in_public_only_fives(kelas, client):
    halaman = f"/belajar/kelas/{kelas.uuid}/"
    for n in range(4):
        learn(kelas, f"Warga {n}", "bb", "aa")
    assert get_perolehan_umum(kelas.kursus_kunci) is None
    assert "hasil belajar warga" not in client.get(halaman).content.decode().lower()
    learn(kelas, "Warga kelima", "bb", "aa")
    lima = get_perolehan_umum(kelas.kursus_kunci)
    assert (lima.banyak, lima.awal, lima.akhir) == (5, 0, 10_000)
    learn(kelas, "Warga keenam", "aa", "bb")
    assert get_perolehan_umum(kelas.kursus_kunci) == lima
    isi = client.get(halaman).content.decode()
    assert "Sesudah: 100%" in isi and "Warga kelima" not in isi


def test_pages_and_constant_queries(kelas, client):
    client.force_login(kelas.guru.akun)
    alamat = f"/lapangan/kelas/{kelas.uuid}/perolehan/"
    assert "Belum ada yang mengerjakan tes" in client.get(alamat).content.decode()

    def count():
        client.get(alamat)
        with CaptureQueriesContext(connection) as catatan:
            isi = client.get(alamat).content.decode()
        return len(catatan), isi

    learn(kelas, "Aminah", "bb", "aa")
    satu, isi = count()
    assert "Aminah" in isi and "Sesudah: 100%" in isi
    for n in range(4):
        learn(kelas, f"Warga {n}", "bb", "aa")
    assert count()[0] == satu


def test_a_course_without_tests(client):
    guru = make_anggota(akun=UserFactory(peran=[peran.FASILITATOR]))
    angkatan = make_angkatan(pengampu=[guru])
    client.force_login(guru.akun)
    isi = client.get(f"/lapangan/kelas/{angkatan.uuid}/perolehan/").content.decode()
    assert "tidak punya tes" in isi
    client.force_login(UserFactory(peran=[peran.FASILITATOR]))
    assert client.get(f"/lapangan/kelas/{angkatan.uuid}/perolehan/").status_code == 404
