"""What learning pages weigh on a weak phone: the longest course as it is taught, packed as they are sent."""

import gzip

import pytest
from django.urls import reverse
from wagtail.models import Page

from pelatihan.kursus.models import Rilis
from pelatihan.kursus.selectors import get_tes, list_kuis, list_pelajaran_kunci
from pelatihan.models import KursusIndexPage
from pelatihan.muat.services import load_kursus
from pelatihan.penilaian.selectors import get_kuis_tampak
from pelatihan.penilaian.services import finish_percobaan, start_percobaan
from pelatihan.peserta.services import enroll_peserta
from tests.factories.pelatihan import make_anggota

pytestmark = pytest.mark.django_db
BATAS = 10 * 1024


class Timbangan:
    """Opens pages of /belajar/ and notes what is heavier than a page may be."""

    def __init__(self, client):
        self.client, self.berat = client, {}

    def weigh(self, nama: str, *args) -> None:
        jawab = self.client.get(reverse(f"pelatihan:{nama}", args=args))
        assert jawab.status_code == 200, (nama, args)
        self.berat[nama, *args] = len(gzip.compress(jawab.content, 6))

    def list_berat(self) -> dict:
        return {apa: berat for apa, berat in self.berat.items() if berat > BATAS}


def test_no_page_of_a_course_is_heavy(client):
    akar = Page.objects.get(depth=2)
    akar.add_child(instance=KursusIndexPage(title="Belajar", slug="belajar-kita"))
    load_kursus("manajemen-mutu-organisasi")
    rilis, anggota = Rilis.objects.get(), make_anggota()
    client.force_login(anggota.akun)
    peserta = enroll_peserta(anggota=anggota, kursus_kunci=rilis.kursus_kunci)
    timbangan = Timbangan(client)
    timbangan.weigh("list_kursus")
    timbangan.weigh("show_kursus", peserta.uuid)
    for kunci in list_pelajaran_kunci(rilis):
        timbangan.weigh("read_pelajaran", peserta.uuid, kunci)
    for kuis in [*list_kuis(rilis), get_tes(rilis)["awal"]]:
        timbangan.weigh("open_kuis", peserta.uuid, kuis["kunci"])
        _weigh_kuis(timbangan, start_percobaan(peserta=peserta, kuis_kunci=kuis["kunci"]))
    assert not timbangan.list_berat()


def _weigh_kuis(timbangan: Timbangan, percobaan) -> None:
    """Two questions, all of them on one page, the look before handing in, the result."""
    tampak = get_kuis_tampak(percobaan)
    assert not tampak.langsung  # else nothing would be weighed all at once
    for soal in tampak.soal[:2]:
        timbangan.weigh("answer_soal", percobaan.uuid, soal.nomor)
    timbangan.weigh("answer_semua", percobaan.uuid)
    timbangan.weigh("submit_kuis", percobaan.uuid)
    finish_percobaan(percobaan=percobaan)
    timbangan.weigh("show_hasil", percobaan.uuid)
