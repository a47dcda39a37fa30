"""Classes: getting in, waiting, leaving, attendance, and what must never happen."""

import threading
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from cms.core import waktu
from cms.core.jejak.models import Jejak
from cms.core.kiriman.services import KirimanBerbeda
from cms.komunitas.services import merge_anggota
from cms.notifikasi.models import Pesan
from pelatihan.kelas import services
from pelatihan.kelas.models import DaftarTunggu, Kehadiran, Permohonan
from pelatihan.kelas.selectors import get_hadir_bp, get_hadir_bp_semua
from pelatihan.peserta.models import Pengampu, Peserta
from pelatihan.peserta.services import enroll_peserta, leave_peserta
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan, make_pertemuan, mark
from tests.factories.pelatihan import make_anggota, make_kursus

pytestmark = pytest.mark.django_db


def list_judul(anggota) -> list[str]:
    pesan = Pesan.objects.filter(penerima_user=anggota.akun, saluran="kotak")
    return list(pesan.order_by("pk").values_list("judul", flat=True))


def test_full_class_makes_wait_and_moves_up_in_turn():
    angkatan = make_angkatan(kapasitas=1)
    satu, dua, tiga = (make_anggota(nama=n) for n in ("Sri", "Wiji", "Parno"))
    jalan = [services.join_angkatan(angkatan=angkatan, anggota=a) for a in (satu, dua, tiga, dua)]
    assert [(m.jalan, m.urutan) for m in jalan] == [
        ("masuk", 0),
        ("tunggu", 1),
        ("tunggu", 2),
        ("tunggu", 1),
    ]
    services.leave_angkatan(angkatan=angkatan, anggota=satu)
    assert [p.anggota for p in angkatan.peserta.all()] == [dua]
    assert any("Anda masuk kelas" in j for j in list_judul(dua))
    assert Peserta.objects.get(anggota=satu).status == "aktif"  # learns on alone
    leave_peserta(peserta=Peserta.objects.get(anggota=dua), alasan="pindah")
    isi = angkatan.peserta.exclude(status="berhenti")
    assert [p.anggota for p in isi] == [tiga]
    assert not DaftarTunggu.objects.filter(status="menunggu").exists()


def test_more_places_are_given_to_those_who_wait_and_fewer_put_nobody_out():
    angkatan = make_angkatan(kapasitas=1)
    orang = [make_anggota() for _ in range(4)]
    for satu in orang:
        services.join_angkatan(angkatan=angkatan, anggota=satu)
    services.update_angkatan(angkatan=angkatan, kapasitas=3)
    assert angkatan.peserta.count() == 3
    services.update_angkatan(angkatan=angkatan, kapasitas=1)
    assert angkatan.peserta.count() == 3
    services.leave_angkatan(angkatan=angkatan, anggota=orang[0])
    assert angkatan.peserta.count() == 2


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_thirty_who_press_at_once_never_overfill():
    angkatan = make_angkatan(kapasitas=7)
    orang = [make_anggota() for _ in range(30)]
    gagal = []

    def tekan(anggota):
        try:
            services.join_angkatan(angkatan=angkatan, anggota=anggota, actor=anggota.akun)
        except Exception as galat:  # told below
            gagal.append(galat)
        finally:
            connection.close()

    utas = [threading.Thread(target=tekan, args=[a]) for a in orang]
    [u.start() for u in utas]
    [u.join() for u in utas]
    assert not gagal
    assert angkatan.peserta.count() == 7
    assert angkatan.tunggu.filter(status="menunggu").count() == 23


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_leaving_and_joining_at_once_keep_the_number():
    angkatan = make_angkatan(kapasitas=3)
    lama = [join(angkatan) for _ in range(3)]
    baru = [make_anggota() for _ in range(5)]
    gagal = []

    def kerja(apa):
        try:
            apa()
        except Exception as galat:  # told below
            gagal.append(galat)
        finally:
            connection.close()

    tugas = [lambda p=p: leave_peserta(peserta=p, alasan="pindah") for p in lama]
    tugas += [lambda a=a: services.join_angkatan(angkatan=angkatan, anggota=a) for a in baru]
    utas = [threading.Thread(target=kerja, args=[t]) for t in tugas]
    [u.start() for u in utas]
    [u.join() for u in utas]
    assert not gagal
    assert angkatan.peserta.exclude(status="berhenti").count() == 3
    assert angkatan.tunggu.filter(status="menunggu").count() == 2


