"""The outbox: written with the change, delivered once where possible, never lost."""

import threading
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from cms.core import waktu
from cms.notifikasi import channels, rules
from cms.notifikasi.models import Pesan
from cms.notifikasi.services import pengantaran
from tests.factories.notifikasi import make_penerima, queue_uji

pytestmark = pytest.mark.django_db


class Rusak:
    kode = "surel"
    idempoten = False

    def __init__(self, kesalahan):
        self.kesalahan = kesalahan

    def send(self, pesan):
        raise self.kesalahan


@pytest.fixture
def rusak(monkeypatch):
    def pasang(kesalahan):
        monkeypatch.setitem(channels._saluran, "surel", Rusak(kesalahan))

    return pasang


def kirim_semua() -> int:
    return pengantaran.deliver(list(Pesan.objects.values_list("pk", flat=True)))


def test_one_row_per_channel_and_key_counts_once(user):
    for _ in range(2):
        queue_uji([make_penerima(user, user.email)])
    assert sorted(Pesan.objects.values_list("saluran", flat=True)) == ["kotak", "surel"]


def test_message_vanishes_with_the_change(user):
    class Batal(Exception): ...

    with pytest.raises(Batal), transaction.atomic():
        queue_uji([make_penerima(user)])
        raise Batal
    assert not Pesan.objects.exists()


def test_letter_arrives_and_is_sent_once(user):
    queue_uji([make_penerima(user, user.email)], judul="Undangan rembug", tautan="/agenda/")
    assert kirim_semua() == 2
    assert kirim_semua() == 0
    [surat] = mail.outbox
    assert surat.to == [user.email] and surat.subject == "Undangan rembug"
    assert "/agenda/" in surat.body
    assert set(Pesan.objects.values_list("status", flat=True)) == {"terkirim"}


def test_not_before_and_expiry():
    with waktu.pada(date(2026, 5, 1)):
        kini = waktu.sekarang()
        queue_uji([make_penerima()], kunci="a", tidak_sebelum=kini + timedelta(hours=1))
        queue_uji([make_penerima()], kunci="b", kedaluwarsa=kini + timedelta(minutes=30))
        queue_uji([make_penerima()], kunci="c", kedaluwarsa=kini + timedelta(hours=9))
    with waktu.pada(kini + timedelta(hours=2)):
        assert kirim_semua() == 2
    keadaan = dict(Pesan.objects.values_list("kunci", "status"))
    assert sorted(keadaan.values()) == ["batal", "terkirim", "terkirim"]


def test_passing_failure_waits_longer_each_time_then_gives_up(rusak):
    rusak(channels.GagalSementara("SMTPServerDisconnected"))
    saat = waktu.gabung(date(2026, 5, 1), waktu.time(9))
    with waktu.pada(saat):
        queue_uji([make_penerima()])
    jeda = []
    while (pesan := Pesan.objects.get()).status == Pesan.Status.MENUNGGU:
        jeda.append((pesan.tidak_sebelum - saat).total_seconds())
        saat = pesan.tidak_sebelum
        with waktu.pada(saat):
            kirim_semua()
    assert jeda == [0, 30, 60, 120, 240, 480, 960, 1920]
    assert pesan.status == Pesan.Status.GAGAL and pesan.percobaan == rules.PERCOBAAN_TERBANYAK
    with waktu.pada(saat):
        assert pengantaran.retry_pesan(pesan)
        assert not pengantaran.retry_pesan(pesan)


@pytest.mark.parametrize("kesalahan", [channels.GagalTetap("alamat ditolak"), RuntimeError("aneh")])
def test_lasting_failure_and_unknown_error(rusak, kesalahan):
    rusak(kesalahan)
    queue_uji([make_penerima()])
    assert kirim_semua() == 0
    tetap = isinstance(kesalahan, channels.GagalTetap)
    assert Pesan.objects.get().status == ("gagal" if tetap else "menunggu")


def test_expired_lease_is_swept_and_marked_where_the_channel_cannot_know(user):
    queue_uji([make_penerima(user, user.email)])
    lewat = waktu.sekarang() - timedelta(seconds=1)
    Pesan.objects.update(dipegang_sampai=lewat, percobaan=1)
    assert pengantaran.sweep() == 2
    assert kirim_semua() == 2
    assert dict(Pesan.objects.values_list("saluran", "mungkin_ganda")) == {
        "kotak": False,
        "surel": True,
    }
    assert mail.outbox[0].extra_headers["X-Guyub-Mungkin-Ganda"] == "ya"


def test_held_rows_are_left_alone():
    queue_uji([make_penerima()])
    Pesan.objects.update(dipegang_sampai=waktu.sekarang() + timedelta(minutes=1))
    assert pengantaran.sweep() == 0 and kirim_semua() == 0 and not mail.outbox


def test_only_the_holder_may_finish(monkeypatch):
    queue_uji([make_penerima()])
    pesan = Pesan.objects.get()
    assert pengantaran._lease(pesan)
    Pesan.objects.update(dipegang_sampai=waktu.sekarang() + timedelta(hours=1))
    assert not pengantaran._finish(pesan, status=Pesan.Status.TERKIRIM)
    assert Pesan.objects.get().status == Pesan.Status.MENUNGGU


def test_a_silent_broker_is_no_error(user, monkeypatch, django_capture_on_commit_callbacks):
    def diam(*args, **kwargs):
        raise OSError("broker")

    monkeypatch.setattr(pengantaran.current_app, "send_task", diam)
    with django_capture_on_commit_callbacks(execute=True):
        queue_uji([make_penerima(user)])
    assert Pesan.objects.filter(status="menunggu").exists()


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_two_workers_send_a_message_once():
    queue_uji([make_penerima(surel=f"w{n}@contoh.example") for n in range(20)])
    ids = list(Pesan.objects.values_list("pk", flat=True))

    def kerja():
        pengantaran.deliver(ids)
        connection.close()

    utas = [threading.Thread(target=kerja) for _ in range(4)]
    [u.start() for u in utas]
    [u.join() for u in utas]
    assert len(mail.outbox) == 20
    assert {p.status for p in Pesan.objects.all()} == {"terkirim"}
    assert not Pesan.objects.filter(mungkin_ganda=True).exists()


@given(st.integers(1, 100))
def test_delays_grow_and_end(n):
    jeda = rules.get_jeda(n)
    assert (jeda is None) == (n >= rules.PERCOBAAN_TERBANYAK)
    if jeda and n > 1:
        assert rules.get_jeda(n - 1) <= jeda <= rules.JEDA_TERLAMA
