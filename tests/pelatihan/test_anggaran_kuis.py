"""What a whole quiz of ten questions may ask: requests and queries (a ratchet: the aim is 45 one by one).

Time is measured by `make bench`.
"""

import pytest

from pelatihan.models import Jawaban, Percobaan
from tests.factories.pelatihan import make_kuis, make_kursus, make_peserta, make_tunggal

from .kuis_penuh import take_borongan, take_satu_satu

pytestmark = [pytest.mark.django_db, pytest.mark.dua]


@pytest.fixture
def butir():
    return [make_tunggal(f"Soal {nomor}") for nomor in range(10)]


@pytest.fixture
def peserta(butir):
    return make_peserta(make_kursus(kuis=make_kuis(*butir)))


def test_one_by_one(peserta, butir):
    kerja = take_satu_satu(peserta, butir)
    assert Jawaban.objects.count() == 10 and Percobaan.objects.get().lulus
    assert kerja.permintaan <= 12
    assert kerja.kueri <= 63, str(kerja)


def test_in_a_batch(peserta, butir):
    kerja = take_borongan(peserta, butir)
    assert Jawaban.objects.count() == 10 and Percobaan.objects.get().lulus
    assert kerja.permintaan <= 3
    assert kerja.kueri <= 39, str(kerja)
