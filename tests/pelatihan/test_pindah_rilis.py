"""Moving learners to a newer release: seen first, nothing lost, running things finish where they began."""

import threading
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.accounts import peran
from cms.core.jejak.models import Jejak
from cms.notifikasi.models import Pesan
from pelatihan.belajar.services import finish_kuis, finish_pelajaran
from pelatihan.lembar.services import print_lembar
from pelatihan.models import BagianPage, Kemajuan, KursusPage, PelajaranPage, Peserta, Sertifikat
from pelatihan.penilaian.pindah import move_ke_rilis, preview_pindah
from pelatihan.penilaian.services import start_percobaan
from pelatihan.peserta.services import enroll_peserta, leave_peserta, rebuild_kemajuan
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan
from tests.factories.pelatihan import jawab, make_anggota, make_kuis, make_kursus, make_tunggal
from tests.factories.tugas import kumpul, make_fasilitator, make_kursus_tugas, nilai

pytestmark = pytest.mark.django_db


@pytest.fixture
def soal():
    return make_tunggal()


@pytest.fixture
def kursus(soal):
    return make_kursus(kuis=make_kuis(soal))


def enroll(kursus, nama) -> Peserta:
    return enroll_peserta(anggota=make_anggota(nama=nama), kursus_kunci=kursus.kunci)


def list_pelajaran(kursus) -> list[PelajaranPage]:
    return list(PelajaranPage.objects.descendant_of(kursus).order_by("path"))


def get_kuis_kunci(peserta) -> str:
    return peserta.rilis.susunan[0]["kuis"]["kunci"]


def do_all(peserta, soal) -> None:
    for pelajaran in peserta.rilis.susunan[0]["pelajaran"]:
        finish_pelajaran(peserta=peserta, pelajaran_kunci=pelajaran["kunci"])
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=get_kuis_kunci(peserta))
    jawab(percobaan, soal, pilihan=["a"])
    finish_kuis(percobaan=percobaan)


def add_pelajaran(kursus, judul="Pelajaran baru") -> KursusPage:
    """A further lesson, released."""
    bagian = BagianPage.objects.descendant_of(kursus).get()
    isi = [{"type": "teks", "value": "<p>Baru.</p>"}]
    bagian.add_child(instance=PelajaranPage(title=judul, menit=5, isi=isi))
    kursus = KursusPage.objects.get(pk=kursus.pk)
    kursus.release()
    return kursus


def drop_pelajaran(kursus) -> KursusPage:
    """Release the course without its last lesson."""
    list_pelajaran(kursus)[-1].unpublish()
    kursus = KursusPage.objects.get(pk=kursus.pk)
    kursus.release()
    return kursus


def move(kursus):
    return move_ke_rilis(kursus_kunci=kursus.kunci, actor=None)


def test_what_is_done_stays_and_what_is_new_is_told(kursus):
    satu = enroll(kursus, "Aminah")
    finish_pelajaran(peserta=satu, pelajaran_kunci=list_pelajaran(kursus)[0].kunci)
    kursus = add_pelajaran(kursus)
    enroll(kursus, "Sudah di rilis baru")
    (lihat,) = preview_pindah(kursus.kunci)
    assert (lihat.nomor, lihat.selesai_dari, lihat.dari) == (1, 1, 3)
    assert (lihat.selesai_ke, lihat.ke, lihat.baru) == (1, 4, ("Pelajaran baru",))
    assert lihat.berubah and not lihat.tamat and not lihat.tertahan
    assert [p.peserta for p in move(kursus)] == [satu]
    satu.refresh_from_db()
    assert satu.rilis.nomor == 2 and satu.kemajuan.count() == 1
    pesan = Pesan.objects.filter(jenis="rilis_baru").values_list("isi", flat=True)
    assert pesan and all("Pelajaran baru" in isi for isi in pesan)
    catatan = Jejak.objects.get(tindakan="move_ke_rilis")
    assert (catatan.sebelum["rilis"], catatan.sesudah["rilis"]) == (1, 2)
    assert move(kursus) == [] and Jejak.objects.filter(tindakan="move_ke_rilis").count() == 1


def test_who_has_done_all_that_the_newer_one_asks_completes_the_course(kursus, soal):
    satu = enroll(kursus, "Aminah")
    langkah = list_pelajaran(kursus)
    finish_pelajaran(peserta=satu, pelajaran_kunci=langkah[0].kunci)
    percobaan = start_percobaan(peserta=satu, kuis_kunci=get_kuis_kunci(satu))
    jawab(percobaan, soal, pilihan=["a"])
    finish_kuis(percobaan=percobaan)
    kursus = drop_pelajaran(kursus)
    assert preview_pindah(kursus.kunci)[0].tamat
    move(kursus)
    assert Sertifikat.objects.get().rilis.nomor == 2


def test_a_lesson_that_goes_is_named_and_its_row_stays(kursus):
    satu = enroll(kursus, "Aminah")
    akhir = list_pelajaran(kursus)[-1]
    finish_pelajaran(peserta=satu, pelajaran_kunci=akhir.kunci)
    kursus = drop_pelajaran(kursus)
    (lihat,) = preview_pindah(kursus.kunci)
    assert lihat.lepas == (akhir.title,) and lihat.selesai_ke == 0
    move(kursus)
    assert satu.kemajuan.count() == 1


