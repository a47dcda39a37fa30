"""Settings and roles by decision."""

from datetime import date, timedelta

import pytest

from cms.accounts.selectors import has_peran
from cms.accounts.services import TidakBerwenang
from cms.core import waktu
from cms.core.ketentuan.services import KetentuanTidakAda, get_ketentuan
from musyawarah.rembug import selectors, services
from tests.factories.accounts import UserFactory
from tests.factories.musyawarah import RAPAT, SAH, make_menunggu, make_sah, make_sidang

pytestmark = pytest.mark.django_db
KODE = "rembug.penanda_tangan_lain"


@pytest.fixture
def sidang():
    with waktu.pada(RAPAT):
        return make_sidang()


@pytest.mark.dua
def test_a_setting_holds_from_its_day_and_names_its_decision(sidang):
    sah = make_sah(sidang)
    with waktu.pada(SAH):
        services.set_ketentuan(keputusan=sah, kode=KODE, nilai=3, berlaku_dari=date(2027, 1, 1))
        baris = {b.kode: b for b in selectors.list_ketentuan_berlaku(date(2027, 1, 1))}
    assert get_ketentuan(KODE, date(2026, 12, 31)) == 2
    assert get_ketentuan(KODE, date(2027, 1, 1)) == 3
    assert (baris[KODE].keputusan, baris[KODE].bawaan) == (sah, False)
    assert baris["rembug.perempuan"].bawaan


def test_only_a_ratified_decision_in_force_may_set_one(sidang):
    menunggu = make_menunggu(sidang)
    lama = make_sah(sidang)
    make_sah(sidang, menggantikan=lama)
    for keputusan in (menunggu, lama):
        with pytest.raises(services.BelumSah):
            services.set_ketentuan(keputusan=keputusan, kode=KODE, nilai=3, berlaku_dari=SAH)


@pytest.mark.parametrize("nilai", ["3", 3.0, True, None, [3], {"a": 3}])
def test_a_value_of_another_kind_is_refused(sidang, nilai):
    sah = make_sah(sidang)
    with pytest.raises(services.NilaiTidakCocok):
        services.set_ketentuan(keputusan=sah, kode=KODE, nilai=nilai, berlaku_dari=SAH)


@pytest.mark.parametrize("nilai", [{}, {"rwt": 5000}, {"bawaan": "separuh"}, {"bawaan": True}])
def test_a_table_of_values_keeps_its_keys_and_kinds(sidang, nilai):
    sah = make_sah(sidang)
    with pytest.raises(services.NilaiTidakCocok):
        services.set_ketentuan(keputusan=sah, kode="rembug.kuorum", nilai=nilai, berlaku_dari=SAH)
    services.set_ketentuan(
        keputusan=sah, kode="rembug.kuorum", nilai={"bawaan": 5000, "rwt": 6000}, berlaku_dari=SAH
    )


def test_neither_backwards_nor_for_an_unknown_code(sidang):
    sah = make_sah(sidang)
    with pytest.raises(services.BerlakuMundur):
        services.set_ketentuan(
            keputusan=sah, kode=KODE, nilai=3, berlaku_dari=RAPAT - timedelta(days=1)
        )
    with pytest.raises(KetentuanTidakAda):
        services.set_ketentuan(keputusan=sah, kode="tidak.ada", nilai=3, berlaku_dari=SAH)


def test_a_role_by_decision(sidang):
    sah = make_sah(sidang)
    with waktu.pada(SAH):
        baris = services.give_peran_by_keputusan(keputusan=sah, user=sidang.tamu, peran="panitia")
        assert has_peran(sidang.tamu, "panitia")
    assert baris.dasar_keputusan.keputusan == sah
    assert "2026/1" in baris.dasar


def test_a_decision_is_no_way_round_who_may_give_which_role(sidang):
    sah = make_sah(sidang)
    sekretaris = UserFactory(peran=["sekretaris"])
    for user, peran in ((sekretaris, "kasir"), (sidang.tamu, "admin")):
        with pytest.raises(TidakBerwenang), waktu.pada(SAH):
            services.give_peran_by_keputusan(
                keputusan=sah, user=user, peran=peran, actor=sekretaris
            )
