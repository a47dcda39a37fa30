"""Learning paths: written in the office, read in public."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cms.accounts import peran
from pelatihan.kursus.services import save_jalur
from pelatihan.models import BagianPage, Jalur
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import make_kursus

pytestmark = pytest.mark.django_db


def form(*halaman, **lebih):
    langkah = [{"halaman": h.pk} for h in halaman]
    isi = {"judul": "Jalur kasir", "urutan": 1, "status": "terbit", "untuk_siapa": "Kasir UPK"}
    return nested_form_data({**isi, "pengantar": "", **lebih, "langkah": inline_formset(langkah)})


def umum(client) -> str:
    return client.get("/pelatihan/").content.decode()


@pytest.fixture
def kursus():
    return make_kursus(judul="Kas yang rapi")


@pytest.fixture
def fasilitator(client):
    user = UserFactory(peran=[peran.FASILITATOR])
    client.force_login(user)
    return client


def test_a_maker_orders_courses_and_modules(fasilitator, kursus, client):
    bagian = BagianPage.objects.get()
    assert fasilitator.post(reverse("jalur:add"), form(bagian, bagian)).status_code == 200
    assert fasilitator.post(reverse("jalur:add"), form(bagian, kursus)).status_code == 302
    jalur = Jalur.objects.get()
    assert [s.halaman_id for s in jalur.langkah.all()] == [bagian.pk, kursus.pk]
    client.logout()
    halaman = umum(client)
    assert "Jalur kasir" in halaman and halaman.index(bagian.url) < halaman.rindex(kursus.url)


def test_editing_changes_the_order(fasilitator, kursus):
    bagian = BagianPage.objects.get()
    jalur = save_jalur(jalur=Jalur(judul="Lama"), halaman=[kursus, bagian])
    fasilitator.post(reverse("jalur:edit", args=[jalur.pk]), form(bagian, kursus))
    assert [s.halaman_id for s in jalur.langkah.all()] == [bagian.pk, kursus.pk]
    assert Jalur.objects.get().judul == "Jalur kasir"


def test_a_path_without_a_step_is_refused(fasilitator, kursus):
    assert fasilitator.post(reverse("jalur:add"), form()).status_code == 200
    assert not Jalur.objects.exists()


def test_drafts_and_closed_pages_are_not_shown(kursus, client):
    lain = make_kursus(judul="Hanya pengurus")
    Page.objects.get(pk=lain.pk).unpublish()
    save_jalur(jalur=Jalur(judul="Konsep"), halaman=[kursus])
    save_jalur(jalur=Jalur(judul="Terbit", status="terbit"), halaman=[kursus, lain])
    halaman = umum(client)
    assert "Terbit" in halaman and "Konsep" not in halaman and "Hanya pengurus" not in halaman
