"""The gradebook and who needs a word: figures, constant queries, rights, messages once a day."""

import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from cms.accounts import peran
from cms.core import waktu
from cms.komunitas.models import Anggota
from cms.notifikasi.models import Pesan
from pelatihan.belajar.selectors import get_peta
from pelatihan.hasil import selectors, services
from pelatihan.hasil.risiko import list_risiko
from pelatihan.models import Kemajuan, Percobaan, Pertemuan, Peserta
from pelatihan.penilaian.services import finish_percobaan, start_percobaan
from pelatihan.peserta.services import assign_pengampu, mark_pelajaran
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan, make_pertemuan, mark
from tests.factories.pelatihan import jawab, make_anggota, make_kuis, make_kursus, make_tunggal

pytestmark = pytest.mark.django_db


@pytest.fixture
def fasilitator():
    return make_anggota(nama="Galih", akun=UserFactory(peran=[peran.FASILITATOR]))


@pytest.fixture
def kelas(fasilitator):
    soal = make_tunggal()
    kuis = make_kuis(soal)
    angkatan = make_angkatan(make_kursus(kuis=kuis), pengampu=[fasilitator])
    angkatan.kuis, angkatan.soal = kuis, soal
    return angkatan


def kerjakan(peserta, kelas, pilihan):
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=kelas.kuis.kunci)
    jawab(percobaan, kelas.soal, pilihan=[pilihan])
    return finish_percobaan(percobaan=percobaan)


def alamat(kelas, apa="nilai/"):
    return f"/lapangan/kelas/{kelas.uuid}/{apa}"


def masuk(client, anggota):
    client.force_login(anggota.akun)
    return client


def fill(kelas, banyak):
    """Many learners with progress, marks and attendance, past the services."""
    contoh = Peserta.objects.filter(angkatan=kelas).first() or join(kelas)
    kunci = [s.kunci for s in get_peta(contoh).langkah]
    isi = Percobaan.objects.filter(peserta=contoh).first() or kerjakan(contoh, kelas, "a")
    orang = Anggota.objects.bulk_create(Anggota(nama=f"Warga {n:05}") for n in range(banyak))
    baru = Peserta.objects.bulk_create(
        Peserta(anggota=o, kursus_kunci=kelas.kursus_kunci, rilis=contoh.rilis, angkatan=kelas)
        for o in orang
    )
    Kemajuan.objects.bulk_create(Kemajuan(peserta=p, langkah_kunci=k) for p in baru for k in kunci)
    lama = {"rilis": isi.rilis, "isi": isi.isi, "kuis_kunci": isi.kuis_kunci, "benih": 1}
    selesai = {"selesai_pada": waktu.sekarang(), "nilai_bp": 8000, "lulus": True, "nomor": 1}
    Percobaan.objects.bulk_create(Percobaan(peserta=p, **lama, **selesai) for p in baru)
    return baru


def test_a_line_of_the_gradebook(client, kelas, fasilitator):
    satu = join(kelas, make_anggota(nama="Aminah"))
    pertemuan = make_pertemuan(kelas)
    mark(pertemuan, satu, "hadir", fasilitator.akun)
    pelajaran = get_peta(satu).langkah[0]
    mark_pelajaran(peserta=satu, pelajaran_kunci=pelajaran.kunci)
    kerjakan(satu, kelas, "b")
    kerjakan(satu, kelas, "a")
    semua = Peserta.objects.filter(angkatan=kelas)
    rilis = selectors.get_rilis(semua)
    kolom = selectors.list_kolom(rilis.values())
    assert [k.kode for k in kolom] == ["1", "2", "K1"]
    baris = next(selectors.stream_nilai(semua, rilis, kolom))
    assert [s.teks for s in baris.sel] == ["✓", "–", "100%"]
    assert (baris.hadir_bp, baris.nomor, baris.kelas) == (10_000, "", "Kelas Sabtu")
    isi = masuk(client, fasilitator).get(alamat(kelas)).content.decode()
    assert "Aminah" in isi and "100%" in isi and "Buku nilai" in isi