def test_a_request_waits_for_a_word():
    pengampu = make_anggota(nama="Galih")
    angkatan = make_angkatan(cara_masuk="persetujuan", pengampu=[pengampu])
    minta, ditolak = make_anggota(nama="Lastri"), make_anggota(nama="Tini")
    for satu in (minta, minta, ditolak):
        assert services.join_angkatan(angkatan=angkatan, anggota=satu).jalan == "mohon"
    assert len(list_judul(pengampu)) == 2
    mohon = Permohonan.objects.get(anggota=minta)
    services.answer_permohonan(permohonan=mohon, setuju=True)
    with pytest.raises(services.SudahDijawab):
        services.answer_permohonan(permohonan=mohon, setuju=False, alasan="x")
    services.answer_permohonan(
        permohonan=Permohonan.objects.get(anggota=ditolak), setuju=False, alasan="Untuk RT 02"
    )
    assert [p.anggota for p in angkatan.peserta.all()] == [minta]
    pesan = Pesan.objects.get(penerima_user=ditolak.akun, saluran="kotak")
    assert "Untuk RT 02" in pesan.isi
    services.join_angkatan(angkatan=angkatan, anggota=ditolak)  # may ask again
    assert Permohonan.objects.filter(anggota=ditolak).count() == 2


def test_only_the_invited_or_who_knows_the_code():
    angkatan = make_angkatan(cara_masuk="undangan")
    diundang, berkode, lain = make_anggota(), make_anggota(), make_anggota()
    assert services.invite_anggota(angkatan=angkatan, anggota=diundang)
    services.invite_anggota(angkatan=angkatan, anggota=diundang)
    assert Permohonan.objects.count() == 1
    for kode in ("", "salah", "\x00"):
        with pytest.raises(services.PerluDiundang):
            services.join_angkatan(angkatan=angkatan, anggota=lain, kode=kode)
    kode = services.make_kode(angkatan=angkatan)
    services.join_angkatan(angkatan=angkatan, anggota=diundang)
    services.join_angkatan(angkatan=angkatan, anggota=berkode, kode=f" {kode.upper()} ")
    services.make_kode(angkatan=angkatan)
    with pytest.raises(services.PerluDiundang):
        services.join_angkatan(angkatan=angkatan, anggota=lain, kode=kode)
    assert {p.anggota for p in angkatan.peserta.all()} == {diundang, berkode}


def test_who_learns_alone_joins_with_all_progress_and_no_second_class():
    kursus = make_kursus()
    anggota = make_anggota()
    sendiri = enroll_peserta(anggota=anggota, kursus_kunci=kursus.kunci)
    satu, dua = make_angkatan(kursus), make_angkatan(kursus, nama="Kelas Minggu")
    assert services.join_angkatan(angkatan=satu, anggota=anggota).peserta == sendiri
    with pytest.raises(services.KelasLain):
        services.join_angkatan(angkatan=dua, anggota=anggota)
    services.cancel_angkatan(angkatan=satu, alasan="Hujan")
    assert services.join_angkatan(angkatan=dua, anggota=anggota).peserta == sendiri


