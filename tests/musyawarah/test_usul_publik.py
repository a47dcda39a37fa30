"""The public form: nothing typed is lost, nothing is sent twice, nobody is locked out."""

import re
import uuid
from datetime import date, timedelta

import pytest

from cms.core import waktu
from cms.core.kiriman.models import Kiriman
from cms.notifikasi.models import Pesan
from musyawarah.aspirasi import forms, selectors, services
from musyawarah.aspirasi.models import Aspirasi
from tests.factories.musyawarah import make_orang

pytestmark = pytest.mark.django_db
SENIN = date(2026, 11, 23)
ISI = "Lampu jalan di RT 04 mati sejak Jumat."


@pytest.fixture(autouse=True)
def hari():
    with waktu.pada(SENIN):
        yield


def make_isian(umur: int = 60, **lain) -> dict:
    with waktu.pada(waktu.sekarang() - timedelta(seconds=umur)):
        cap = forms.make_cap()
    return {"jenis": "keluhan", "isi": ISI, "kunci": str(uuid.uuid4()), "cap": cap, **lain}


def get_kode(response) -> str:
    return re.search(r'class="kode">([0-9a-z-]+)<', response.content.decode())[1]


def test_form_asks_no_cookie_and_is_kept_by_no_cache(client, situs):
    jawaban = client.get("/usul/?jenis=usul")
    assert jawaban.status_code == 200
    assert not jawaban.cookies
    assert "no-store" in jawaban["Cache-Control"]
    assert 'value="usul"' in jawaban.content.decode()
    assert "csrfmiddlewaretoken" not in jawaban.content.decode()


def test_complaint_is_received_and_followed_by_its_code(client, situs):
    jawaban = client.post("/usul/", make_isian())
    kode = get_kode(jawaban)
    aspirasi = Aspirasi.objects.get()
    assert (aspirasi.tiket, aspirasi.isi, aspirasi.status) == ("2026/0001", ISI, "baru")
    assert aspirasi.batas_jawab == date(2026, 12, 7)
    assert "no-store" in jawaban["Cache-Control"]
    status = client.post("/usul/ikuti/", {"kode": kode.upper().replace("-", " ")})
    assert ISI in status.content.decode()
    assert "no-store" in status["Cache-Control"]


def test_code_is_kept_nowhere(client, situs, caplog):
    caplog.set_level("DEBUG")
    kode = get_kode(client.post("/usul/", make_isian(surel="warga@contoh.example")))
    client.post("/usul/ikuti/", {"kode": kode})
    polos = kode.replace("-", "")
    simpanan = [*Aspirasi.objects.values(), *Kiriman.objects.values(), *Pesan.objects.values()]
    for teks in (str(simpanan), caplog.text):
        assert kode not in teks
        assert polos not in teks


def test_sent_twice_is_one_ticket_with_the_same_code(client, situs):
    isian = make_isian()
    pertama, kedua = client.post("/usul/", isian), client.post("/usul/", isian)
    assert get_kode(pertama) == get_kode(kedua)
    assert Aspirasi.objects.count() == 1


def test_changed_after_sending_asks_before_it_sends_again(client, situs):
    isian = make_isian()
    client.post("/usul/", isian)
    jawaban = client.post("/usul/", {**isian, "isi": "Lampunya dua."})
    assert jawaban.status_code == 409
    assert "Lampunya dua." in jawaban.content.decode()
    baru = re.search(r'name="kunci" value="([^"]+)"', jawaban.content.decode())[1]
    assert (
        client.post("/usul/", {**isian, "isi": "Lampunya dua.", "kunci": baru}).status_code == 200
    )
    assert Aspirasi.objects.count() == 2


@pytest.mark.parametrize(
    ("lain", "kalimat"),
    [
        ({"jenis": "sumpah"}, "Ada isian yang belum benar"),
        ({"surel": "bukan surel"}, "Ada isian yang belum benar"),
        ({"telepon": "nol delapan"}, "angka saja"),
        ({"situs": "http://iklan.example"}, "seharusnya kosong"),
        ({"cap": "palsu"}, "sudah lama terbuka"),
        ({"kunci": "bukan-uuid"}, ISI),
        ({"nama": "x" * 5000}, "Ada isian yang belum benar"),
    ],
)
def test_what_was_typed_comes_back_with_every_error(client, situs, lain, kalimat):
    jawaban = client.post("/usul/", make_isian(**lain))
    isi = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert ISI in isi
    assert kalimat in isi
    assert not Aspirasi.objects.exists()


@pytest.mark.parametrize("umur", [0, 2, 13 * 3600])
def test_time_trap_lets_the_second_try_pass(client, situs, umur):
    isian = make_isian(umur)
    jawaban = client.post("/usul/", isian)
    assert jawaban.status_code == 422
    cap = re.search(r'name="cap" value="([^"]+)"', jawaban.content.decode())[1]
    with waktu.pada(waktu.sekarang() + timedelta(seconds=5)):
        assert client.post("/usul/", {**isian, "cap": cap}).status_code == 200


