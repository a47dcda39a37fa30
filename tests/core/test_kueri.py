"""SQL written once gives the same rows as the QuerySet it came from, on both engines."""

from uuid import uuid4

import pytest
from django.db import transaction
from django.db.models import F

from cms.accounts.models import User
from cms.core.jejak.models import Jejak
from cms.core.jejak.services import record_jejak
from cms.core.kueri import KueriTetap
from tests.factories.accounts import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.dua]


def build(pelaku: int, objek):
    semua = Jejak.objects.filter(tindakan="uji", pelaku=pelaku, objek_uuid=objek).order_by("id")
    kunci = semua.select_for_update(of=("self",), no_key=True).select_related("pelaku")
    return kunci.annotate(nama=F("pelaku__username"))


def test_same_rows_other_values_nothing_written_twice(django_assert_num_queries):
    kueri = KueriTetap(build, (User, "id"), (Jejak, "objek_uuid"), contoh=(-1, uuid4()))
    satu, dua = UserFactory(), UserFactory()
    for pelaku, kata in ((satu, "uji"), (dua, "uji"), (satu, "lain")):
        record_jejak(pelaku, kata, dua, sesudah={"persen": "100 %s"})
    with transaction.atomic():
        for pelaku in (satu, dua):
            with django_assert_num_queries(1):
                jejak = kueri.first(pelaku.pk, dua.uuid)
                assert jejak.pelaku.username == pelaku.username
            asli = build(pelaku.pk, dua.uuid).get()
            assert (jejak, jejak.nama, jejak.sesudah) == (asli, pelaku.username, asli.sesudah)
            assert not jejak.get_deferred_fields()
        assert kueri.first(dua.pk, satu.uuid) is None
        record_jejak(satu, "uji", dua)
        assert kueri.all(satu.pk, dua.uuid) == list(build(satu.pk, dua.uuid))
    kueri.bangun = None  # it is not asked again
    with transaction.atomic():
        assert kueri.first(satu.pk, dua.uuid).tindakan == "uji"
