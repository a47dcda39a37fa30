"""What a whole quiz of ten questions may ask: requests and queries (a ratchet).

Time is measured by `make bench`.
"""

import pytest

from pelatihan.models import Jawaban, Percobaan
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import (
    make_anggota,
    make_kuis,
    make_kursus,
    make_peserta,
    make_tunggal,
)

from .kuis_penuh import take_borongan, take_satu_satu

pytestmark = [pytest.mark.django_db, pytest.mark.dua]


@pytest.fixture(autouse=True)
def sesi(settings):
    """As with Redis, where every process reads sessions without the database."""
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"


@pytest.fixture
def butir():
    return [make_tunggal(f"Soal {nomor}") for nomor in range(10)]


@pytest.fixture
def peserta(butir):
    """Somebody else took the quiz before, so what processes keep of released content is warm. Both have
    no e-mail, as most have here: its refusals would be asked for once."""
    kursus = make_kursus(kuis=make_kuis(*butir))
    semua = [make_anggota(akun=UserFactory(email="")) for _ke in range(2)]
    take_satu_satu(make_peserta(kursus, semua[0]), butir)
    return make_peserta(kursus, semua[1])


def assert_penuh(peserta) -> None:
    satu = Percobaan.objects.get(peserta=peserta)
    assert satu.lulus and Jawaban.objects.filter(percobaan=satu).count() == 10


def test_one_by_one(peserta, butir):
    kerja = take_satu_satu(peserta, butir)
    assert_penuh(peserta)
    assert kerja.permintaan <= 12
    assert kerja.kueri <= 45, str(kerja)


def test_in_a_batch(peserta, butir):
    kerja = take_borongan(peserta, butir)
    assert_penuh(peserta)
    assert kerja.permintaan <= 3
    assert kerja.kueri <= 26, str(kerja)
    assert kerja.rangka <= 4, str(kerja)