def test_the_sheet_is_harmless_and_complete(client, kelas, fasilitator):
    satu = join(kelas, make_anggota(nama="=CMD()\x07"))
    kerjakan(satu, kelas, "a")
    jawaban = masuk(client, fasilitator).get(alamat(kelas, "nilai.xlsx"))
    lembar = load_workbook(io.BytesIO(jawaban.content)).active
    kepala, isi = [[sel.value for sel in baris] for baris in lembar.iter_rows()]
    assert kepala[0] == "Nama" and kepala[3:6] == ["Pelajaran 1", "Pelajaran 2", "Kuis kas"]
    assert isi[0] == "'=CMD()" and isi[5] == 100


def test_queries_do_not_grow_with_learners(client, kelas, fasilitator):
    pertemuan = make_pertemuan(kelas)
    fill(kelas, 10)
    mark(pertemuan, Peserta.objects.first(), "hadir", fasilitator.akun)
    masuk(client, fasilitator)
    daftar = [alamat(kelas), alamat(kelas, "nilai.xlsx"), alamat(kelas, "perhatian/")]
    daftar += [f"{alamat(kelas)}?perhatian=on"]

    def count():
        with waktu.pada(waktu.sekarang() + timedelta(days=40)):
            hasil = []
            for satu in daftar:
                client.get(satu)
                with CaptureQueriesContext(
                    connection,
                ) as catatan:
                    assert client.get(satu).status_code == 200
                hasil.append(len(catatan))
            return hasil

    sedikit = count()
    fill(kelas, 300)
    assert count() == sedikit
    assert max(sedikit) < 40


def test_filters(client, kelas, fasilitator):
    aktif = join(kelas, make_anggota(nama="Aminah"))
    pergi = join(kelas, make_anggota(nama="Burhan"))
    Peserta.objects.filter(pk=pergi.pk).update(status="berhenti", berakhir_pada=waktu.sekarang())
    masuk(client, fasilitator)
    isi = client.get(f"{alamat(kelas)}?keadaan=berhenti").content.decode()
    assert "Burhan" in isi and "Aminah" not in isi
    assert "Aminah" not in client.get(f"{alamat(kelas)}?perhatian=on").content.decode()
    with waktu.pada(waktu.sekarang() + timedelta(days=15)):
        isi = client.get(f"{alamat(kelas)}?perhatian=on").content.decode()
    assert aktif.anggota.nama in isi and "Burhan" not in isi
    for buruk in ("?keadaan=x", "?halaman=99999999999999999999", "?halaman=%00", "?kelas=x"):
        assert client.get(alamat(kelas) + buruk).status_code == 200


def test_a_facilitator_of_a_course_filters_by_class(client, kelas, fasilitator):
    guru = make_anggota(nama="Wulan", akun=UserFactory(peran=[peran.FASILITATOR]))
    assign_pengampu(kursus_kunci=kelas.kursus_kunci, anggota=guru)
    join(kelas, make_anggota(nama="Aminah"))
    tetap = f"/lapangan/kursus/{kelas.kursus_kunci}/nilai/"
    masuk(client, guru)
    assert "Aminah" in client.get(f"{tetap}?kelas={kelas.uuid}").content.decode()
    lain = make_angkatan()
    isi = client.get(f"{tetap}?kelas={lain.uuid}").content.decode()
    assert "Aminah" in isi  # a class of another course filters nothing
    masuk(client, fasilitator)  # one class of it alone does not open the course
    assert client.get(tetap).status_code == 404
    assert "Kelas Sabtu" in client.get("/lapangan/nilai/").content.decode()


def test_classes_of_others_are_not_there(client, kelas):
    orang = make_anggota(akun=UserFactory(peran=[peran.FASILITATOR]))
    masuk(client, orang)
    for apa in ("nilai/", "nilai.xlsx", "perhatian/"):
        assert client.get(alamat(kelas, apa)).status_code == 404
    assert client.post(alamat(kelas, "perhatian/")).status_code == 404


def list_alasan(kelas):
    return {r.peserta.anggota.nama: r.alasan for r in list_risiko(kelas.peserta.all())}


