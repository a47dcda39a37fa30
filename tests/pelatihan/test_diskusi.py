"""Questions under a lesson: asked, answered, told, pinned, hidden, corrected, closed, erased."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from cms.accounts import peran
from cms.core import waktu
from cms.core.jejak.models import Jejak
from cms.core.kiriman.services import KirimanBerbeda
from cms.core.tugas import list_tugas
from cms.komunitas.services import merge_anggota
from cms.notifikasi.models import Pesan
from pelatihan.diskusi import permissions, services
from pelatihan.diskusi.milik import list_milik, show_milik
from pelatihan.diskusi.selectors import get_ruang, get_utas
from pelatihan.models import Diskusi, LaporanTulisan, TulisanDiskusi, VersiTulisan
from pelatihan.peserta.services import assign_pengampu, leave_peserta
from tests.factories.accounts import UserFactory
from tests.factories.diskusi import get_pelajaran, jawab, tanya
from tests.factories.kelas import join, make_angkatan
from tests.factories.pelatihan import make_anggota, make_kursus, make_peserta
from tests.factories.tugas import make_fasilitator
from tests.serentak import run_together

pytestmark = pytest.mark.django_db


@pytest.fixture
def kursus():
    return make_kursus(judul=f"Kursus {uuid4()}")


@pytest.fixture
def peserta(kursus):
    return make_peserta(kursus)


@pytest.fixture
def teman(kursus):
    return make_peserta(kursus, make_anggota(nama="Wiji Asri"))


@pytest.fixture
def fasilitator(kursus):
    return make_fasilitator(kursus.kunci)


def list_kabar(jenis: str) -> list[tuple[str, int]]:
    semua = Pesan.objects.filter(jenis=jenis, saluran="kotak").order_by("pk")
    return list(semua.values_list("isi", "penerima_user"))


def get_tampak(peserta, **isi):
    return get_ruang(peserta, get_pelajaran(peserta), peserta.anggota.akun, **isi)


# -- asking and answering ----------------------------------------------------------------------------
def test_question_is_seen_by_learners_of_the_course_with_its_answers(peserta, teman, fasilitator):
    satu = tanya(peserta)
    jawab(satu, teman, "Menurut saya supaya aman.")
    jawab(satu, fasilitator)
    [utas] = get_tampak(teman).daftar
    assert (utas.tanya.nama, utas.banyak, utas.terjawab) == ("Sri Hartini", 2, True)
    assert [(j.nama, j.guru) for j in utas.jawaban] == [
        ("Wiji Asri", False),
        ("Bu Fasilitator", True),
    ]
    assert get_tampak(make_peserta()).daftar == ()


def test_same_key_and_same_words_are_one_question(peserta):
    kunci = uuid4()
    satu = tanya(peserta, kunci=kunci)
    assert tanya(peserta, kunci=kunci) == satu
    assert tanya(peserta) == satu, "another tab with the same words"
    with pytest.raises(KirimanBerbeda):
        tanya(peserta, "Lain.", kunci=kunci)
    with waktu.pada(waktu.sekarang() + timedelta(minutes=11)):
        assert tanya(peserta) != satu
    assert TulisanDiskusi.objects.count() == 2
    assert Jejak.objects.filter(tindakan="ask_tanya").count() == 2


def test_same_answer_is_one_but_anothers_is_another(peserta, teman, fasilitator):
    satu = tanya(peserta)
    assert jawab(satu, teman, "Ya.") == jawab(satu, teman, " Ya. ")
    assert jawab(satu, fasilitator, "Ya.") != jawab(satu, teman, "Ya.")


@pytest.mark.parametrize("teks", ["", " \n\t ", "\u200b\u202e", "\0", "a" * 2001])
def test_nothing_and_too_much_are_refused(peserta, teks):
    with pytest.raises(services.TulisanTidakSah):
        tanya(peserta, teks)
    assert not TulisanDiskusi.objects.exists() and not Diskusi.objects.exists()


def test_lesson_of_another_course_is_not_there(peserta):
    lain = make_peserta(make_kursus(judul="Kursus lain"))
    with pytest.raises(services.PelajaranTidakAda):
        tanya(peserta, pelajaran_kunci=get_pelajaran(lain))
    assert not Diskusi.objects.exists()


def test_too_many_questions_in_an_hour_wait(peserta):
    for n in range(10):
        tanya(peserta, f"Pertanyaan {n}?")
    with pytest.raises(services.TerlaluSering):
        tanya(peserta, "Satu lagi?")
    assert TulisanDiskusi.objects.count() == 10
    with waktu.pada(waktu.sekarang() + timedelta(hours=1, minutes=1)):
        tanya(peserta, "Satu lagi?")


# -- told --------------------------------------------------------------------------------------------
def test_facilitator_gets_one_letter_and_one_next_morning(peserta, teman, fasilitator):
    for n in range(8):
        tanya(peserta, f"Pertanyaan {n}?")
        tanya(teman, f"Pertanyaan {n} lagi?")
    isi = list_kabar("diskusi_tanya")
    assert [akun for _isi, akun in isi] == [fasilitator.pk] * 2
    assert "Sri Hartini bertanya" in isi[0][0] and "Kemarin masih ada" in isi[1][0]
    besok = Pesan.objects.filter(jenis="diskusi_tanya", saluran="kotak").first()
    assert waktu.ke_wib(besok.tidak_sebelum).hour == 7 and besok.tidak_sebelum > waktu.sekarang()


def test_facilitator_of_the_class_is_told_and_nobody_of_another(kursus, fasilitator):
    kelas = make_angkatan(kursus)
    bu = make_anggota(nama="Bu Kelas", akun=UserFactory(peran=[peran.FASILITATOR]))
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=bu, angkatan=kelas)
    lain = make_anggota(nama="Bu Lain", akun=UserFactory(peran=[peran.FASILITATOR]))
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=lain, angkatan=make_angkatan(kursus))
    satu = tanya(join(kelas))
    assert {akun for _i, akun in list_kabar("diskusi_tanya")} == {fasilitator.pk, bu.akun_id}
    assert permissions.visible_to(bu.akun).get() == satu
    assert not permissions.visible_to(lain.akun).exists()


def test_without_facilitator_the_office_is_told(peserta):
    kantor = UserFactory(peran=[peran.KOORDINATOR])
    tanya(peserta)
    [(isi, akun)] = list_kabar("diskusi_tanya")
    assert akun == kantor.pk and "tunjuk" in isi


def test_facilitator_who_learns_is_not_told_of_the_own_question(kursus, fasilitator):
    tanya(make_peserta(kursus, fasilitator.anggota))
    assert not list_kabar("diskusi_tanya")


def test_asker_is_told_but_never_of_the_own_answer(peserta, teman, fasilitator):
    satu = tanya(peserta)
    jawab(satu, peserta, "Saya tambahkan.")
    assert not list_kabar("diskusi_jawab")
    for n in range(3):
        jawab(satu, teman, f"Menurut saya {n}.")
    jawab(satu, fasilitator, "Satu.")
    jawab(satu, fasilitator, "Dua.")
    isi = list_kabar("diskusi_jawab")
    assert len(isi) == 3 and {akun for _i, akun in isi} == {peserta.anggota.akun_id}
    tautan = Pesan.objects.filter(jenis="diskusi_jawab").first().tautan
    assert tautan.endswith(f"?tanya={satu.uuid}#tanya-{satu.uuid}")
    assert f"/belajar/{peserta.uuid}/pelajaran/{get_pelajaran(peserta)}/" in tautan


def test_who_left_is_not_told(peserta, fasilitator):
    satu = tanya(peserta)
    leave_peserta(peserta=peserta, alasan="pindah")
    jawab(satu, fasilitator)
    assert not list_kabar("diskusi_jawab")


def test_questions_wait_among_the_tasks_until_answered(peserta, teman, fasilitator):
    satu = tanya(peserta)
    jawab(satu, teman)
    assert "1 pertanyaan menunggu" in [t.judul for t in list_tugas(fasilitator)]
    jawab(satu, fasilitator)
    assert "1 pertanyaan menunggu" not in [t.judul for t in list_tugas(fasilitator)]
    dua = tanya(peserta, "Dan kalau sendirian?")
    services.pin_jawaban(jawaban=jawab(dua, teman, "Panggil teman."), actor=fasilitator)
    assert "1 pertanyaan menunggu" not in [t.judul for t in list_tugas(fasilitator)]


# -- the good answer ---------------------------------------------------------------------------------
def test_pinned_answer_stands_first_and_is_one(peserta, teman, fasilitator):
    satu = tanya(peserta)
    lama, baru = jawab(satu, teman, "Pertama."), jawab(satu, teman, "Kedua.")
    services.pin_jawaban(jawaban=lama, actor=fasilitator)
    services.pin_jawaban(jawaban=baru, actor=fasilitator)
    services.pin_jawaban(jawaban=baru, actor=fasilitator)
    [utas] = get_tampak(peserta).daftar
    assert [(j.teks, j.disematkan) for j in utas.jawaban] == [("Kedua.", True), ("Pertama.", False)]
    jejak = Jejak.objects.filter(tindakan="pin_jawaban").order_by("pk")
    assert jejak.count() == 2 and jejak[1].sebelum == {"disematkan": str(lama.uuid)}
    for _kali in range(2):
        services.unpin_jawaban(jawaban=baru, actor=fasilitator)
    assert not get_tampak(peserta).daftar[0].terjawab
    assert Jejak.objects.filter(tindakan="unpin_jawaban").count() == 1


def test_what_is_not_pinned(kursus, peserta, teman, fasilitator):
    satu = tanya(peserta)
    with pytest.raises(services.BukanJawaban):
        services.pin_jawaban(jawaban=satu, actor=fasilitator)
    sendiri = jawab(satu, make_peserta(kursus, fasilitator.anggota), "Jawaban saya.")
    with pytest.raises(services.TulisanSendiri):
        services.pin_jawaban(jawaban=sendiri, actor=fasilitator)
    ditarik = services.withdraw_tulisan(tulisan=jawab(satu, teman), actor=teman.anggota.akun)
    with pytest.raises(services.TulisanTertutup):
        services.pin_jawaban(jawaban=ditarik, actor=fasilitator)
    tersisa = jawab(satu, teman, "Lain.")
    services.hide_tulisan(tulisan=satu, alasan="Kasar", actor=fasilitator)
    with pytest.raises(services.TulisanTertutup):
        services.pin_jawaban(jawaban=tersisa, actor=fasilitator)


def test_pin_goes_with_what_is_hidden_or_withdrawn(peserta, teman, fasilitator):
    satu = tanya(peserta)
    for akhir in ("hide", "withdraw"):
        jawaban = services.pin_jawaban(jawaban=jawab(satu, teman, akhir), actor=fasilitator)
        if akhir == "hide":
            services.hide_tulisan(tulisan=jawaban, alasan="Iklan", actor=fasilitator)
        else:
            services.withdraw_tulisan(tulisan=jawaban, actor=teman.anggota.akun)
        jawaban.refresh_from_db()
        assert jawaban.disematkan_pada is None and jawaban.disematkan_oleh is None


# -- hidden, reported, closed ------------------------------------------------------------------------
def test_hidden_is_for_the_author_and_the_facilitator_only(peserta, teman, fasilitator):
    satu = tanya(peserta)
    kasar = jawab(satu, teman, "Bodoh.")
    services.hide_tulisan(tulisan=kasar, alasan=" Menyinggung. ", actor=fasilitator)
    assert get_tampak(peserta).daftar[0].banyak == 0
    [tampak] = get_tampak(teman).daftar[0].jawaban
    assert (tampak.disembunyikan, tampak.alasan) == (True, "Menyinggung.")
    [(isi, akun)] = list_kabar("diskusi_sembunyi")
    assert akun == teman.anggota.akun_id and "Menyinggung." in isi
    services.show_tulisan(tulisan=kasar, actor=fasilitator)
    assert get_tampak(peserta).daftar[0].banyak == 1
    assert len(list_kabar("diskusi_sembunyi")) == 2
    assert "Menyinggung" not in str(list(Jejak.objects.values_list("sebelum", "sesudah")))


def test_hidden_question_takes_its_answers_along(peserta, teman, fasilitator):
    satu = tanya(peserta)
    jawab(satu, teman)
    services.hide_tulisan(tulisan=satu, alasan="Urusan pribadi", actor=fasilitator)
    assert get_tampak(teman).daftar == () and get_tampak(teman).banyak == 0
    assert get_tampak(peserta).daftar[0].tanya.alasan == "Urusan pribadi"
    with pytest.raises(services.TulisanTertutup):
        jawab(satu, teman, "Lagi.")
    with pytest.raises(services.TulisanTertutup):
        services.correct_tulisan(tulisan=satu, teks="Halus.", actor=peserta.anggota.akun)


def test_nobody_hides_shows_or_reports_the_own_words(kursus, peserta, fasilitator):
    ikut = make_peserta(kursus, fasilitator.anggota)
    sendiri = tanya(ikut)
    for kerja in (
        lambda: services.hide_tulisan(tulisan=sendiri, alasan="a", actor=fasilitator),
        lambda: services.show_tulisan(tulisan=sendiri, actor=fasilitator),
        lambda: services.report_tulisan(tulisan=sendiri, alasan="a", actor=fasilitator),
        lambda: services.dismiss_laporan(tulisan=sendiri, actor=fasilitator),
    ):
        with pytest.raises(services.TulisanSendiri):
            kerja()
    assert not permissions.visible_tulisan(fasilitator).exists()


@pytest.mark.parametrize("alasan", ["", "  \n", "\u200b", "a" * 301])
def test_a_reason_is_asked_for(peserta, fasilitator, alasan):
    satu = tanya(peserta)
    for kerja in (services.hide_tulisan, services.report_tulisan):
        with pytest.raises(services.PerluAlasan):
            kerja(tulisan=satu, alasan=alasan, actor=fasilitator)
    with pytest.raises(services.PerluAlasan):
        services.lock_diskusi(diskusi=satu.diskusi, alasan=alasan, actor=fasilitator)


def test_report_waits_until_somebody_has_looked(peserta, teman, fasilitator):
    satu = tanya(peserta)
    for _kali in range(2):
        services.report_tulisan(tulisan=satu, alasan="Iklan", actor=teman.anggota.akun)
    assert LaporanTulisan.objects.count() == 1 and len(list_kabar("diskusi_laporan")) == 1
    assert "1 tulisan dilaporkan" in [t.judul for t in list_tugas(fasilitator)]
    jawaban = TulisanDiskusi.objects.none()
    utas = get_utas(satu, jawaban, fasilitator, jaga=True)
    assert utas.tanya.laporan == ("Iklan",) and utas.tanya.boleh_jaga
    assert get_utas(satu, jawaban, teman.anggota.akun).tanya.laporan == ()
    assert services.dismiss_laporan(tulisan=satu, actor=fasilitator) == 1
    assert services.dismiss_laporan(tulisan=satu, actor=fasilitator) == 0
    assert "1 tulisan dilaporkan" not in [t.judul for t in list_tugas(fasilitator)]


def test_report_of_the_facilitators_words_goes_to_somebody_else(peserta, teman, fasilitator):
    koordinator = UserFactory(peran=[peran.KOORDINATOR])
    baris = jawab(tanya(peserta), fasilitator)
    services.report_tulisan(tulisan=baris, alasan="Salah", actor=teman.anggota.akun)
    assert [akun for _isi, akun in list_kabar("diskusi_laporan")] == [koordinator.pk]
    assert "1 tulisan dilaporkan" in [t.judul for t in list_tugas(koordinator)]
    assert "1 tulisan dilaporkan" not in [t.judul for t in list_tugas(fasilitator)]
    services.withdraw_tulisan(tulisan=baris, actor=fasilitator)
    assert "1 tulisan dilaporkan" not in [t.judul for t in list_tugas(koordinator)]


def test_closed_lesson_takes_learners_words_no_more(peserta, teman, fasilitator):
    satu = tanya(peserta)
    services.lock_diskusi(diskusi=satu.diskusi, alasan="Dibahas di pertemuan", actor=fasilitator)
    with pytest.raises(services.DiskusiDitutup):
        tanya(peserta, "Lagi?")
    with pytest.raises(services.DiskusiDitutup):
        jawab(satu, teman)
    jawab(satu, fasilitator)
    assert (get_tampak(peserta).ditutup, get_tampak(peserta).alasan) == (
        True,
        "Dibahas di pertemuan",
    )
    services.unlock_diskusi(diskusi=satu.diskusi, actor=fasilitator)
    jawab(satu, teman)
    tindakan = Jejak.objects.filter(tindakan__endswith="lock_diskusi").order_by("pk")
    assert [j.tindakan for j in tindakan] == ["lock_diskusi", "unlock_diskusi"]


def test_correcting_without_end_is_slowed_down(peserta):
    satu = tanya(peserta)
    with pytest.raises(services.TerlaluSering):
        for n in range(60):
            services.correct_tulisan(tulisan=satu, teks=f"Versi {n}", actor=peserta.anggota.akun)
    assert satu.versi.count() == 41


# -- corrected, withdrawn, erased --------------------------------------------------------------------
def test_words_are_corrected_for_a_quarter_of_an_hour(peserta, teman):
    akun = peserta.anggota.akun
    satu = tanya(peserta, "Apa itu kas ?")
    awal = satu.dibuat_pada
    with waktu.pada(awal + timedelta(minutes=14)):
        for _kali in range(2):
            services.correct_tulisan(tulisan=satu, teks="Apa itu kas?", actor=akun)
    assert list(satu.versi.values_list("teks", flat=True)) == ["Apa itu kas ?", "Apa itu kas?"]
    assert get_tampak(teman).daftar[0].tanya.dikoreksi
    with waktu.pada(awal + timedelta(minutes=15)), pytest.raises(services.TulisanTerkunci):
        services.correct_tulisan(tulisan=satu, teks="Apa?", actor=akun)


def test_answered_or_pinned_words_stay_as_they_are(peserta, teman, fasilitator):
    satu = tanya(peserta)
    jawaban = jawab(satu, teman)
    services.pin_jawaban(jawaban=jawaban, actor=fasilitator)
    for tulisan in (satu, jawaban):
        with pytest.raises(services.TulisanTerkunci):
            services.correct_tulisan(tulisan=tulisan, teks="Lain.", actor=peserta.anggota.akun)


def test_withdrawn_question_keeps_only_the_answers_of_others(peserta, teman):
    berjawab, sepi = tanya(peserta, "Berjawab?"), tanya(peserta, "Sepi?")
    jawab(berjawab, teman)
    for satu in (berjawab, berjawab, sepi):
        services.withdraw_tulisan(tulisan=satu, actor=peserta.anggota.akun)
    for siapa in (peserta, teman):
        [utas] = get_tampak(siapa).daftar
        assert (utas.tanya.ditarik, utas.tanya.teks, utas.banyak) == (True, "", 1)
    with pytest.raises(services.TulisanTertutup):
        jawab(berjawab, teman, "Lagi.")
    assert tanya(peserta, "Sepi?") != sepi, "asked anew after taking it back"
    assert Jejak.objects.filter(tindakan="withdraw_tulisan").count() == 2


def test_erased_words_are_gone_and_answers_of_others_stay(peserta, teman, fasilitator):
    akun = peserta.anggota.akun
    satu = tanya(peserta, "Rahasia saya?")
    services.correct_tulisan(tulisan=satu, teks="Rahasia kami?", actor=akun)
    jawab(satu, teman, "Jawaban teman.")
    kasar = jawab(satu, peserta, "Rahasia juga.")
    services.hide_tulisan(tulisan=kasar, alasan="Menyebut rahasia", actor=fasilitator)
    baris = jawab(satu, fasilitator)
    services.report_tulisan(tulisan=baris, alasan="Rahasia laporan", actor=akun)
    assert services.erase_tulisan(penulis=akun, actor=akun) == 2
    assert services.erase_tulisan(penulis=akun, actor=akun) == 0
    isi = list(VersiTulisan.objects.values_list("teks", flat=True))
    isi += list(LaporanTulisan.objects.values_list("alasan", flat=True))
    isi += list(TulisanDiskusi.objects.values_list("alasan_sembunyi", flat=True))
    assert not [teks for teks in isi if "ahasia" in teks]
    [utas] = get_tampak(teman).daftar
    assert utas.tanya.ditarik and utas.jawaban[0].teks == "Jawaban teman."


def test_who_is_gone_has_no_name(peserta, teman, fasilitator):
    satu = tanya(peserta)
    jawab(satu, fasilitator)
    akun = peserta.anggota.akun
    akun.is_active = False
    akun.save()
    fasilitator.anggota.berakhir_pada = waktu.hari_ini()
    fasilitator.anggota.save()
    [utas] = get_tampak(teman).daftar
    assert utas.tanya.nama == "Bekas peserta" and utas.jawaban[0].nama == "Bekas fasilitator"


def test_two_entries_of_one_person_keep_one_name(kursus, teman, fasilitator):
    lama, satu = make_anggota(nama="Sri H."), make_anggota(nama="Sri Hartini")
    pertama = tanya(make_peserta(kursus, lama))
    merge_anggota(dari=lama, ke=satu, actor=UserFactory(peran=[peran.ADMIN]))
    assert get_tampak(teman).daftar[0].tanya.nama == "Sri Hartini"
    jawab(pertama, fasilitator)
    assert [akun for _isi, akun in list_kabar("diskusi_jawab")] == [satu.akun_id]


def test_own_words_with_every_version(peserta, fasilitator):
    akun = peserta.anggota.akun
    satu = tanya(peserta, "Apa?")
    services.correct_tulisan(tulisan=satu, teks="Apa itu?", actor=akun)
    jawab(satu, fasilitator)
    [milik] = [show_milik(s, versi=True) for s in list_milik(akun)]
    assert [teks for _saat, teks in milik.versi] == ["Apa?", "Apa itu?"] and milik.tanya
    [guru] = [show_milik(s) for s in list_milik(fasilitator)]
    assert not guru.tanya and guru.url.startswith("/lapangan/tanya-jawab/")


def test_own_words_lead_only_to_open_pages(peserta, teman, fasilitator):
    satu = tanya(peserta)
    jawab(satu, teman)
    [baris] = map(show_milik, list_milik(teman.anggota.akun))
    assert baris.url.startswith(f"/belajar/{teman.uuid}/tanya/")
    services.hide_tulisan(tulisan=satu, alasan="Iklan", actor=fasilitator)
    [baris] = map(show_milik, list_milik(teman.anggota.akun))
    assert baris.url == "" and baris.teks == "Supaya saling menjaga."
    [baris] = map(show_milik, list_milik(peserta.anggota.akun))
    assert baris.url
    leave_peserta(peserta=peserta, alasan="pindah")
    [baris] = map(show_milik, list_milik(peserta.anggota.akun))
    assert baris.url == ""


# -- what the database keeps -------------------------------------------------------------------------
@pytest.mark.dua
def test_database_keeps_who_wrote_what_where(peserta, teman, fasilitator):
    satu, lain = tanya(peserta), tanya(teman, "Lain?")
    jawaban = jawab(satu, teman)
    semua = TulisanDiskusi.objects
    kini, akun = waktu.sekarang(), fasilitator
    isi = {"penulis": akun, "kunci": uuid4(), "sebagai": "fasilitator"}
    asing = Diskusi.objects.create(kursus_kunci=uuid4(), pelajaran_kunci=uuid4())
    services.withdraw_tulisan(tulisan=lain, actor=teman.anggota.akun)
    for rusak in (
        lambda: semua.filter(pk=satu.pk).update(penulis=akun),
        lambda: semua.filter(pk=satu.pk).update(dibuat_pada=kini),
        lambda: semua.filter(pk=jawaban.pk).update(induk=lain),
        lambda: semua.filter(pk=lain.pk).update(ditarik_pada=None),
        lambda: semua.filter(pk=satu.pk)._raw_delete("default"),
        lambda: VersiTulisan.objects.filter(tulisan=satu).update(teks="Lain."),
        lambda: VersiTulisan.objects.filter(tulisan=satu)._raw_delete("default"),
        lambda: Diskusi.objects.filter(pk=asing.pk).update(kursus_kunci=uuid4()),
        lambda: semua.create(diskusi=satu.diskusi, induk=jawaban, **isi),
        lambda: semua.create(diskusi=asing, induk=satu, **isi),
        lambda: semua.create(diskusi=satu.diskusi, **isi),
        lambda: semua.create(diskusi=satu.diskusi, induk=satu, **isi | {"sebagai": "peserta"}),
        lambda: semua.filter(pk=satu.pk).update(disematkan_pada=kini, disematkan_oleh=akun),
        lambda: semua.filter(pk=jawaban.pk).update(disematkan_pada=kini),
        lambda: semua.filter(pk=jawaban.pk).update(
            disembunyikan_pada=kini, disembunyikan_oleh=akun
        ),
        lambda: Diskusi.objects.filter(pk=asing.pk).update(ditutup_pada=kini),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            rusak()
    semua.filter(pk=jawaban.pk).update(disematkan_pada=kini, disematkan_oleh=akun)
    kedua = jawab(satu, fasilitator)
    with pytest.raises(DatabaseError), transaction.atomic():
        semua.filter(pk=kedua.pk).update(disematkan_pada=kini, disematkan_oleh=akun)
    assert VersiTulisan.objects.filter(tulisan=satu).update(teks="") == 1


# -- at once -----------------------------------------------------------------------------------------
@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_pressed_at_once_is_one_question():
    peserta, kunci = make_peserta(), uuid4()
    tanya(peserta, "Yang pertama di pelajaran ini?")
    hasil = run_together(
        *[lambda: tanya(peserta, kunci=kunci)] * 3, *[lambda: tanya(peserta, kunci=uuid4())] * 3
    )
    assert len({satu.pk for satu in hasil}) == 1, hasil
    assert Diskusi.objects.count() == 1 and TulisanDiskusi.objects.count() == 2
    assert Jejak.objects.filter(tindakan="ask_tanya").count() == 2


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_first_questions_at_once_share_one_discussion():
    peserta = make_peserta()
    hasil = run_together(*[lambda n=n: tanya(peserta, f"Tanya {n}?") for n in range(4)])
    assert {satu.diskusi_id for satu in hasil} == {Diskusi.objects.get().pk}, hasil


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_pinned_at_once_is_one_answer():
    peserta = make_peserta()
    satu, guru = tanya(peserta), make_fasilitator(peserta.kursus_kunci)
    jawaban = [jawab(satu, guru, f"Jawaban {n}.") for n in range(4)]
    hasil = run_together(
        *[lambda j=j: services.pin_jawaban(jawaban=j, actor=guru) for j in jawaban],
        lambda: services.hide_tulisan(tulisan=satu, alasan="Iklan", actor=UserFactory()),
    )
    gagal = [h for h in hasil if isinstance(h, Exception)]
    assert all(isinstance(h, services.TulisanTertutup) for h in gagal), gagal
    assert TulisanDiskusi.objects.filter(disematkan_pada__isnull=False).count() <= 1


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_closing_while_learners_write_loses_nothing():
    peserta = make_peserta()
    satu, guru = tanya(peserta), make_fasilitator(peserta.kursus_kunci)
    hasil = run_together(
        lambda: services.lock_diskusi(diskusi=satu.diskusi, alasan="Cukup", actor=guru),
        *[lambda n=n: tanya(peserta, f"Tanya {n}?") for n in range(4)],
    )
    gagal = [h for h in hasil if isinstance(h, Exception)]
    assert all(isinstance(h, services.DiskusiDitutup) for h in gagal), gagal
    assert TulisanDiskusi.objects.count() == 5 - len(gagal)
    with pytest.raises(services.DiskusiDitutup):
        tanya(peserta, "Sesudah ditutup?")
