"""Two phones come home at the same moment, or one whose answer got lost: nothing twice, nothing gone."""

import pytest

from cms.accounts import peran
from cms.core.models import EntriTinjau
from cms.komunitas.models import Anggota
from pelatihan.kelas.models import Kehadiran
from pelatihan.kelas.selectors import list_hadir
from pelatihan.lembar.models import Ketikan
from pelatihan.models import Bawaan, Lembar
from pelatihan.penilaian.models import Percobaan
from tests.factories.accounts import UserFactory
from tests.factories.balai import make_fasilitator, make_kelas, take
from tests.factories.pelatihan import make_anggota

from .test_balai import HpBalai, list_milik, list_peserta
from .test_tugas_bersama import race

pytestmark = [pytest.mark.dua, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def galih() -> Anggota:
    return make_fasilitator()


@pytest.fixture
def bawaan(galih):
    return take(make_kelas(galih), galih)


@pytest.fixture
def rekan() -> Anggota:
    return make_anggota(nama="Rekan", akun=UserFactory(peran=[peran.SEKRETARIS]))


def test_two_phones_with_the_same_sheet_are_one_attempt(bawaan, galih, rekan):
    milik = list_milik(bawaan)[0]
    kirim = []
    for siapa, teks in ((galih, "1A 2 5"), (rekan, "1B 2 5")):
        hp = HpBalai(siapa.akun, bawaan)
        entri = hp.ketik(milik, teks)
        kirim += [lambda hp=hp, entri=entri: _send(hp, entri)] * 2
    hasil = race(*kirim)
    assert hasil == {"jadi": 4}
    assert Percobaan.objects.count() == Ketikan.objects.count() == 1
    assert EntriTinjau.objects.get().alasan == "lembar-masuk"


def _send(hp, entri) -> None:
    """Until it is taken or put aside, as the phone does."""
    for _ke in range(20):
        if hp.ask(entri)[0] != "tunda":
            return
    raise AssertionError("never taken")


def test_two_roll_calls_at_once_keep_both_words(bawaan, galih, rekan):
    peserta = list_peserta(bawaan)[0]
    kirim = []
    for siapa, status in ((galih, "hadir"), (rekan, "alpa")):
        hp = HpBalai(siapa.akun, bawaan)
        entri = hp.hadir(peserta, status)
        kirim += [lambda hp=hp, entri=entri: _send(hp, entri)] * 2
    assert race(*kirim) == {"jadi": 4}
    assert sorted(Kehadiran.objects.values_list("status", flat=True)) == ["alpa", "hadir"]
    baris = next(b for b in list_hadir(bawaan.pertemuan) if b.peserta == peserta)
    assert baris.bentrok and not EntriTinjau.objects.exists()


def test_two_facilitators_pack_at_once_and_print_once(galih, rekan):
    pertemuan = make_kelas(galih)
    assert race(lambda: take(pertemuan, galih), lambda: take(pertemuan, rekan)) == {"jadi": 2}
    satu, dua = Bawaan.objects.all()
    assert satu.cetakan == dua.cetakan and Lembar.objects.count() == 2
