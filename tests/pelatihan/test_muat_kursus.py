"""Loading the courses: complete, repeatable, and careful with what a person edited."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from pelatihan.kursus.rules import find_faults
from pelatihan.kursus.selectors import get_isi, list_langkah
from pelatihan.models import (
    BagianPage,
    Kuis,
    KursusIndexPage,
    KursusPage,
    PelajaranPage,
    Rilis,
    Soal,
)
from pelatihan.muat import services

pytestmark = pytest.mark.django_db
MUTU = "manajemen-mutu-organisasi"


@pytest.fixture
def indeks():
    return Page.get_first_root_node().add_child(
        instance=KursusIndexPage(title="Belajar", slug="pelatihan")
    )


def count(laporan) -> dict[str, int]:
    hasil = [satu.hasil for satu in laporan]
    return {h: hasil.count(h) for h in set(hasil)}


def test_loads_both_courses_completely(indeks, capsys):
    call_command("muat_kursus")
    assert KursusPage.objects.live().count() == 2
    assert BagianPage.objects.live().count() == 18
    assert Rilis.objects.count() == 2
    assert "manajemen-mutu-organisasi: " in capsys.readouterr().out
    for soal in Soal.objects.all():
        assert find_faults(soal.jenis, soal.isi) == [], soal.judul
    for kuis in Kuis.objects.exclude(judul__startswith="Tes "):
        assert kuis.butir.count() >= 8 and kuis.bagian.count() == 1
    akhir = [
        (s.isi["tugas"]["penuh"], rilis.susunan[-1]["kunci"] == s.bagian)
        for rilis in Rilis.objects.order_by("judul")
        for s in list_langkah(rilis)
        if s.cara == "tugas"
    ]
    assert akhir == [(100, True), (100, True)]


def test_a_course_gets_three_parallel_tests_from_one_bank(indeks):
    services.load_kursus(MUTU)
    tes = Rilis.objects.get().aturan["tes"]
    assert list(tes) == ["awal", "akhir", "lanjutan"]
    isi = {kapan: get_isi(satu["sidik"]) for kapan, satu in tes.items()}
    topik = [[soal["topik"] for soal in satu["soal"]] for satu in isi.values()]
    assert topik[0] == topik[1] == topik[2] and len(set(topik[0])) == 20
    kunci = [{soal["kunci"] for soal in satu["soal"]} for satu in isi.values()]
    assert len(set.union(*kunci)) == 60
    assert {satu["percobaan_maks"] for satu in isi.values()} == {1}
    assert Soal.objects.filter(bank="tes-manajemen-mutu").count() == 60


def test_lesson_is_made_of_the_right_blocks(indeks):
    services.load_kursus(MUTU)
    pelajaran = PelajaranPage.objects.get(title="BKM itu milik siapa?")
    jenis = [blok.block_type for blok in pelajaran.isi]
    assert jenis[0] == "tujuan"
    assert {"teks", "sorot", "gambar", "latihan", "catatan"} <= set(jenis)
    latihan = next(b for b in pelajaran.isi if b.block_type == "latihan")
    assert "8 RT" in str(latihan.value["teks"])
    assert "32 utusan" in str(latihan.value["jawaban"])
    html = pelajaran.isi.render_as_block()
    assert "Suara naik dari RT" in html and "[!" not in html


def test_again_changes_nothing(indeks):
    services.load_kursus(MUTU)
    laporan = services.load_kursus(MUTU)
    assert set(count(laporan)) == {services.SAMA}
    assert Rilis.objects.count() == 1


@pytest.mark.parametrize("terbit", [True, False])
def test_never_overwrites_an_edited_page_not_even_a_draft(indeks, terbit):
    services.load_kursus(MUTU)
    pelajaran = PelajaranPage.objects.first()
    pelajaran.title = "Judul kami sendiri"
    revisi = pelajaran.save_revision()
    if terbit:
        revisi.publish()
    pakai = services.Muatan.objects.filter(objek_kunci=pelajaran.kunci)
    pakai.update(sidik_berkas="berkas lama")
    assert count(services.load_kursus(MUTU))[services.DIBIARKAN] == 1
    pelajaran.refresh_from_db()
    assert pelajaran.get_latest_revision_as_object().title == "Judul kami sendiri"


def test_untouched_page_follows_its_file(indeks):
    services.load_kursus(MUTU)
    pelajaran = PelajaranPage.objects.first()
    services.Muatan.objects.filter(objek_kunci=pelajaran.kunci).update(sidik_berkas="berkas lama")
    assert count(services.load_kursus(MUTU))[services.DIPERBARUI] == 1


def test_edited_question_and_deleted_page_stay(indeks):
    services.load_kursus(MUTU)
    Soal.objects.filter(judul="Keputusan koordinator").update(topik="topik kami")
    PelajaranPage.objects.first().delete()
    hasil = count(services.load_kursus(MUTU))
    assert hasil[services.DIBIARKAN] == 2
    assert PelajaranPage.objects.filter(title="BKM itu milik siapa?").count() == 0


def test_says_what_is_missing(indeks):
    with pytest.raises(CommandError, match="tidak ada"):
        call_command("muat_kursus", "menjahit")
    indeks.delete()
    with pytest.raises(CommandError, match="pasang"):
        call_command("muat_kursus")