def test_reasons(kelas, fasilitator):
    absen = join(kelas, make_anggota(nama="Absen"))
    gagal = join(kelas, make_anggota(nama="Gagal"))
    baik = join(kelas, make_anggota(nama="Baik"))
    for n in (1, 2):
        pertemuan = make_pertemuan(kelas, judul=f"Ke-{n}")
        for satu in (gagal, baik):
            mark(pertemuan, satu, "hadir", fasilitator.akun)
        if n == 1:
            assert not list_alasan(kelas)
    kerjakan(gagal, kelas, "b")
    assert list(list_alasan(kelas)) == [absen.anggota.nama]
    kerjakan(gagal, kelas, "b")
    alasan = list_alasan(kelas)
    assert sorted(alasan) == ["Absen", "Gagal"]
    assert "pertemuan" in alasan["Absen"][0] and "Kuis kas" in alasan["Gagal"][0]
    kerjakan(gagal, kelas, "a")
    assert list(list_alasan(kelas)) == ["Absen"]
    with waktu.pada(waktu.sekarang() + timedelta(days=20)):
        assert "20 hari" in list_alasan(kelas)["Baik"][0]


def test_a_session_called_off_is_no_absence(kelas, fasilitator):
    satu, dua = join(kelas), join(kelas)
    for _n in range(2):
        mark(make_pertemuan(kelas), dua, "hadir", fasilitator.akun)
    assert satu.pk in {r.peserta.pk for r in list_risiko(kelas.peserta.all())}
    Pertemuan.objects.filter(pk=Pertemuan.objects.last().pk).update(batal_pada=waktu.sekarang())
    assert not list_alasan(kelas)


@pytest.mark.dua
def test_one_reminder_a_day(client, kelas, fasilitator):
    satu = join(kelas, make_anggota(nama="Aminah"))
    baru = join(kelas, make_anggota(nama="Baru"))
    masuk(client, fasilitator)
    with waktu.pada(waktu.sekarang() + timedelta(days=15)):
        Peserta.objects.filter(pk=baru.pk).update(mulai_pada=waktu.sekarang())
        isi = {"peserta": [satu.uuid, baru.uuid, uuid4()]}
        for _n in range(2):
            jawaban = client.post(alamat(kelas, "perhatian/"), isi, follow=True)
        assert "hari ini" in jawaban.content.decode()
        kunci = Pesan.objects.filter(jenis="pengingat_belajar").values_list("kunci", flat=True)
        banyak = len(kunci)
        assert banyak and all(str(satu.uuid) in k for k in kunci)
    with waktu.pada(waktu.sekarang() + timedelta(days=16)):
        client.post(alamat(kelas, "perhatian/"), isi)
    assert Pesan.objects.filter(jenis="pengingat_belajar").count() > banyak


def test_learners_of_others_are_not_reminded(client, kelas, fasilitator):
    lain = join(make_angkatan())
    with waktu.pada(waktu.sekarang() + timedelta(days=15)):
        masuk(client, fasilitator).post(alamat(kelas, "perhatian/"), {"peserta": [lain.uuid]})
        for buruk in ([], ["x"], ["\x00"]):
            jawaban = client.post(alamat(kelas, "perhatian/"), {"peserta": buruk})
            assert jawaban.status_code == 302
        client.get(alamat(kelas, "perhatian/"))
    assert not Pesan.objects.filter(jenis="pengingat_belajar").exists()


def test_who_cannot_be_reached_is_counted(kelas, fasilitator):
    satu = fill(kelas, 1)[0]
    semua = Peserta.objects.filter(angkatan=kelas)
    with waktu.pada(waktu.sekarang() + timedelta(days=15)):
        hasil = services.remind_peserta(peserta=semua, pilihan=[satu.uuid], actor=fasilitator.akun)
    assert (hasil.baru, hasil.sudah, hasil.tanpa_alamat) == (0, 0, 1)


@pytest.mark.tahan
def test_ten_thousand_learners(client, kelas, fasilitator, record_property):
    import time

    fill(kelas, 10_000)
    masuk(client, fasilitator)
    client.get(alamat(kelas))
    for apa, batas in (("nilai/?halaman=150", 2), ("perhatian/", 10), ("nilai.xlsx", 40)):
        mulai = time.monotonic()
        assert client.get(alamat(kelas, apa)).status_code == 200
        lama = time.monotonic() - mulai
        record_property(apa, lama)
        assert lama < batas, (apa, lama)
