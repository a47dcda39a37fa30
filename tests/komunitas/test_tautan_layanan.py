"""Personal links: given, replaced, withdrawn."""

from datetime import timedelta
from math import log2

import pytest
from django.db import IntegrityError

from cms.accounts.services import end_peran
from cms.core import waktu
from cms.core.jejak.models import Jejak
from cms.komunitas.models import TautanPribadi
from cms.komunitas.tautan import rules, selectors, services
from tests.factories.accounts import UserFactory
from tests.factories.komunitas import AnggotaFactory
from tests.factories.tautan import make_tautan

pytestmark = pytest.mark.django_db
SEHARI = timedelta(days=1)


def test_the_secret_has_at_least_128_random_bits_and_is_never_the_same():
    assert rules.PANJANG * log2(len(set(rules.HURUF))) >= 128
    token = {rules.make_token() for _n in range(50)}
    assert len(token) == 50
    assert all(rules.clean_token(t) == t for t in token)


@pytest.mark.parametrize("teks", ["", "a", "x" * 27, "x" * 29, "o" * 28, "é" * 28, "\0" * 28])
def test_what_cannot_be_a_token(teks):
    assert rules.clean_token(teks) is None


def test_only_the_digest_is_kept_and_the_trail_names_who():
    tautan, token = make_tautan()
    isi = " ".join(str(v) for v in TautanPribadi.objects.values().get().values())
    assert token not in isi and tautan.token_hash == rules.hash_token(token)
    jejak = Jejak.objects.get(tindakan="create_tautan")
    assert (jejak.pelaku, jejak.objek_uuid) == (tautan.dibuat_oleh, tautan.uuid)
    assert token not in str(jejak.sesudah) and "Harjo" not in str(jejak.sesudah)


def test_a_link_opens_also_in_capitals():
    tautan, token = make_tautan()
    assert selectors.find_tautan(token) == selectors.find_tautan(token.upper()) == tautan
    assert selectors.find_tautan(rules.make_token()) is None


@pytest.mark.dua
def test_a_new_link_ends_the_older_one_of_the_person_only():
    _lain, token_lain = make_tautan(anggota=AnggotaFactory())
    lama, token_lama = make_tautan()
    _baru, token_baru = make_tautan(anggota=lama.anggota)
    assert [bool(selectors.find_tautan(t)) for t in (token_lama, token_baru, token_lain)] == [
        False,
        True,
        True,
    ]
    assert Jejak.objects.filter(tindakan="withdraw_tautan", objek_uuid=lama.uuid).count() == 1


@pytest.mark.dua
def test_the_database_holds_one_open_link_for_each_person():
    tautan, _token = make_tautan()
    with pytest.raises(IntegrityError):
        TautanPribadi.objects.create(
            anggota=tautan.anggota, token_hash="0" * 64, dibuat_oleh=tautan.dibuat_oleh
        )


def test_withdrawn_by_another_officer_and_only_once():
    tautan, token = make_tautan()
    koordinator = UserFactory(peran=["koordinator"])
    for _n in range(2):
        services.withdraw_tautan(tautan=tautan, actor=koordinator)
    assert selectors.find_tautan(token) is None
    assert Jejak.objects.filter(tindakan="withdraw_tautan").count() == 1


def test_the_last_day_counts_and_ends_at_midnight_in_jakarta():
    hari = waktu.hari_ini()
    _tautan, token = make_tautan(berlaku_sampai=hari)
    tengah_malam = waktu.awal_hari(hari + SEHARI)
    with waktu.pada(tengah_malam - timedelta(seconds=1)):
        assert selectors.find_tautan(token)
    with waktu.pada(tengah_malam):
        assert selectors.find_tautan(token) is None


def test_it_ends_with_the_entry_of_the_person():
    tautan, token = make_tautan()
    tautan.anggota.berakhir_pada = waktu.hari_ini()
    tautan.anggota.save()
    assert selectors.find_tautan(token) is None
    with pytest.raises(services.AnggotaBerakhir):
        make_tautan(anggota=tautan.anggota)


def test_no_link_that_is_over_before_it_begins():
    with pytest.raises(services.SudahLewat):
        make_tautan(berlaku_sampai=waktu.hari_ini() - SEHARI)
    assert not TautanPribadi.objects.exists()


def test_it_outlives_the_office_of_who_gave_it():
    """The office gave it, not the person; whoever follows may withdraw it."""
    tautan, token = make_tautan()
    sekretaris = tautan.dibuat_oleh
    kemarin = waktu.hari_ini() - SEHARI
    sekretaris.peran.update(dari=kemarin)
    end_peran(peran=sekretaris.peran.get(), sampai=kemarin)
    sekretaris = type(sekretaris).objects.get(pk=sekretaris.pk)
    assert selectors.find_tautan(token)
    with pytest.raises(services.TidakBolehTautan):
        services.withdraw_tautan(tautan=tautan, actor=sekretaris)
    with pytest.raises(services.TidakBolehTautan):
        make_tautan(actor=sekretaris)


@pytest.mark.parametrize("peran", ["editor", "anggota-bkm", "manajer", "petugas", "ppid"])
def test_not_by_others(peran):
    with pytest.raises(services.TidakBolehTautan):
        make_tautan(actor=UserFactory(peran=[peran]))
