"""Releases by the button: what waits, what it touches, who learns by which."""

import pytest
from django.urls import reverse

from cms.accounts import peran
from cms.accounts.services import give_peran
from pelatihan.kursus import rules
from pelatihan.kursus.services import save_kuis
from pelatihan.models import KuisSoal, Rilis
from pelatihan.penilaian import services
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import jawab, make_kuis, make_kursus, make_peserta, make_tunggal

pytestmark = pytest.mark.django_db


@pytest.fixture
def kantor(client):
    user = UserFactory()
    give_peran(user=user, peran=peran.KOORDINATOR, dasar="uji")
    client.force_login(user)
    return client


def test_a_saved_quiz_waits_for_the_button_and_running_attempts_keep_theirs(kantor):
    soal = make_tunggal()
    kuis = make_kuis(soal)
    kursus = make_kursus(kuis=kuis)
    percobaan = services.start_percobaan(peserta=make_peserta(kursus), kuis_kunci=kuis.kunci)
    kuis.lulus_bp, kuis.judul = 9000, "Kuis baru"
    save_kuis(kuis=kuis, butir=[(b.soal, b.bobot) for b in KuisSoal.objects.filter(kuis=kuis)])
    url = reverse("rilis:terbitkan", args=[kursus.pk])
    assert "Perubahan belum terbit: 1" in kantor.get(reverse("rilis:index")).content.decode()
    halaman = kantor.get(url).content.decode().replace("&quot;", "")
    assert "Kuis “Kuis baru”: diubah" in halaman and "kuis yang lama: 1" in halaman
    assert "Sedang belajar: 1" in halaman
    assert Rilis.objects.count() == 1
    for _n in range(2):
        assert kantor.post(url).status_code == 302
    assert Rilis.objects.count() == 2
    halaman = kantor.get(url).content.decode().replace("&quot;", "")
    assert "Semua sudah terbit" in halaman and "Kuis “Kuis baru”: diubah" in halaman
    jawab(percobaan, soal, pilihan=["a"])
    assert services.finish_percobaan(percobaan=percobaan).rilis.nomor == 1
    assert make_peserta(kursus, None).rilis.nomor == 2


def test_content_from_before_the_rules_counts_as_the_same():
    lama = {"judul": "K", "pengantar": "", "lulus_bp": 7000, "acak_pilihan": True, "soal": []}
    assert rules.is_kuis_sama(lama, {**lama, **rules.ATURAN_AWAL})
    assert not rules.is_kuis_sama(lama, {**lama, **rules.ATURAN_AWAL, "batas_menit": 5})