def test_an_ended_class_takes_nobody_and_tells_everybody():
    angkatan = make_angkatan(kapasitas=1)
    masuk, tunggu = make_anggota(), make_anggota()
    for satu in (masuk, tunggu):
        services.join_angkatan(angkatan=angkatan, anggota=satu)
    services.cancel_angkatan(angkatan=angkatan, alasan="Balai dipakai")
    for satu in (masuk, tunggu):
        assert any("dibatalkan" in j for j in list_judul(satu))
    with pytest.raises(services.AngkatanTutup):
        services.join_angkatan(angkatan=angkatan, anggota=make_anggota())
    with pytest.raises(services.AngkatanTutup):
        services.end_angkatan(angkatan=angkatan)
    with pytest.raises(services.AngkatanTutup):
        make_pertemuan(angkatan)
    services.leave_angkatan(angkatan=angkatan, anggota=masuk)
    assert not angkatan.peserta.exists()


def test_facilitators_of_a_class_change_with_dates():
    satu, dua = make_anggota(), make_anggota()
    angkatan = make_angkatan(pengampu=[satu])
    services.update_angkatan(angkatan=angkatan, pengampu=[dua])
    services.update_angkatan(angkatan=angkatan, pengampu=[dua])
    terbuka = Pengampu.objects.filter(angkatan=angkatan, sampai__isnull=True)
    assert [p.anggota for p in terbuka] == [dua] and Pengampu.objects.count() == 2


def test_two_entries_of_one_person_wait_once():
    angkatan = make_angkatan(kapasitas=1)
    join(angkatan)
    dari, ke = make_anggota(nama="Sri H"), make_anggota(nama="Sri Hartini")
    for satu in (dari, ke):
        services.join_angkatan(angkatan=angkatan, anggota=satu)
    dari.akun = None
    dari.save()
    merge_anggota(dari=dari, ke=ke, actor=UserFactory())
    assert [t.anggota for t in angkatan.tunggu.filter(status="menunggu")] == [ke]


def test_same_key_same_row_and_other_body_is_refused():
    pertemuan, actor = make_pertemuan(), UserFactory()
    peserta = join(pertemuan.angkatan)
    sama = {"kunci": uuid4(), "dicatat_pada": waktu.sekarang()}
    satu = mark(pertemuan, peserta, "hadir", actor, **sama)
    assert mark(pertemuan, peserta, "hadir", actor, **sama) == satu
    with pytest.raises(KirimanBerbeda):
        mark(pertemuan, peserta, "alpa", actor, **sama)
    assert mark(pertemuan, peserta, "hadir", actor) == satu  # says nothing new
    assert Kehadiran.objects.count() == 1


def test_conflict_keeps_both_until_somebody_says_why():
    pertemuan, satu, dua = make_pertemuan(), UserFactory(), UserFactory()
    peserta = join(pertemuan.angkatan)
    mark(pertemuan, peserta, "hadir", satu)
    mark(pertemuan, peserta, "alpa", dua)
    assert list(Kehadiran.objects.values_list("status", flat=True)) == ["hadir", "alpa"]
    mark(pertemuan, peserta, "hadir", dua, alasan="Duduk di belakang")
    assert Kehadiran.objects.count() == 3 and get_hadir_bp(peserta) == 10_000
    assert Jejak.objects.filter(tindakan="correct_hadir").count() == 2


def test_what_arrives_late_does_not_win():
    pertemuan, actor = make_pertemuan(), UserFactory()
    peserta = join(pertemuan.angkatan)
    kini = waktu.sekarang()
    mark(pertemuan, peserta, "hadir", actor, dicatat_pada=kini)
    mark(pertemuan, peserta, "alpa", actor, dicatat_pada=kini - timedelta(minutes=20))
    assert Kehadiran.objects.count() == 2 and get_hadir_bp(peserta) == 10_000


@pytest.mark.parametrize(
    "isi",
    [
        {"status": "mangkir"},
        {"cara": "telepati"},
        {"dicatat_pada": waktu.sekarang() + timedelta(days=400)},
    ],
)
def test_impossible_records_are_refused(isi):
    pertemuan = make_pertemuan()
    peserta = join(pertemuan.angkatan)
    isi = {"status": "hadir"} | isi
    with pytest.raises(services.StatusTidakAda):
        mark(pertemuan, peserta, actor=UserFactory(), **isi)


