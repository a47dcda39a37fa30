"""One account on two phones whose clocks are wrong by days, and a quiz whose time ends: one truth."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from cms.core import waktu
from cms.core.models import EntriTinjau
from pelatihan.models import Jawaban, Percobaan
from tests.factories.pelatihan import make_tunggal
from tests.mesin.rumah import wait_until

from .test_kuis_luring import TERKIRIM, TERSIMPAN, make_percobaan, open_phone, open_semua

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MENUNGGU = re.compile("menunggu ditinjau")


def open_salah_jam(live_server, browser, kuis, hari: int):
    """All questions on a phone whose clock is wrong by so many days."""
    hp = open_phone(browser, live_server, kuis.peserta.anggota.akun)
    hp.add_init_script(f"const asli = Date.now; Date.now = () => asli() + {hari} * 86400000;")
    page = open_semua(hp, kuis)
    geser = page.evaluate("Date.now()") / 1000 - waktu.sekarang().timestamp()
    assert abs(geser - hari * 86400) < 3600
    return page


def choose(page, nomor: int, huruf: str):
    form = page.locator(f"#s{nomor}")
    form.get_by_label(f"Pilihan {huruf}").check()
    return form.locator("[data-keadaan]")


def test_two_phones_with_clocks_wrong_by_days(live_server, browser):
    kuis = make_percobaan(make_tunggal("Satu"), make_tunggal("Dua"))
    maju = open_salah_jam(live_server, browser, kuis, 9)
    mundur = open_salah_jam(live_server, browser, kuis, -9)
    expect(choose(maju, 1, "a")).to_have_text(TERKIRIM)
    expect(choose(mundur, 1, "c")).to_have_text(MENUNGGU)  # it had not seen the other
    expect(choose(mundur, 2, "b")).to_have_text(TERKIRIM)
    for page in (maju, mundur):
        page.reload()
        expect(page.locator("#s1").get_by_label("Pilihan a")).to_be_checked()
        expect(page.locator("#s2").get_by_label("Pilihan b")).to_be_checked()
    choose(mundur, 1, "b")  # now it has
    wait_until(lambda: Jawaban.objects.count() == 3, 30)
    maju.reload()
    expect(maju.locator("#s1").get_by_label("Pilihan b")).to_be_checked()
    semua = Jawaban.objects.order_by("id")
    assert [j.isi["pilihan"] for j in semua] == [["a"], ["b"], ["b"]]
    assert all(abs(j.diterima_pada - waktu.sekarang()) < timedelta(minutes=5) for j in semua)
    satu = EntriTinjau.objects.get()
    assert satu.isi["bidang"] == {"jawaban": ["c"]}
    assert abs(satu.dicatat_pada - waktu.sekarang()) < timedelta(minutes=5)
    for page in (maju, mundur):
        page.context.close()


@pytest.mark.parametrize("hari", [-9, 9])
def test_time_ends_by_the_servers_clock_and_late_answers_wait(live_server, browser, hari):
    """Sent within the grace it counts, recorded without signal and sent after it, it waits for a person."""
    satu, dua = make_tunggal("Satu"), make_tunggal("Dua")
    kuis = make_percobaan(satu, dua, batas_menit=20, toleransi_detik=60)
    page = open_salah_jam(live_server, browser, kuis, hari)
    pindah(kuis, timedelta(minutes=20, seconds=5))
    expect(choose(page, 1, "a")).to_have_text(TERKIRIM)
    page.context.set_offline(True)
    expect(choose(page, 2, "a")).to_have_text(TERSIMPAN)
    pindah(kuis, timedelta(minutes=5))
    page.context.set_offline(False)
    expect(page.locator("#s2 [data-keadaan]")).to_have_text(MENUNGGU, timeout=30000)
    assert Jawaban.objects.get().soal_kunci == satu.kunci
    assert EntriTinjau.objects.get().alasan == "terlambat"
    page.goto(f"/belajar/kuis/{kuis.uuid}/semua/")
    expect(page).to_have_url(re.compile("/hasil/$"))
    kuis.refresh_from_db()
    assert kuis.habis_waktu and kuis.nilai_bp == 5000
    page.context.close()


def pindah(kuis: Percobaan, lama: timedelta) -> None:
    """As if so much time had gone by since the attempt began."""
    kuis.refresh_from_db()
    saat = {n: getattr(kuis, n) - lama for n in ("mulai_pada", "batas_pada", "tutup_pada")}
    Percobaan.objects.filter(pk=kuis.pk).update(**saat)
