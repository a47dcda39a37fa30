"""The face of a correction: choose, say what is right, see who changes, do it, read it in the log."""

import re

import pytest
from django.urls import reverse

from cms.accounts import peran
from cms.accounts.services import give_peran
from pelatihan.kursus.services import save_soal
from pelatihan.models import Jawaban, Koreksi, Percobaan
from pelatihan.penilaian import rules, services
from pelatihan.penilaian.forms import KoreksiForm
from pelatihan.penilaian.versi import list_soal_rilis
from pelatihan.peserta.services import assign_pengampu
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import (
    jawab,
    make_anggota,
    make_angka,
    make_ganda,
    make_isian,
    make_jodoh,
    make_kuis,
    make_kursus,
    make_peserta,
    make_rumpang,
    make_tunggal,
    make_uraian,
    make_urut,
)

pytestmark = pytest.mark.django_db
ISI = {"cara": "kunci", "alasan": "Kunci keliru", "bobot_0": 0, "bobot_1": 10000, "bobot_2": 0}


@pytest.fixture
def kantor(client):
    user = UserFactory()
    give_peran(user=user, peran=peran.KOORDINATOR, dasar="uji")
    client.force_login(user)
    return client


@pytest.fixture
def dunia():
    soal, lain = make_tunggal("Salah kunci"), make_tunggal("Lain")
    kursus = make_kursus(kuis=make_kuis(soal, lain))
    return soal, lain, kursus


def take(dunia, *pilih, nama="Sri Hartini"):
    soal, lain, kursus = dunia
    peserta = make_peserta(kursus, make_anggota(nama=nama))
    kuis = peserta.rilis.susunan[0]["kuis"]["kunci"]
    percobaan = services.start_percobaan(peserta=peserta, kuis_kunci=kuis)
    for satu, jawaban in zip((soal, lain), pilih, strict=False):
        jawab(percobaan, satu, pilihan=[jawaban])
    return services.finish_percobaan(percobaan=percobaan)


def alamat(kursus, soal):
    satu = list_soal_rilis(kursus.kunci, soal.kunci)[0]
    return reverse("rilis:koreksi_soal", args=[kursus.pk, soal.kunci, satu.versi[0]])


def baca(jawaban) -> str:
    """The page on one line."""
    return " ".join(jawaban.content.decode().split())


def tanda(jawaban) -> str:
    return re.search(r'name="dilihat" value="(\w+)"', jawaban.content.decode())[1]


def test_from_the_release_to_the_log(kantor, dunia):
    soal, _lain, kursus = dunia
    take(dunia, "b", "a", nama="Bu Yati")
    take(dunia, "a", "a", nama="Pak Karso")
    assert reverse("rilis:koreksi", args=[kursus.pk]) in baca(
        kantor.get(reverse("rilis:terbitkan", args=[kursus.pk]))
    )
    url = alamat(kursus, soal)
    assert url in baca(kantor.get(reverse("rilis:koreksi", args=[kursus.pk]), {"q": "salah"}))
    assert url not in baca(kantor.get(reverse("rilis:koreksi", args=[kursus.pk]), {"q": "zzz"}))
    assert url in baca(kantor.get(reverse("rilis:soal", args=[soal.pk])))
    assert reverse("rilis:soal", args=[soal.pk]) in baca(
        kantor.get(reverse("soal:edit", args=[soal.pk]))
    )
    assert "Jawaban lain yang benar" in baca(kantor.get(url))
    lihat = kantor.post(url, ISI)
    halaman = baca(lihat)
    assert "Siapa yang berubah" in halaman and "Nilai yang berubah: 2." in halaman
    assert "Bu Yati</td><td>1</td><td>50%</td><td>100%</td><td>jadi lulus" in halaman
    assert "Pak Karso</td><td>1</td><td>100%</td><td>50%</td><td>kelulusan dipertah" in halaman
    assert not Koreksi.objects.exists()
    for _n in range(2):
        hasil = kantor.post(url, {**ISI, "dilihat": tanda(lihat)})
    koreksi = Koreksi.objects.get()
    assert (koreksi.berubah, koreksi.lulus_baru, koreksi.lulus_dijaga) == (2, 1, 1)
    rincian = reverse("rilis:koreksi_rincian", args=[kursus.pk, koreksi.uuid])
    assert hasil.status_code == 200 or hasil.url == rincian
    assert "Bu Yati</td><td>1</td><td>50%" in baca(kantor.get(rincian))
    assert "Kunci keliru" in baca(kantor.get(reverse("rilis:koreksi_catatan", args=[kursus.pk])))