def test_strangers_and_called_off_sessions_take_no_records():
    pertemuan, actor = make_pertemuan(), UserFactory()
    with pytest.raises(services.BukanPeserta):
        mark(pertemuan, join(make_angkatan()), "hadir", actor)
    peserta = join(pertemuan.angkatan)
    services.cancel_pertemuan(pertemuan=pertemuan, alasan="Hujan")
    pertemuan.refresh_from_db()
    with pytest.raises(services.PertemuanBatal):
        mark(pertemuan, peserta, "hadir", actor)


@pytest.mark.dua
def test_rows_of_attendance_cannot_be_changed():
    pertemuan = make_pertemuan()
    mark(pertemuan, join(pertemuan.angkatan), "hadir", UserFactory())
    for apa in (
        lambda: Kehadiran.objects.update(status="alpa"),
        lambda: Kehadiran.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            apa()


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_two_phones_that_send_at_once_leave_one_row_per_key():
    pertemuan, actor = make_pertemuan(), UserFactory()
    peserta = join(pertemuan.angkatan)
    sama = {"kunci": uuid4(), "dicatat_pada": waktu.sekarang()}
    hasil = []

    def kirim():
        hasil.append(mark(pertemuan, peserta, "hadir", actor, **sama).pk)
        connection.close()

    utas = [threading.Thread(target=kirim) for _ in range(5)]
    [u.start() for u in utas]
    [u.join() for u in utas]
    assert len(hasil) == 5 and len(set(hasil)) == 1 and Kehadiran.objects.count() == 1


def test_share_of_held_sessions(django_assert_num_queries):
    with waktu.pada(date(2026, 11, 1)):
        angkatan = make_angkatan()
        rajin, malas = join(angkatan), join(angkatan)
    actor = UserFactory()
    for hari, status in ((2, "hadir"), (3, "terlambat"), (4, "alpa"), (5, "izin"), (6, None)):
        with waktu.pada(date(2026, 11, hari)):
            pertemuan = make_pertemuan(angkatan)
            mark(pertemuan, rajin, "hadir", actor) if status else None
            mark(pertemuan, malas, status, actor) if status else None
    with waktu.pada(date(2026, 11, 5)):
        baru = join(angkatan)  # before the fourth session ended
    assert get_hadir_bp(malas) == 6667 and get_hadir_bp(rajin) == 10_000
    assert get_hadir_bp(baru) == 0
    assert (
        get_hadir_bp(enroll_peserta(anggota=make_anggota(), kursus_kunci=make_kursus().kunci))
        is None
    )
    with django_assert_num_queries(2):
        get_hadir_bp_semua([malas, rajin, baru])


def test_marking_oneself_only_in_the_hours_and_never_over_a_record():
    with waktu.pada(date(2026, 11, 24)):
        pertemuan = make_pertemuan()
        peserta = join(pertemuan.angkatan)
    akun = peserta.anggota.akun

    def hadir():
        return services.mark_hadir_sendiri(
            pertemuan=pertemuan, peserta=peserta, cara="qr", kunci=uuid4(), actor=akun
        )

    for menit, boleh in ((-31, False), (121, False), (16, True), (20, True)):
        with waktu.pada(pertemuan.mulai + timedelta(minutes=menit)):
            if not boleh:
                with pytest.raises(services.StatusTidakAda):
                    hadir()
                continue
            assert hadir().status == "terlambat"
    assert Kehadiran.objects.count() == 1


def test_a_moved_session_is_told_and_gets_a_higher_number():
    pertemuan = make_pertemuan()
    peserta = join(pertemuan.angkatan)
    services.update_pertemuan(pertemuan=pertemuan, bahan="Bawa buku kas")
    assert len(list_judul(peserta.anggota)) == 2  # enrolled, in the class
    pertemuan = services.update_pertemuan(pertemuan=pertemuan, tempat="Rumah Bu Yati")
    assert pertemuan.urutan_ubah == 2
    assert "pindah" in list_judul(peserta.anggota)[-1]
