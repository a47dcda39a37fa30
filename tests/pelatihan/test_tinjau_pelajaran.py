"""Lessons whose law and fees grow old wait for a maker from their day of review on."""

from datetime import date

import pytest
from wagtail.models import Page

from cms.core import waktu
from cms.core.tugas import list_tugas
from cms.core.tulisan import format_tanggal
from cms.notifikasi.models import Pesan
from pelatihan.models import KursusIndexPage, PelajaranPage
from pelatihan.muat import services
from pelatihan.muat.ingat import remind_tinjau
from tests.factories.aset import make_orang

pytestmark = pytest.mark.django_db
LABEL = "Label yang lengkap dan jujur"


@pytest.fixture
def pelajaran():
    akar = Page.objects.get(depth=2)
    akar.add_child(instance=KursusIndexPage(title="Belajar", slug="pelatihan"))
    services.load_kursus("pengembangan-ekonomi-kreatif")
    PelajaranPage.objects.exclude(title=LABEL).update(tinjau_pada=None)
    return PelajaranPage.objects.get(title=LABEL)


def list_judul(user, hari: date) -> list[str]:
    with waktu.pada(hari):
        return [satu.judul for satu in list_tugas(user)]


def test_waits_for_makers_from_that_day_on(pelajaran):
    hari = pelajaran.tinjau_pada
    fasilitator, upl = make_orang("fasilitator"), make_orang("upl")
    assert list_judul(fasilitator, hari.replace(day=hari.day - 1)) == []
    assert list_judul(fasilitator, hari) == [f"Pelajaran perlu ditinjau: {LABEL}"]
    assert list_judul(upl, hari) == []
    with waktu.pada(hari):
        tugas = list_tugas(fasilitator)[0]
    assert tugas.url == f"/admin/pages/{pelajaran.pk}/edit/"
    assert format_tanggal(pelajaran.per_tanggal) in tugas.keterangan
    assert tugas.sejak and tugas.sejak.date() == hari


def test_is_done_when_a_new_day_is_set_or_the_page_is_gone(pelajaran):
    fasilitator, hari = make_orang("fasilitator"), pelajaran.tinjau_pada
    pelajaran.tinjau_pada = hari.replace(year=hari.year + 1)
    pelajaran.save_revision().publish()
    assert list_judul(fasilitator, hari) == []
    pelajaran.tinjau_pada = hari
    pelajaran.save_revision().publish()
    assert len(list_judul(fasilitator, hari)) == 1
    pelajaran.unpublish()
    assert list_judul(fasilitator, hari) == []


def test_a_changed_day_of_review_counts_as_edited(pelajaran):
    pelajaran.tinjau_pada = date(2030, 1, 1)
    pelajaran.save_revision()
    services.Muatan.objects.filter(objek_kunci=pelajaran.kunci).update(sidik_berkas="berkas lama")
    hasil = [satu.hasil for satu in services.load_kursus("pengembangan-ekonomi-kreatif")]
    assert services.DIBIARKAN in hasil and services.DIPERBARUI not in hasil


def test_makers_get_one_message_for_the_day_however_often_it_runs(pelajaran):
    fasilitator, upl = make_orang("fasilitator"), make_orang("upl")
    with waktu.pada(pelajaran.tinjau_pada.replace(day=pelajaran.tinjau_pada.day - 1)):
        assert remind_tinjau() == 0 and not Pesan.objects.filter(jenis="tinjau_pelajaran").exists()
    with waktu.pada(pelajaran.tinjau_pada):
        assert [remind_tinjau() for _n in range(2)] == [1, 1]
    pesan = Pesan.objects.filter(jenis="tinjau_pelajaran")
    assert set(pesan.values_list("penerima_user", flat=True)) == {fasilitator.pk}
    assert pesan.values("saluran").distinct().count() == pesan.count()
    assert LABEL in pesan[0].isi and upl.pk not in pesan.values_list("penerima_user", flat=True)


def test_the_lesson_says_of_which_day_its_facts_are(pelajaran, client):
    isi = client.get(pelajaran.url).content.decode()
    kata = f"Keadaan per {format_tanggal(pelajaran.per_tanggal)}"
    assert kata in isi and isi.index(kata) < isi.index('<details class="jarak"><summary>Sumber')