def test_who_hands_in_meanwhile_shows_before_anything_is_written(kantor, dunia):
    soal, _lain, kursus = dunia
    url = alamat(kursus, soal)
    lama = kantor.post(url, ISI)
    assert "Tidak ada nilai yang berubah" in baca(lama)
    take(dunia, "b", "a")
    lagi = kantor.post(url, {**ISI, "dilihat": tanda(lama)})
    assert "Mohon periksa lagi" in baca(lagi) and not Koreksi.objects.exists()
    assert kantor.post(url, {**ISI, "dilihat": tanda(lagi)}).status_code == 302


def test_what_makes_no_sense_is_told(kantor, dunia):
    soal, lain, kursus = dunia
    take(dunia, "a", "a")
    url = alamat(kursus, soal)
    assert "bernilai 100%" in baca(kantor.post(url, {**ISI, "bobot_1": 0}))
    assert kantor.post(url, {**ISI, "bobot_1": "banyak", "alasan": "x\0y"}).status_code == 200
    gugur = {"cara": "gugur", "alasan": "x", **{f"bobot_{n}": 0 for n in range(3)}}
    kantor.post(url, {**gugur, "dilihat": tanda(kantor.post(url, gugur))})
    assert "tidak punya soal lagi" in baca(kantor.post(alamat(kursus, lain), gugur))
    assert Koreksi.objects.count() == 1


def test_other_courses_are_not_there(client, dunia):
    soal, _lain, kursus = dunia
    user = UserFactory()
    give_peran(user=user, peran=peran.FASILITATOR, dasar="uji")
    anggota = make_anggota(akun=user)
    client.force_login(user)
    semua = [alamat(kursus, soal), reverse("rilis:koreksi", args=[kursus.pk])]
    semua.append(reverse("rilis:koreksi_catatan", args=[kursus.pk]))
    assert {client.get(url).status_code for url in semua} == {404}
    assert client.post(semua[0], ISI).status_code == 404
    assert semua[0] not in baca(client.get(reverse("rilis:soal", args=[soal.pk])))
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=anggota)
    assert {client.get(url).status_code for url in semua} == {200}


def test_another_wording_is_corrected_by_itself(dunia):
    soal, _lain, kursus = dunia
    soal.isi["soal"] = "Siapa yang memutus?"
    save_soal(soal=soal)
    kursus.release()
    soal.isi["pilihan"][0]["bobot"], soal.isi["pilihan"][1]["bobot"] = 0, 10000
    save_soal(soal=soal)
    kursus.release()
    dua = list_soal_rilis(kursus.kunci, soal.kunci)
    assert [(len(s.versi), s.nomor, s.isi["soal"]) for s in dua] == [
        (2, 3, "Siapa yang memutus?"),
        (1, 1, "Salah kunci"),
    ]


def test_the_learner_reads_the_corrected_mark_and_why(kantor, client, dunia):
    soal, _lain, kursus = dunia
    percobaan = take(dunia, "b", "a")
    url = alamat(kursus, soal)
    kantor.post(url, {**ISI, "dilihat": tanda(kantor.post(url, ISI))})
    client.force_login(percobaan.peserta.anggota.akun)
    halaman = baca(client.get(reverse("pelatihan:show_hasil", args=[percobaan.uuid])))
    assert "Soal ini dikoreksi." in halaman and "Alasan: Kunci keliru" in halaman
    assert "Nilai Anda untuk soal ini sekarang 100%" in halaman and "Anda lulus" in halaman
    assert "Tanggapan b" not in halaman and "Tanggapan a" in halaman
    assert halaman.count("Soal ini dikoreksi.") == 1


