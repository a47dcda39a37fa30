"""A chooser tells of a row only to who may see it, in its list and when asked for one by number."""

import pytest
from django.urls import reverse

from home.services import build_situs
from pelatihan.models import Kuis, Soal
from tests.factories.accounts import UserFactory
from tests.factories.home import make_berita
from tests.factories.musyawarah import make_konsep, make_sah, make_sidang
from tests.factories.pelatihan import make_kuis

pytestmark = pytest.mark.django_db
HALAMAN = "wagtailadmin_choose_page"


def login(client, peran: str):
    client.force_login(UserFactory(peran=[peran]))
    return client


def list_jawab(client, nama: str, pk: int) -> list:
    """What the four views of a chooser answer."""
    return [
        client.get(reverse(f"{nama}:choose")),
        client.get(reverse(f"{nama}:choose_results")),
        client.get(reverse(f"{nama}:chosen", args=[pk])),
        client.get(reverse(f"{nama}:chosen_multiple"), {"id": pk}),
    ]


@pytest.mark.parametrize(("nama", "model"), [("soal_chooser", Soal), ("kuis_chooser", Kuis)])
def test_the_bank_is_for_who_keeps_it(client, nama, model):
    make_kuis()
    satu = model.objects.first()
    login(client, "petugas")
    assert all(j.status_code in (302, 403) for j in list_jawab(client, nama, satu.pk))
    login(client, "fasilitator")
    assert all(satu.judul in j.content.decode() for j in list_jawab(client, nama, satu.pk))


def test_only_ratified_decisions_are_named(client):
    sidang = make_sidang()
    sah, konsep = make_sah(sidang, judul="Talud dusun"), make_konsep(sidang, judul="Masih rahasia")
    login(client, "editor")
    assert all(
        "Talud" in j.content.decode() for j in list_jawab(client, "keputusan_chooser", sah.pk)
    )
    jawab = list_jawab(client, "keputusan_chooser", konsep.pk)
    assert not any("rahasia" in j.content.decode() for j in jawab)
    assert jawab[2].status_code == 404


@pytest.mark.parametrize("pk", ["abc", "0"])
def test_a_number_that_is_none(client, pk):
    login(client, "editor")
    assert client.get(reverse("keputusan_chooser:chosen", args=[pk])).status_code == 404


@pytest.fixture
def konsep(db):
    build_situs()
    berita = make_berita(title="Masih rahasia")
    berita.unpublish()
    return berita


def list_alamat(berita) -> list[str]:
    """Every page of Wagtail's that names pages by number or search."""
    cari = f"{reverse(f'{HALAMAN}_search')}?q=rahasia"
    banyak = f"{reverse(f'{HALAMAN}_chosen_multiple')}?id={berita.pk}"
    induk = reverse(f"{HALAMAN}_child", args=[berita.get_parent().pk])
    massal = [
        f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', kerja])}?id={berita.pk}"
        for kerja in ("delete", "publish", "unpublish", "move")
    ]
    return [cari, banyak, induk, reverse(f"{HALAMAN}_child", args=[berita.pk]), *massal]


@pytest.mark.parametrize("peran", ["petugas", "kasir", "auditor"])
def test_drafts_are_not_named_to_who_edits_no_pages(client, konsep, peran):
    login(client, peran)
    for alamat in list_alamat(konsep):
        jawab = client.get(alamat)
        assert jawab.status_code == 403 and "rahasia" not in jawab.content.decode(), alamat
    assert client.get(reverse(HALAMAN)).status_code == 403


def test_editors_choose_pages_as_before(client, konsep):
    login(client, "editor")
    alamat = list_alamat(konsep)
    assert all("rahasia" in client.get(satu).content.decode() for satu in alamat[:4])
    assert client.get(reverse(HALAMAN)).status_code == 200