@pytest.mark.parametrize("isi", ["", "   ", "<script>alert(1)</script>", "\x00", "<b></b>"])
def test_nothing_said_is_no_ticket(client, situs, isi):
    assert client.post("/usul/", make_isian(isi=isi)).status_code in (200, 422)
    assert not Aspirasi.objects.exclude(isi="alert(1)").exists()


def test_markup_is_taken_out_and_words_stay(client, situs):
    client.post("/usul/", make_isian(isi="Air <b>keruh</b> & bau. 5 < 10 \U0001f410"))
    assert Aspirasi.objects.get().isi == "Air keruh & bau. 5 < 10 \U0001f410"


def test_very_long_text_is_told_and_kept(client, situs):
    jawaban = client.post("/usul/", make_isian(isi="a" * 4001))
    assert jawaban.status_code == 422
    assert "a" * 4001 in jawaban.content.decode()


def test_ten_from_one_address_pass_and_a_flood_is_slowed(client, situs):
    for _n in range(20):
        assert client.post("/usul/", make_isian()).status_code == 200
    jawaban = client.post("/usul/", make_isian())
    assert jawaban.status_code == 429
    assert ISI in jawaban.content.decode()
    assert client.post("/usul/", make_isian(), REMOTE_ADDR="10.0.0.9").status_code == 200


def test_another_site_cannot_post_for_a_visitor(client, situs):
    for tajuk in ({"origin": "https://jahat.example"}, {"sec-fetch-site": "cross-site"}):
        jawaban = client.post("/usul/", make_isian(), headers=tajuk)
        assert jawaban.status_code == 403
        assert ISI in jawaban.content.decode()
    sendiri = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}
    assert client.post("/usul/", make_isian(), headers=sendiri).status_code == 200


@pytest.mark.parametrize(
    "kode", ["", "7k2m", "0" * 13, "2222-2222-22222", "'; --", "é" * 13, "x" * 999]
)
def test_unknown_codes_are_answered_kindly(client, situs, kode):
    jawaban = client.post("/usul/ikuti/", {"kode": kode})
    assert jawaban.status_code == 422


def test_code_is_not_read_from_an_address(client, situs):
    kode = get_kode(client.post("/usul/", make_isian()))
    assert ISI not in client.get(f"/usul/ikuti/?kode={kode}").content.decode()
    assert client.get(f"/usul/tarik/?kode={kode}").status_code == 405


def test_withdrawn_by_its_sender(client, situs):
    kode = get_kode(client.post("/usul/", make_isian()))
    for _n in range(2):
        assert "Ditarik" in client.post("/usul/tarik/", {"kode": kode}).content.decode()
    aspirasi = Aspirasi.objects.get()
    assert aspirasi.tanggapan.filter(jenis="ditarik").count() == 1
    with pytest.raises(services.SudahDitutup):
        services.answer_aspirasi(aspirasi=aspirasi, jawaban="x", actor=make_orang("sekretaris"))


def test_answer_reaches_the_person(client, situs):
    sekretaris = make_orang("sekretaris")
    kode = get_kode(client.post("/usul/", make_isian(surel="warga@contoh.example")))
    aspirasi = selectors.find_aspirasi(kode)
    services.note_aspirasi(aspirasi=aspirasi, catatan="Tanya Pak RT dulu", actor=sekretaris)
    services.answer_aspirasi(aspirasi=aspirasi, jawaban="Sudah diganti.", actor=sekretaris)
    halaman = client.post("/usul/ikuti/", {"kode": kode}).content.decode()
    assert "Sudah diganti." in halaman
    assert "Pak RT" not in halaman
    surat = Pesan.objects.get(jenis="aspirasi_dijawab")
    assert (surat.alamat, surat.penerima_user) == ("warga@contoh.example", None)
    assert ISI not in str(Pesan.objects.filter(jenis="aspirasi_diterima").values("judul", "isi"))


def test_abusive_text_is_hidden_not_deleted(client, situs):
    sekretaris = make_orang("sekretaris")
    kode = get_kode(client.post("/usul/", make_isian()))
    aspirasi = Aspirasi.objects.get()
    services.set_tersembunyi(aspirasi=aspirasi, tersembunyi=True, actor=sekretaris, alasan="kasar")
    halaman = client.post("/usul/ikuti/", {"kode": kode}).content.decode()
    assert ISI not in halaman
    assert "kasar" not in halaman
    services.set_tersembunyi(aspirasi=aspirasi, tersembunyi=False, actor=sekretaris)
    assert ISI in client.post("/usul/ikuti/", {"kode": kode}).content.decode()