def test_feedback_at_once_knows_the_correction(kantor, client):
    soal, lain = make_tunggal("Salah kunci"), make_tunggal("Lain")
    kursus = make_kursus(kuis=make_kuis(soal, lain, umpan="langsung"))
    url = alamat(kursus, soal)
    isi = {"cara": "penuh", "alasan": "Soal kabur", **{f"bobot_{n}": 0 for n in range(3)}}
    kantor.post(url, {**isi, "dilihat": tanda(kantor.post(url, isi))})
    peserta = make_peserta(kursus)
    kuis = peserta.rilis.susunan[0]["kuis"]["kunci"]
    percobaan = services.start_percobaan(peserta=peserta, kuis_kunci=kuis)
    client.force_login(peserta.anggota.akun)
    satu = reverse("pelatihan:answer_soal", args=[percobaan.uuid, 1])
    assert "Soal ini dikoreksi." not in baca(client.get(satu))
    jawab(percobaan, soal, pilihan=["c"])
    halaman = baca(client.get(satu))
    assert "Semua peserta mendapat nilai penuh" in halaman and "Soal kabur" in halaman
    assert Jawaban.objects.get().nilai_bp == 0
    assert services.finish_percobaan(percobaan=percobaan).nilai_bp == 5000


JENIS = {
    "angka": (make_angka, {"nilai_1": "3.000", "bobot_1": 10000}, {"teks": "3000"}),
    "ganda": (make_ganda, {"benar_0": "", "benar_2": "on"}, {"pilihan": ["p1", "p2"]}),
    "isian": (make_isian, {"isian_3": "kumpul"}, {"teks": "Kumpul"}),
    "jodoh": (make_jodoh, None, None),
    "urut": (make_urut, {"tempat_0": 2, "tempat_1": 1}, None),
    "rumpang": (
        make_rumpang,
        {"celah_0": "kasir\nbendahara", "celah_1": ["a", "b"], "celah_2": "2\n3"},
        {"celah": {"1": "Bendahara", "2": "b", "3": "3"}},
    ),
}


def fill(form) -> dict:
    """What the page sends when nothing is changed."""
    return {
        nama: bidang.initial
        for nama, bidang in form.fields.items()
        if bidang.initial not in (None, False)
    } | {"cara": "kunci", "alasan": "x"}


@pytest.mark.parametrize("jenis", JENIS)
def test_every_kind_has_fields_that_fit(jenis):
    buat, ubah, jawaban = JENIS[jenis]
    soal = buat()
    kursus = make_kursus(kuis=make_kuis(soal))
    satu = list_soal_rilis(kursus.kunci)[0]
    isi = fill(KoreksiForm(soal=satu))
    sama = KoreksiForm(isi, soal=satu)
    assert sama.is_valid(), sama.errors
    for nama, nilai in sama.cleaned_data["isi"].items():
        if nama != "pengecoh":
            assert nilai == satu.isi[nama]
    if jenis == "jodoh":
        kanan = isi["kanan_0"], isi["kanan_1"]
        ubah = {"kanan_0": kanan[1], "kanan_1": kanan[0]}
        jawaban = {"pasangan": {"k": kanan[1], "s": kanan[0]}}
    if jenis == "urut":
        urut = [u["id"] for u in satu.isi["urutan"]]
        jawaban = {"urutan": [urut[1], urut[0], urut[2]]}
    form = KoreksiForm(isi | ubah, soal=satu)
    assert form.is_valid(), form.errors
    mark = rules.mark_jawaban
    assert mark(soal.jenis, satu.isi, jawaban) < 10000
    assert mark(soal.jenis, satu.isi | form.cleaned_data["isi"], jawaban) == 10000


def test_an_essay_has_no_right_answers_to_give():
    kursus = make_kursus(kuis=make_kuis(make_uraian()))
    form = KoreksiForm({"cara": "kunci", "alasan": "x"}, soal=list_soal_rilis(kursus.kunci)[0])
    assert not form.is_valid() and len(form.fields) == 2


def test_numbers_nobody_can_count_with_are_refused():
    kursus = make_kursus(kuis=make_kuis(make_angka()))
    satu = list_soal_rilis(kursus.kunci)[0]
    isi = fill(KoreksiForm(soal=satu))
    for buruk in ("1e999999", "banyak", "NaN", "--1"):
        assert not KoreksiForm(isi | {"nilai_0": buruk}, soal=satu).is_valid()
    assert Percobaan.objects.count() == 0
