"""Audit, settings of the domain, limits, idempotency and the clock."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from cms.core import waktu
from cms.core.batas.services import Aturan, hit_batas, peek_batas, reset_batas
from cms.core.jejak.models import Jejak
from cms.core.jejak.services import record_jejak
from cms.core.ketentuan.models import Ketentuan
from cms.core.ketentuan.services import KetentuanTidakAda, append_ketentuan, get_ketentuan
from cms.core.kiriman.services import KirimanBerbeda, run_once

pytestmark = [pytest.mark.django_db, pytest.mark.dua]


def test_midnight_is_in_jakarta():
    with waktu.pada(waktu.datetime(2026, 1, 31, 17, 0, tzinfo=waktu.UTC)):
        assert waktu.hari_ini() == date(2026, 2, 1)
    with waktu.pada(waktu.datetime(2026, 1, 31, 16, 59, tzinfo=waktu.UTC)):
        assert waktu.hari_ini() == date(2026, 1, 31)


@pytest.mark.parametrize(
    "perintah", ["UPDATE core_jejak SET tindakan = 'x'", "DELETE FROM core_jejak"]
)
def test_jejak_refuses_change(user, perintah):
    record_jejak(user, "uji", user)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(perintah)
    assert Jejak.objects.filter(tindakan="uji").count() == 1


def test_ketentuan_newest_row_of_the_date_wins():
    append_ketentuan(kode="uji.x", nilai=1, berlaku_dari=date(2025, 1, 1), dasar="bawaan")
    append_ketentuan(kode="uji.x", nilai=2, berlaku_dari=date(2026, 1, 1), dasar="2026/1")
    assert get_ketentuan("uji.x", date(2025, 12, 31)) == 1
    assert get_ketentuan("uji.x", date(2026, 1, 1)) == 2
    with pytest.raises(KetentuanTidakAda):
        get_ketentuan("uji.x", date(2024, 12, 31))


def test_ketentuan_refuses_change():
    baris = append_ketentuan(kode="uji.x", nilai=1, berlaku_dari=date(2025, 1, 1), dasar="bawaan")
    with pytest.raises(DatabaseError), transaction.atomic():
        Ketentuan.objects.filter(pk=baris.pk).update(nilai=9)


def test_batas_counts_per_window_and_forgets():
    aturan = Aturan("uji", 2, 60)
    with waktu.pada(date(2026, 1, 1)):
        assert hit_batas(aturan, "a").boleh and hit_batas(aturan, "a").boleh
        assert peek_batas(aturan, "b").boleh
        ketiga = hit_batas(aturan, "a")
        assert not ketiga.boleh and 0 < ketiga.tunggu_detik <= 60
        reset_batas(aturan, "a")
        assert hit_batas(aturan, "a").boleh
    with waktu.pada(waktu.awal_hari(date(2026, 1, 1)) + timedelta(hours=9, minutes=1)):
        assert peek_batas(aturan, "a").boleh


def test_run_once_gives_the_same_answer_and_refuses_another_body():
    hitung = []
    kunci = uuid4()

    def kerja():
        hitung.append(1)
        return {"nomor": len(hitung)}

    sama = {"pelaku": "u1", "operasi": "uji", "kunci": kunci}
    assert run_once(**sama, isi={"a": 1}, kerja=kerja) == {"nomor": 1}
    assert run_once(**sama, isi={"a": 1}, kerja=kerja) == {"nomor": 1}
    with pytest.raises(KirimanBerbeda):
        run_once(**sama, isi={"a": 2}, kerja=kerja)
    assert hitung == [1]


def test_run_once_forgets_failures():
    kunci = uuid4()

    def gagal():
        raise RuntimeError

    sama = {"pelaku": "u1", "operasi": "uji", "kunci": kunci, "isi": {}}
    with pytest.raises(RuntimeError):
        run_once(**sama, kerja=gagal)
    assert run_once(**sama, kerja=lambda: {"ok": True}) == {"ok": True}
