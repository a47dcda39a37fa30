"""A row is added unless it is there, in one statement on both engines."""

from uuid import uuid4

import pytest

from cms.core.jejak.models import Jejak
from cms.core.kiriman.models import Kiriman
from cms.core.sisip import insert_missing, insert_once
from cms.core.waktu import sekarang

pytestmark = [pytest.mark.django_db, pytest.mark.dua]


def make(**lain) -> Kiriman:
    isi = {"pelaku": "akun:a", "operasi": "uji", "kunci": uuid4(), "isi_hash": "h"}
    return Kiriman(**isi | {"jawaban": {"n": [1, None, "é %s"]}, "saat": sekarang()} | lain)


def test_what_is_written_is_read_again(django_assert_num_queries):
    satu = make()
    with django_assert_num_queries(1):
        assert insert_once(satu)
    ada = Kiriman.objects.get(pk=satu.pk)
    assert (ada.kunci, ada.jawaban, ada.saat) == (satu.kunci, satu.jawaban, satu.saat)
    satu.isi_hash = "lain"
    satu.save()
    assert Kiriman.objects.get().isi_hash == "lain"


def test_a_constraint_keeps_the_first():
    satu = make()
    assert insert_once(satu)
    lagi = make(kunci=satu.kunci, isi_hash="lain")
    assert not insert_once(lagi) and lagi.pk is None
    assert Kiriman.objects.get().isi_hash == "h"


def test_equal_fields_keep_the_first():
    assert insert_once(make(), "pelaku", "operasi")
    assert not insert_once(make(), "pelaku", "operasi")
    assert insert_once(make(operasi="lain"), "pelaku", "operasi")
    assert Kiriman.objects.count() == 2


def test_empty_fields_are_written():
    satu = Jejak(tindakan="uji", objek_jenis="x", objek_uuid=uuid4(), sebelum={}, sesudah={})
    assert insert_once(satu) and Jejak.objects.get(pk=satu.pk).pelaku_id is None


def test_of_many_only_those_that_are_missing_are_added(django_assert_num_queries):
    lama, baru, lain = make(), make(), make()
    insert_once(lama)
    semua = [make(kunci=lama.kunci, isi_hash="x"), baru, lain]
    with django_assert_num_queries(1):
        hasil = insert_missing(semua, "kunci")
    assert hasil == [baru, lain] and Kiriman.objects.count() == 3
    ada = {k.pk: k for k in Kiriman.objects.all()}
    assert ada[baru.pk].kunci == baru.kunci and ada[lain.pk].jawaban == lain.jawaban
    assert Kiriman.objects.get(kunci=lama.kunci).isi_hash == "h"
    assert insert_missing(semua, "kunci") == insert_missing([], "kunci") == []
