"""Two phones: one gives, one receives; the thing changes hands when both have said so."""

import pytest
from playwright.sync_api import expect

from aset.inventaris.models import Serahan
from aset.inventaris.services import confirm_serahan
from tests.factories.aset import make_barang, make_orang, make_serahan

from .telepon import assert_clean, assert_fits, open_phone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def barang():
    """A thing in somebody's hands."""
    barang = make_barang(nama="Pengeras suara")
    pertama = make_serahan(barang, make_orang("ups"))
    confirm_serahan(serahan=pertama, actor=pertama.kepada.akun)
    barang.refresh_from_db()
    return barang


@pytest.mark.parametrize("lebar", [360, 1280])
def test_hand_over_by_two_phones_without_script(live_server, browser, barang, lebar):
    layar = {"viewport": {"width": lebar, "height": 740}}
    petugas, penerima = make_orang("sekretaris"), make_orang("relawan")
    start(open_phone(browser, live_server, petugas, **layar), barang, penerima)
    for user, kata in (
        (penerima, "Sudah saya terima"),
        (barang.pemegang.akun, "Sudah saya serahkan"),
    ):
        page = open_phone(browser, live_server, user, **layar)
        confirm(page, kata)
    page.goto(f"/lapangan/serah/{Serahan.objects.first().uuid}/")
    expect(page.get_by_text("Sudah diserahterimakan")).to_be_visible()
    barang.refresh_from_db()
    assert barang.pemegang == penerima.anggota


def start(page, barang, penerima):
    page.goto(f"/cek/{barang.kode}/")
    page.get_by_role("link", name="Serahkan kepada orang lain").click()
    page.get_by_label("Nama penerima").fill(penerima.nama)
    page.get_by_role("button", name="Cari").click()
    page.get_by_text(penerima.nama, exact=True).click()
    assert_fits(page)
    page.get_by_role("button", name="Minta kedua pihak menyetujui").click()
    expect(page.get_by_text("Menunggu persetujuan")).to_be_visible()


def confirm(page, kata):
    """From the inbox to the button above the thumb."""
    page.goto("/akun/pesan/")
    page.get_by_role("link", name="Mohon setujui serah terima").first.click()
    page.get_by_role("button", name="Lihat serah terima").click()
    assert_fits(page)
    tombol = page.get_by_role("button", name=kata)
    assert tombol.bounding_box()["height"] >= 48
    tombol.click()
    expect(page.get_by_text("Persetujuan Anda sudah tersimpan")).to_be_visible()


def test_receiver_says_that_something_is_not_right(live_server, browser, barang):
    serahan = make_serahan(barang, make_orang("relawan"))
    page = open_phone(browser, live_server, serahan.kepada.akun)
    page.goto(f"/lapangan/serah/{serahan.uuid}/")
    page.get_by_text("Ada yang tidak cocok").click()
    page.get_by_label("Apa yang tidak cocok?").fill("Kabelnya putus.")
    page.get_by_role("button", name="Jangan diserahterimakan").click()
    expect(page.get_by_text("Kabelnya putus.")).to_be_visible()
    barang.refresh_from_db()
    assert barang.pemegang == serahan.dari


def test_pages_are_clean_in_light_and_dark(live_server, browser, barang):
    sekretaris = make_orang("sekretaris")
    serahan = make_serahan(barang, sekretaris)
    rumah = f"/lapangan/barang/{barang.uuid}/"
    alamat = ["/lapangan/barang/", rumah, f"/lapangan/serah/{serahan.uuid}/", "/akun/pesan/"]
    assert_clean(browser, live_server, alamat, sekretaris)
    assert_clean(browser, live_server, [f"/cek/{barang.kode}/"])
