"""Sessions in the office: planned, changed, called off; and topics chosen with what the bank holds."""

from datetime import timedelta

import pytest

from cms.accounts import peran
from cms.core import waktu
from cms.notifikasi.models import Pesan
from pelatihan.kelas.services import cancel_angkatan
from pelatihan.kursus.forms import PilihTopik
from pelatihan.kursus.selectors import list_topik
from pelatihan.models import Pertemuan
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan, make_pertemuan
from tests.factories.pelatihan import make_kuis, make_tunggal

pytestmark = pytest.mark.django_db


@pytest.fixture
def kantor(client):
    client.force_login(UserFactory(peran=[peran.SEKRETARIS]))
    return client


def isian(**ubah) -> dict:
    hari = waktu.hari_ini() + timedelta(days=3)
    isi = {"judul": "Kas harian", "hari": hari.isoformat(), "jam": "09:00", "sampai_jam": "11:00"}
    return {**isi, "tempat": "Balai", "bahan": "", **ubah}


def test_a_session_is_planned_from_the_office(kantor):
    kelas = make_angkatan(nama="Kelas Senin")
    assert "Kelas Senin" in kantor.get("/admin/pertemuan/kelas/").content.decode()
    assert "/admin/pertemuan/kelas/" in kantor.get("/admin/pertemuan/").content.decode()
    alamat = f"/admin/pertemuan/kelas/{kelas.pk}/"
    assert kantor.post(alamat, isian()).status_code == 302
    satu = Pertemuan.objects.get()
    assert (satu.angkatan, satu.judul) == (kelas, "Kas harian")
    assert waktu.ke_wib(satu.mulai).hour == 9


@pytest.mark.parametrize(
    "ubah",
    [{"sampai_jam": "08:00"}, {"hari": "9999-01-01"}, {"judul": ""}, {"judul": "x" * 500}],
)
def test_bad_input_is_said_and_nothing_is_saved(kantor, ubah):
    jawaban = kantor.post(f"/admin/pertemuan/kelas/{make_angkatan().pk}/", isian(**ubah))
    assert jawaban.status_code == 200 and not Pertemuan.objects.exists()


def test_moved_and_called_off_is_told(kantor):
    satu = make_pertemuan()
    join(satu.angkatan)
    alamat = f"/admin/pertemuan/{satu.pk}/"
    assert "Kas harian" in kantor.get(f"{alamat}ubah/").content.decode()
    assert kantor.post(f"{alamat}ubah/", isian(tempat="Rumah Bu Sri")).status_code == 302
    assert kantor.post(f"{alamat}batal/", {"alasan": ""}).status_code == 200
    assert kantor.post(f"{alamat}batal/", {"alasan": "Hujan deras"}).status_code == 302
    satu.refresh_from_db()
    assert (satu.tempat, satu.alasan_batal) == ("Rumah Bu Sri", "Hujan deras")
    isi = Pesan.objects.filter(jenis="kelas_kabar").values_list("isi", flat=True)
    assert any("Rumah Bu Sri" in i for i in isi) and any("Hujan deras" in i for i in isi)
    for apa, data in (("ubah", isian()), ("batal", {"alasan": "Lagi"})):
        jawaban = kantor.post(f"{alamat}{apa}/", data)
        assert jawaban.status_code == 200 and "sudah ditiadakan" in jawaban.content.decode()


def test_a_class_that_is_over_takes_none(kantor):
    kelas = make_angkatan()
    cancel_angkatan(angkatan=kelas, alasan="Sepi")
    jawaban = kantor.post(f"/admin/pertemuan/kelas/{kelas.pk}/", isian())
    assert jawaban.status_code == 200 and not Pertemuan.objects.exists()
    assert kelas.nama not in kantor.get("/admin/pertemuan/kelas/").content.decode()


# -- topics of the bank ------------------------------------------------------------------------------
def test_topics_say_how_many_questions_they_hold():
    make_tunggal("A", topik="kas", kesukaran=1), make_tunggal("B", topik="kas", kesukaran=3)
    make_tunggal("C", topik="rapat", kesukaran=2)
    konsep = make_tunggal("D", topik="kas", kesukaran=2)
    type(konsep).objects.filter(pk=konsep.pk).update(status="konsep")
    assert [(t.topik, t.banyak, t.kesukaran) for t in list_topik()] == [
        ("kas", 2, (1, 0, 1)),
        ("rapat", 1, (0, 1, 0)),
    ]
    isi = PilihTopik().render("topik", "lama")
    assert "kas: 2 soal (mudah 1, sedang 0, sukar 1)" in isi
    assert '<option value="lama" selected>lama: tidak ada soal terbit</option>' in isi


def test_the_quiz_form_offers_topics(kantor):
    make_tunggal("A", topik="kas", kesukaran=1)
    kuis = make_kuis(undian=[("kas", None, 1)])
    isi = kantor.get(f"/admin/kuis/edit/{kuis.pk}/").content.decode()
    assert '<option value="kas" selected>kas: 1 soal' in isi