def test_running_attempts_and_printed_sheets_finish_on_their_release(kursus, soal):
    angkatan = make_angkatan(kursus)
    jalan, kertas = enroll(kursus, "Aminah"), join(angkatan, make_anggota(nama="Burhan"))
    percobaan = start_percobaan(peserta=jalan, kuis_kunci=get_kuis_kunci(jalan))
    print_lembar(
        angkatan=angkatan,
        kuis_kunci=get_kuis_kunci(kertas),
        actor=UserFactory(),
        kunci=uuid4(),
    )
    kursus = add_pelajaran(kursus)
    assert [(p.peserta, p.tertahan) for p in preview_pindah(kursus.kunci)] == [
        (jalan, True),
        (kertas, True),
    ]
    assert move(kursus) == []
    jawab(percobaan, soal, pilihan=["a"])
    finish_kuis(percobaan=percobaan)
    assert [p.peserta for p in move(kursus)] == [jalan]


def test_who_left_or_completed_is_left_alone(kursus, soal):
    selesai, pergi = enroll(kursus, "Aminah"), enroll(kursus, "Burhan")
    do_all(selesai, soal)
    leave_peserta(peserta=pergi, alasan="")
    assert preview_pindah(add_pelajaran(kursus).kunci) == []


def test_passed_by_the_rules_of_then_is_carried_over(kursus, soal):
    """The lesson's quiz is another one now; who was done by the first stays done."""
    pelajaran = list_pelajaran(kursus)[0]
    pelajaran.cara, pelajaran.kuis = "kuis", make_kuis(soal, judul="Kuis kecil")
    pelajaran.save_revision().publish()
    kursus.release()
    satu = enroll(kursus, "Aminah")
    percobaan = start_percobaan(peserta=satu, kuis_kunci=pelajaran.kuis.kunci)
    jawab(percobaan, soal, pilihan=["a"])
    finish_kuis(percobaan=percobaan)
    pelajaran.kuis = make_kuis(soal, judul="Kuis lain")
    pelajaran.save_revision().publish()
    kursus.release()
    move(kursus)
    satu.refresh_from_db()
    baris = Kemajuan.objects.get(peserta=satu, langkah_kunci=pelajaran.kunci)
    assert baris.asal == "dibawa"
    assert rebuild_kemajuan(peserta=satu) == (0, 0)


def test_an_accepted_assignment_counts_for_a_lesson_that_asks_for_it_now():
    kursus = make_kursus_tugas(banyak_pelajaran=2)
    satu = enroll_peserta(anggota=make_anggota(nama="Aminah"), kursus_kunci=kursus.kunci)
    nilai(kumpul(satu), make_fasilitator(kursus.kunci))
    awal, akhir = list_pelajaran(kursus)
    awal.cara, awal.tugas = "tugas", akhir.tugas
    akhir.cara = "baca"
    for page in (awal, akhir):
        page.save_revision().publish()
    kursus.release()
    (lihat,) = preview_pindah(kursus.kunci)
    assert (lihat.selesai_dari, lihat.selesai_ke, lihat.tamat) == (1, 2, True)
    move(kursus)
    assert dict(Kemajuan.objects.values_list("langkah_kunci", "asal")) == {
        awal.kunci: "tugas",
        akhir.kunci: "dibawa",
    }
    assert Sertifikat.objects.filter(peserta=satu).exists()


def test_queries_of_the_list_do_not_grow(kursus):
    def count():
        with CaptureQueriesContext(connection) as catatan:
            preview_pindah(kursus.kunci)
        return len(catatan)

    enroll(kursus, "Aminah")
    kursus = add_pelajaran(kursus)
    sedikit = count()
    lama = Peserta.objects.get().rilis
    orang = [make_anggota(nama=f"Warga {n}") for n in range(30)]
    Peserta.objects.bulk_create(
        Peserta(anggota=o, kursus_kunci=kursus.kunci, rilis=lama) for o in orang
    )
    assert count() == sedikit < 12


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_two_who_press_at_once_move_everybody_once(kursus):
    for n in range(4):
        enroll(kursus, f"Warga {n}")
    kursus = add_pelajaran(kursus)
    hasil, mulai = [], threading.Barrier(2)

    def jalan():
        mulai.wait()
        try:
            hasil.append(len(move(kursus)))
        except Exception as galat:
            hasil.append(galat)
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan) for _n in range(2)]
    [u.start() for u in utas]
    [u.join() for u in utas]
    assert sorted(hasil, key=str) == [0, 4]
    assert Jejak.objects.filter(tindakan="move_ke_rilis").count() == 4


# -- in the office ----------------------------------------------------------------------------------
@pytest.fixture
def kantor(client):
    client.force_login(UserFactory(peran=[peran.KOORDINATOR]))
    return client


def test_the_office_sees_who_would_change_and_moves_them(kantor, kursus):
    satu = enroll(kursus, "Aminah")
    kursus = add_pelajaran(kursus)
    url = reverse("rilis:pindah", args=[kursus.pk])
    rilis = kantor.get(reverse("rilis:terbitkan", args=[kursus.pk])).content.decode()
    assert url in rilis and "1 peserta belajar dengan rilis lama" in rilis
    halaman = kantor.get(url)
    isi = halaman.content.decode()
    assert "Aminah" in isi and "0/3" in isi and "0/4" in isi and "Pelajaran baru" in isi
    assert kantor.post(url, {"dilihat": halaman.context["tanda"]}).status_code == 302
    satu.refresh_from_db()
    assert satu.rilis.nomor == 2
    assert url not in kantor.get(reverse("rilis:terbitkan", args=[kursus.pk])).content.decode()


@pytest.mark.parametrize("dilihat", ["", "x" * 70, "bukan"])
def test_what_was_not_seen_is_not_done(kantor, kursus, dilihat):
    satu = enroll(kursus, "Aminah")
    kursus = add_pelajaran(kursus)
    url = reverse("rilis:pindah", args=[kursus.pk])
    jawaban = kantor.post(url, {"dilihat": dilihat})
    assert jawaban.status_code == 200 and "lihat lagi" in jawaban.content.decode()
    satu.refresh_from_db()
    assert satu.rilis.nomor == 1
