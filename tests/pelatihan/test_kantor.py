"""The office: questions by fields, quizzes in order, learners listed and exported."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from cms.accounts import peran
from pelatihan.belajar.services import finish_pelajaran
from pelatihan.kursus.blocks import list_gambar
from pelatihan.kursus.rules import find_faults
from pelatihan.kursus.services import save_soal
from pelatihan.models import Kuis, Pengampu, Peserta, Rilis, Soal
from pelatihan.penilaian.services import finish_percobaan, start_percobaan
from pelatihan.peserta.services import assign_pengampu, end_pengampu
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import (
    make_anggota,
    make_angka,
    make_ganda,
    make_isian,
    make_jodoh,
    make_keterangan,
    make_kuis,
    make_kursus,
    make_peserta,
    make_rumpang,
    make_tunggal,
    make_uraian,
    make_urut,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def fasilitator():
    return make_anggota(nama="Bu Fasilitator", akun=UserFactory(peran=[peran.FASILITATOR]))


@pytest.fixture
def kantor(client, fasilitator):
    client.force_login(fasilitator.akun)
    return client


def soal_isian(**ubah) -> dict:
    isi = {"judul": "Kas", "jenis": "pilihan-tunggal", "topik": "kas", "kesukaran": 2}
    isi |= {"status": "terbit", "soal": "Siapa memegang kas?", "bacaan": "", "umpan_balik": ""}
    isi |= {"pilihan_1": "Kasir", "benar_1": "on", "umpan_1": "Tepat.", "pilihan_2": "Siapa saja"}
    return isi | ubah


def test_a_question_is_written_in_fields(kantor):
    assert kantor.get(reverse("soal:add")).status_code == 200
    assert kantor.post(reverse("soal:add"), soal_isian()).status_code == 302
    soal = Soal.objects.get()
    assert [(p["teks"], p["bobot"]) for p in soal.isi["pilihan"]] == [
        ("Kasir", 10000),
        ("Siapa saja", 0),
    ]
    halaman = kantor.get(reverse("soal:edit", args=[soal.pk])).content.decode()
    assert 'value="Kasir"' in halaman and "&quot;bobot&quot;" not in halaman


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"benar_1": ""}, "Tandai jawaban yang benar"),
        ({"benar_2": "on"}, "Tandai jawaban yang benar"),
        ({"pilihan_2": ""}, "sedikitnya dua"),
        ({"jenis": "angka", "nilai": "tiga"}, "tidak terbaca"),
        ({"jenis": "angka", "nilai": "3", "toleransi": "-1"}, "tidak terbaca"),
        ({"jenis": "essay"}, "essay"),
    ],
)
def test_an_incomplete_question_comes_back_with_words(kantor, ubah, pesan):
    jawaban = kantor.post(reverse("soal:add"), soal_isian(**ubah))
    assert jawaban.status_code == 200
    assert pesan in jawaban.content.decode()
    assert not Soal.objects.exists()


SEMUA_JENIS = [make_tunggal, make_ganda, make_angka, make_isian, make_jodoh, make_urut]
SEMUA_JENIS += [make_rumpang, make_uraian, make_keterangan]


@pytest.mark.parametrize("buat", SEMUA_JENIS)
def test_saving_a_question_unchanged_changes_nothing(kantor, buat):
    soal = buat()
    soal.isi |= {"petunjuk": ["Baca lagi."]}
    soal.isi |= {"gambar": {"bawaan": list_gambar()[0][0], "alt": "Buku kas"}}
    if "pilihan" in soal.isi:
        soal.isi["pilihan"] = [p | {"id": f"p{n}"} for n, p in enumerate(soal.isi["pilihan"], 1)]
    save_soal(soal=soal)
    url = reverse("soal:edit", args=[soal.pk])
    form = kantor.get(url).context["form"]
    isi = {nama: form[nama].value() for nama in form.fields}
    isi = {nama: nilai for nama, nilai in isi.items() if nilai not in (None, False)}
    assert kantor.post(url, isi).status_code == 302
    baru = Soal.objects.get(pk=soal.pk).isi
    assert {k: v for k, v in baru.items() if k != "rumpang"} == {
        k: v for k, v in soal.isi.items() if k != "rumpang"
    }
    assert baru.get("rumpang") == soal.isi.get("rumpang")


ISIAN_JENIS = {
    "isian-singkat": {"isian_1": "rembug", "isian_2": "rapat", "isian_bobot_2": 5000},
    "menjodohkan": {"kiri_1": "Kasir", "kanan_1": "uang", "kiri_2": "Ketua", "kanan_2": "rapat"},
    "mengurutkan": {"urutan": "Undang\r\n\r\nBahas\r\nCatat"},
    "rumpang": {
        "teks_rumpang": "Kas dipegang [[1]] dan [[2]].",
        "celah_jenis_1": "isian",
        "celah_benar_1": "kasir\nbendahara",
        "celah_jenis_2": "pilihan",
        "celah_benar_2": "berdua",
        "celah_salah_2": "sendiri",
        "celah_bobot_2": 2,
    },
    "uraian": {"kriteria_1": "Menyebut alasan", "poin_1": 3, "contoh_jawaban": "Supaya jujur."},
    "keterangan": {"bacaan": "Bu Yati memegang kas."},
}


@pytest.mark.parametrize("jenis", ISIAN_JENIS)
def test_every_kind_is_written_in_fields_and_previewed(kantor, jenis):
    jawaban = kantor.post(reverse("soal:add"), soal_isian(jenis=jenis, **ISIAN_JENIS[jenis]))
    assert jawaban.status_code == 302
    soal = Soal.objects.get()
    assert find_faults(jenis, soal.isi) == []
    lihat = kantor.get(reverse("soal:preview", args=[soal.pk])).content.decode()
    assert "Siapa memegang kas?" in lihat
    tanda = {"rumpang": "bendahara", "mengurutkan": "Bahas", "uraian": "Menyebut alasan"}
    assert tanda.get(jenis, "") in lihat


@pytest.mark.parametrize(
    ("jenis", "isi", "pesan"),
    [
        ("isian-singkat", {"isian_1": "*"}, "bintang"),
        ("menjodohkan", {"kiri_1": "Kasir"}, "sedikitnya dua baris"),
        ("mengurutkan", {"urutan": "a\na"}, "sama"),
        ("rumpang", {"teks_rumpang": "Tanpa celah", "celah_benar_1": "x"}, "[[1]]"),
        ("uraian", {"kriteria_1": "Alasan"}, "poin"),
        ("keterangan", {"gambar_bawaan": "GAMBAR"}, "gambar"),
    ],
)
def test_what_is_missing_is_said_by_kind(kantor, jenis, isi, pesan):
    isi = {k: list_gambar()[0][0] if v == "GAMBAR" else v for k, v in isi.items()}
    jawaban = kantor.post(reverse("soal:add"), soal_isian(jenis=jenis, **isi))
    assert jawaban.status_code == 200 and pesan in jawaban.content.decode()
    assert not Soal.objects.exists()


def test_quiz_keeps_order_and_rules_of_the_screen_and_releases_nothing(kantor):
    satu, dua = make_tunggal("Satu"), make_tunggal("Dua")
    kuis = make_kuis(satu, dua)
    make_kursus(kuis=kuis)
    url = reverse("kuis:edit", args=[kuis.pk])
    assert kantor.get(url).status_code == 200
    butir = list(kuis.butir.all())
    isi = {"judul": "Kuis kas", "lulus_persen": 80, "status": "terbit", "pengantar": ""}
    isi |= {"butir-TOTAL_FORMS": 2, "butir-INITIAL_FORMS": 2, "butir-MIN_NUM_FORMS": 0}
    for nomor, (baris, urut) in enumerate(zip(butir, (2, 1), strict=True)):
        isi |= {f"butir-{nomor}-id": baris.pk, f"butir-{nomor}-soal": baris.soal_id}
        isi |= {f"butir-{nomor}-bobot": 1, f"butir-{nomor}-ORDER": urut}
    isi |= {"undian-TOTAL_FORMS": 1, "undian-INITIAL_FORMS": 0, "undian-MIN_NUM_FORMS": 0}
    isi |= {"undian-0-topik": "kas", "undian-0-kesukaran": "", "undian-0-banyak": 2}
    isi |= {"toleransi_detik": 60, "percobaan_maks": 3, "cara_nilai": "rata", "batas_menit": 20}
    isi |= {"umpan": "tanggal"}
    make_tunggal("Undian 1", topik="kas")
    assert "umpan_tanggal" in kantor.post(url, isi).context["form"].errors
    isi |= {"umpan_tanggal": "2026-12-01"}
    assert "topik “kas”" in kantor.post(url, isi).content.decode()
    make_tunggal("Undian 2", topik="kas")
    assert kantor.post(url, isi).status_code == 302
    kuis = Kuis.objects.get()
    assert (kuis.batas_menit, kuis.percobaan_maks, kuis.cara_nilai) == (20, 3, "rata")
    assert [(u.topik, u.kesukaran, u.banyak) for u in kuis.undian.all()] == [("kas", None, 2)]
    assert [b.soal.judul for b in kuis.butir.all()] == ["Dua", "Satu"]
    assert kuis.lulus_bp == 8000
    assert Rilis.objects.get().susunan[0]["kuis"]["lulus_bp"] == 7000


def test_preview_shows_what_is_right(kantor):
    kuis = make_kuis(make_tunggal(), make_angka())
    halaman = kantor.get(reverse("kuis:preview", args=[kuis.pk])).content.decode()
    assert "Pilihan a" in halaman and "2950000" in halaman


def test_facilitator_sees_and_exports_only_own_courses(kantor, fasilitator):
    orang = make_anggota(nama="Orang Kursus Lain")
    milik, lain = make_peserta(), make_peserta(make_kursus(judul="Kursus lain"), orang)
    pengampu = assign_pengampu(kursus_kunci=milik.kursus_kunci, anggota=fasilitator)
    percobaan = start_percobaan(peserta=milik, kuis_kunci=milik.rilis.susunan[0]["kuis"]["kunci"])
    finish_percobaan(percobaan=percobaan)
    pelajaran = milik.rilis.susunan[0]["pelajaran"][0]["kunci"]
    finish_pelajaran(peserta=milik, pelajaran_kunci=pelajaran)
    halaman = kantor.get(reverse("peserta:index")).content.decode()
    assert "1 / 3" in halaman and orang.nama not in halaman
    rincian = kantor.get(reverse("peserta:inspect", args=[milik.pk])).content.decode()
    assert reverse("pelatihan:show_hasil", args=[percobaan.uuid]) in rincian
    tertutup = kantor.get(reverse("peserta:inspect", args=[lain.pk]))
    assert tertutup.status_code in (302, 403, 404)
    xlsx = kantor.get(reverse("peserta:index"), {"export": "xlsx"})
    lembar = load_workbook(BytesIO(b"".join(xlsx.streaming_content))).active
    assert lembar.max_row == 2 and lembar.cell(2, 1).value == milik.anggota.nama
    end_pengampu(pengampu=pengampu, sampai=pengampu.dari)
    assert kantor.get(reverse("peserta:index")).status_code == 200


def test_facilitator_enrols_into_own_courses_only(kantor, fasilitator):
    kursus, lain = make_kursus(), make_kursus(judul="Kursus lain")
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=fasilitator)
    warga = make_anggota(nama="Pak Warga")
    url = reverse("peserta:add")
    tolak = kantor.post(url, {"anggota": warga.pk, "kursus": lain.pk})
    assert "bukan pengampu" in tolak.content.decode()
    assert kantor.post(url, {"anggota": warga.pk, "kursus": kursus.pk}).status_code == 302
    assert Peserta.objects.get().didaftarkan_oleh == fasilitator.akun


def test_coordinator_names_a_facilitator(client, fasilitator):
    kursus = make_kursus()
    client.force_login(UserFactory(peran=[peran.KOORDINATOR]))
    isi = {"kursus": kursus.pk, "anggota": fasilitator.pk, "dari": "2026-01-05"}
    assert client.post(reverse("pengampu:add"), isi).status_code == 302
    pengampu = Pengampu.objects.get()
    assert "Kas yang rapi" in client.get(reverse("pengampu:index")).content.decode()
    url = reverse("pengampu:edit", args=[pengampu.pk])
    assert client.post(url, {"sampai": "2026-02-01"}).status_code == 302
    pengampu.refresh_from_db()
    assert str(pengampu.sampai) == "2026-02-01"


def test_list_of_learners_does_not_grow_in_queries(kantor, fasilitator, django_assert_num_queries):
    kursus = make_kursus(kuis=make_kuis())
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=fasilitator)
    make_peserta(kursus)
    url = reverse("peserta:index")
    kantor.get(url)
    with CaptureQueriesContext(connection) as sedikit:
        kantor.get(url)
    for nomor in range(5):
        make_peserta(kursus, make_anggota(nama=f"Warga {nomor}"))
    with django_assert_num_queries(len(sedikit)):
        kantor.get(url)
