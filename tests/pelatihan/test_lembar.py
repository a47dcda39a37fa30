"""Quizzes on paper: printing, typing in, equality with the phone, and everything that stands against it."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from cms.accounts import peran
from pelatihan.lembar import selectors, services
from pelatihan.lembar.exports import build_kunci, build_lembar
from pelatihan.lembar.models import Ketikan, Lembar, LembarPeserta
from pelatihan.penilaian import services as penilaian
from pelatihan.penilaian.models import Percobaan
from pelatihan.peserta.services import assign_pengampu
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan
from tests.factories.pelatihan import (
    make_anggota,
    make_angka,
    make_ganda,
    make_isian,
    make_jodoh,
    make_keterangan,
    make_kuis,
    make_kursus,
    make_rumpang,
    make_tunggal,
    make_uraian,
    make_urut,
)

pytestmark = pytest.mark.django_db
SEMUA = (make_tunggal, make_keterangan, make_ganda, make_angka, make_isian, make_jodoh, make_urut)
SEMUA += (make_rumpang, make_uraian)
TEKS = "1A 2AB 3 2.950.000 4 rembuk 5 1a 2c 6 bac\n7 kasir / b / 2\n8 Supaya jujur."


@pytest.fixture
def fasilitator():
    return make_anggota(nama="Galih", akun=UserFactory(peran=[peran.FASILITATOR]))


@pytest.fixture
def cetak(fasilitator):
    """A class whose quiz was printed for so many learners."""

    def buat(*soal, banyak=2, **aturan):
        kursus = make_kursus(kuis=make_kuis(*soal, **aturan), judul=f"Kursus {uuid4()}")
        angkatan = make_angkatan(kursus, pengampu=[fasilitator])
        for n in range(banyak):
            join(angkatan, make_anggota(nama=f"Warga {n}"))
        kuis = selectors.list_kuis_cetak(angkatan)[0].kunci
        kunci = uuid4()
        satu = print_lembar(angkatan, kuis, fasilitator, kunci)
        assert satu == print_lembar(angkatan, kuis, fasilitator, kunci)  # once
        return list(LembarPeserta.objects.filter(lembar__cetakan=satu).order_by("nomor"))

    return buat


def print_lembar(angkatan, kuis, siapa, kunci):
    return services.print_lembar(angkatan=angkatan, kuis_kunci=kuis, actor=siapa.akun, kunci=kunci)


def ketik(milik, teks, siapa, **isi):
    isi = {"kunci": uuid4()} | isi
    return services.save_ketikan(milik=milik, teks=teks, actor=siapa.akun, **isi)


def test_a_print_gives_everybody_a_sheet_in_two_forms(cetak):
    milik = cetak(banyak=3)
    assert [m.lembar.bentuk for m in milik] == ["A", "B", "A"]
    assert len({m.kode for m in milik}) == 3
    a, b = milik[0].lembar, milik[1].lembar
    assert a.benih != b.benih and a.cetakan == b.cetakan
    kunci = [{s.kunci for s in selectors.list_butir(satu)} for satu in (a, b)]
    assert kunci[0] == kunci[1]


@pytest.mark.dua
def test_paper_and_phone_come_to_the_same(cetak, fasilitator):
    milik = cetak(*(buat() for buat in SEMUA))[0]
    hasil = ketik(milik, TEKS, fasilitator).percobaan
    assert (hasil.asal, hasil.benih) == ("kertas", milik.lembar.benih)
    assert hasil.selesai_pada and hasil.menunggu  # the essay waits
    teman = join(milik.lembar.angkatan)
    layar = penilaian.start_percobaan(peserta=teman, kuis_kunci=milik.lembar.kuis_kunci)
    assert layar.asal == "layar"
    Percobaan.objects.filter(pk=layar.pk).update(benih=hasil.benih)
    layar.refresh_from_db()
    for satu in hasil.jawaban.all():
        penilaian.give_jawaban(
            percobaan=layar, soal_kunci=satu.soal_kunci, isi=satu.isi, kunci=uuid4()
        )
    layar = penilaian.finish_percobaan(percobaan=layar)
    nilai = [list(p.jawaban.values_list("soal_kunci", "nilai_bp")) for p in (hasil, layar)]
    assert nilai[0] == nilai[1] and len(nilai[0]) == 8
    for satu in (hasil, layar):
        uraian = satu.jawaban.last().soal_kunci
        poin = {uraian: ({"r1": 3, "r2": 1}, "")}
        penilaian.mark_uraian(percobaan=satu, nilai=poin, actor=fasilitator.akun)
        satu.refresh_from_db()
    assert hasil.nilai_bp == layar.nilai_bp > 0 and hasil.lulus == layar.lulus


def test_a_pass_on_paper_completes_the_step(cetak, fasilitator):
    milik = cetak(make_angka())[0]
    hasil = ketik(milik, "1 2950000", fasilitator)
    assert hasil.percobaan.lulus
    assert hasil.peserta.kemajuan.filter(langkah_kunci=milik.lembar.kuis_kunci).exists()


@pytest.mark.dua
def test_the_same_submission_is_one_attempt_and_a_second_is_refused(cetak, fasilitator):
    milik, kunci = cetak(make_angka())[0], uuid4()
    for _ in range(2):
        ketik(milik, "1 2950000", fasilitator, kunci=kunci)
    assert Percobaan.objects.count() == Ketikan.objects.count() == 1
    with pytest.raises(services.SudahMasuk):
        ketik(milik, "1 5", fasilitator)
    with pytest.raises(DatabaseError), transaction.atomic():
        Ketikan.objects.update(teks="lain")


def test_a_second_person_compares_and_nothing_is_overwritten(cetak, fasilitator):
    milik = cetak(make_angka(), make_tunggal())[0]
    dua = make_anggota(nama="Dua", akun=UserFactory(peran=[peran.SEKRETARIS]))
    ketik(milik, "1 29500 2A", fasilitator, titip=True)
    assert not Percobaan.objects.exists()
    with pytest.raises(services.PerluOrangLain):
        ketik(milik, "1 29500 2A", fasilitator)
    with pytest.raises(services.KetikanBeda) as beda:
        ketik(milik, "1 2950000 2A", dua)
    angka = selectors.list_butir(milik.lembar)[0].kunci
    assert beda.value.args == ({angka},)
    hasil = ketik(milik, "1 2950000 2A", dua, yakin=True)
    assert hasil.percobaan.jawaban.get(soal_kunci=angka).isi == {"teks": "2950000"}
    assert [k.teks for k in milik.ketikan.all()] == ["1 29500 2A", "1 2950000 2A"]


def test_an_open_attempt_on_the_phone_is_never_mixed_with_paper(cetak, fasilitator):
    milik = cetak(make_angka())[0]
    kuis = milik.lembar.kuis_kunci
    penilaian.start_percobaan(peserta=milik.peserta, kuis_kunci=kuis)
    with pytest.raises(penilaian.PercobaanTerbuka):
        ketik(milik, "1 5", fasilitator)
    assert not Ketikan.objects.exists() and not Percobaan.objects.filter(asal="kertas").exists()


def test_attempts_run_out_for_paper_too(cetak, fasilitator):
    milik = cetak(make_angka(), percobaan_maks=1)[0]
    satu = penilaian.start_percobaan(peserta=milik.peserta, kuis_kunci=milik.lembar.kuis_kunci)
    penilaian.finish_percobaan(percobaan=satu)
    with pytest.raises(penilaian.PercobaanHabis):
        ketik(milik, "1 5", fasilitator)


@pytest.mark.parametrize("teks", ["", "1 banyak", "9A", "-", "1 -"])
def test_what_is_not_understood_is_never_stored(cetak, fasilitator, teks):
    milik = cetak(make_angka())[0]
    with pytest.raises(services.KetikanSalah):
        ketik(milik, teks, fasilitator)
    assert not Ketikan.objects.exists()


def test_nobody_types_their_own_sheet_and_a_changed_course_is_noticed(cetak, fasilitator):
    milik = cetak(make_angka())[0]
    with pytest.raises(services.LembarSendiri):
        ketik(milik, "1 5", milik.peserta.anggota)
    lain = make_angka("Lain?")
    rilis = make_kursus(kuis=make_kuis(lain), judul="Rilis lain")
    milik.peserta.rilis = join(make_angkatan(rilis)).rilis
    milik.peserta.save()
    with pytest.raises(services.RilisLain):
        ketik(milik, "1 5", fasilitator)


def test_pdfs_of_every_kind(cetak):
    cetakan = cetak(*(buat() for buat in SEMUA))[0].lembar.cetakan
    for buat in (build_lembar, build_kunci):
        isi = buat(cetakan)
        assert isi.startswith(b"%PDF") and isi == buat(cetakan)


# -- pages -------------------------------------------------------------------------------------------
def read(jawaban) -> str:
    return jawaban.content.decode()


def take(isi: str, nama: str) -> str:
    return isi.split(f'name="{nama}" value="')[1].split('"')[0]


def test_from_the_class_to_a_mark(client, fasilitator):
    angkatan = make_angkatan(
        make_kursus(kuis=make_kuis(make_angka(), make_tunggal())), pengampu=[fasilitator]
    )
    peserta = join(angkatan)
    client.force_login(fasilitator.akun)
    daftar = f"/lapangan/lembar/kelas/{angkatan.uuid}/"
    assert daftar in read(client.get(f"/lapangan/kelas/{angkatan.uuid}/"))
    isi = read(client.get(daftar))
    kuis = isi.split('name="kuis" value="')[1].split('"')[0]
    jawaban = client.post(daftar, {"kuis": kuis, "kunci": take(isi, "kunci")})
    cetakan = jawaban.url
    isi = read(client.get(cetakan))
    assert peserta.anggota.nama in isi and "belum diketik" in isi
    for nama in ("lembar.pdf", "kunci.pdf"):
        assert client.get(cetakan + nama)["Content-Type"] == "application/pdf"
    milik = LembarPeserta.objects.get()
    alamat = client.get(cetakan, {"kode": milik.kode.upper()}).url
    assert alamat == client.get(cetakan, {"kode": "1"}).url == f"/lapangan/lembar/isi/{milik.uuid}/"
    kunci = take(read(client.get(alamat)), "kunci")
    isi = read(client.post(alamat, {"teks": "1 2950000 2a", "kunci": kunci, "apa": "baca"}))
    assert "2.950.000" in isi and "A. Pilihan" in isi and not Percobaan.objects.exists()
    kirim = {"teks": "1 2950000 2a", "kunci": kunci, "apa": "simpan", "tanda": take(isi, "tanda")}
    for _ in range(2):  # pressed twice on a bad line
        assert client.post(alamat, kirim).url == cetakan
    assert Percobaan.objects.get().asal == "kertas"
    isi = read(client.get(alamat))
    assert "sudah dikumpulkan" in isi and 'name="apa"' not in isi


def test_what_was_changed_after_reading_is_shown_again(client, cetak, fasilitator):
    milik = cetak(make_angka())[0]
    client.force_login(fasilitator.akun)
    alamat = f"/lapangan/lembar/isi/{milik.uuid}/"
    kirim = {"teks": "1 5", "kunci": uuid4(), "apa": "simpan", "tanda": "lama"}
    assert "periksa sekali lagi" in read(client.post(alamat, kirim)).lower()
    assert not Percobaan.objects.exists()


@pytest.mark.dua
@pytest.mark.parametrize(
    "kirim",
    [
        {},
        {"teks": "1 5", "kunci": "x", "apa": "simpan"},
        {"teks": "\0", "kunci": str(uuid4()), "apa": "baca"},
        {"teks": "1" * 40_000, "kunci": str(uuid4()), "apa": "baca"},
        {"teks": '<script>1 "', "kunci": str(uuid4()), "apa": "lain"},
    ],
)
def test_bad_input_is_a_page(client, cetak, fasilitator, kirim):
    milik = cetak(make_angka())[0]
    client.force_login(fasilitator.akun)
    jawaban = client.post(f"/lapangan/lembar/isi/{milik.uuid}/", kirim)
    assert jawaban.status_code == 200 and "<script>1" not in read(jawaban)
    for kode in ("²-٣" + "9" * 50, "a\0b-1"):
        halaman = client.get(f"/lapangan/lembar/{milik.lembar.cetakan}/", {"kode": kode})
        assert halaman.status_code == 200


def test_conflicts_are_told_in_words(client, cetak, fasilitator):
    milik = cetak(make_angka())[0]
    client.force_login(fasilitator.akun)
    penilaian.start_percobaan(peserta=milik.peserta, kuis_kunci=milik.lembar.kuis_kunci)
    alamat = f"/lapangan/lembar/isi/{milik.uuid}/"
    assert "masih terbuka" in read(client.get(alamat))
    kirim = {"teks": "1 5", "kunci": uuid4(), "apa": "baca"}
    kirim |= {"tanda": take(read(client.post(alamat, kirim)), "tanda"), "apa": "simpan"}
    assert "di HP" in read(client.post(alamat, kirim))


def test_the_second_person_sees_where_the_first_typed_otherwise(client, cetak, fasilitator):
    milik = cetak(make_angka())[0]
    ketik(milik, "1 29500", fasilitator, titip=True)
    client.force_login(UserFactory(peran=[peran.KOORDINATOR]))
    alamat = f"/lapangan/lembar/isi/{milik.uuid}/"
    assert "29.500" not in read(client.get(alamat))
    kirim = {"teks": "1 2950000", "kunci": uuid4(), "apa": "baca"}
    isi = read(client.post(alamat, kirim))
    assert "29.500" in isi and 'name="yakin"' in isi
    kirim |= {"tanda": take(isi, "tanda"), "apa": "simpan"}
    assert client.post(alamat, kirim).status_code == 200 and not Percobaan.objects.exists()
    assert client.post(alamat, kirim | {"yakin": "1"}).status_code == 302


def test_who_learns_in_a_class_sees_neither_key_nor_sheets(client, cetak, fasilitator):
    milik = cetak(make_angka())[0]
    cetakan = milik.lembar.cetakan
    client.force_login(fasilitator.akun)
    assert client.get(f"/lapangan/lembar/{cetakan}/kunci.pdf").status_code == 200
    join(milik.lembar.angkatan, fasilitator)
    for alamat in (f"{cetakan}/kunci.pdf", f"{cetakan}/lembar.pdf", f"isi/{milik.uuid}"):
        assert client.get(f"/lapangan/lembar/{alamat}/".replace("pdf/", "pdf")).status_code == 404
    daftar = f"/lapangan/lembar/kelas/{milik.lembar.angkatan.uuid}/"
    kirim = {"kuis": milik.lembar.kuis_kunci, "kunci": uuid4()}
    assert client.post(daftar, kirim).status_code == 200 and Lembar.objects.count() == 2


def test_a_facilitator_of_the_course_may_and_one_of_another_may_not(client, cetak):
    milik = cetak(make_angka())[0]
    umum = make_anggota(nama="Umum", akun=UserFactory(peran=[peran.FASILITATOR]))
    client.force_login(umum.akun)
    alamat = f"/lapangan/lembar/isi/{milik.uuid}/"
    assert client.get(alamat).status_code == 404
    assign_pengampu(kursus_kunci=milik.peserta.kursus_kunci, anggota=umum)
    assert client.get(alamat).status_code == 200
