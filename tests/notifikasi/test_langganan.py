"""Double opt-in, unsubscribing by one button or one click, inbox and preferences."""

from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail

from cms.core import waktu
from cms.notifikasi.models import Langganan, Penolakan, Pesan
from cms.notifikasi.selectors import get_pelanggan
from cms.notifikasi.services import langganan, pengantaran
from tests.factories.notifikasi import make_penerima, queue_uji

pytestmark = pytest.mark.django_db
SUREL = "ibu@contoh.example"


def antar():
    pengantaran.deliver(list(Pesan.objects.values_list("pk", flat=True)))


def get_path(url):
    return urlsplit(url).path


def langgan(client) -> str:
    client.post("/akun/kabar/", {"surel": SUREL.upper()})
    return get_path(Pesan.objects.filter(jenis="langganan_konfirmasi").latest("id").tautan)


def test_subscription_counts_only_after_the_button(client):
    alamat = langgan(client)
    assert get_pelanggan() == []
    client.get(alamat)
    assert get_pelanggan() == []
    assert "akan sampai" in client.post(alamat).content.decode()
    client.post(alamat)
    [penerima] = get_pelanggan()
    assert penerima.alamat == {"surel": SUREL}


def test_unsubscribe_needs_one_button_or_one_click(client):
    client.post(langgan(client))
    for cara in ({}, {"List-Unsubscribe": "One-Click"}):
        queue_uji(get_pelanggan(), jenis="berita_terbit", kunci=f"b{len(cara)}")
        antar()
        berhenti = mail.outbox[-1].extra_headers["List-Unsubscribe"].strip("<>")
        assert (
            mail.outbox[-1].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        )
        client.get(get_path(berhenti))
        assert get_pelanggan()
        assert client.post(get_path(berhenti), cara).status_code == 200
        assert get_pelanggan() == []
        assert queue_uji([make_penerima(surel=SUREL)], jenis="berita_terbit", kunci="lagi") == 0
        client.post(langgan_lagi(client))


def langgan_lagi(client) -> str:
    with waktu.pada(waktu.sekarang() + timedelta(hours=1)):
        return langgan(client)


def test_needed_messages_have_no_way_to_stop():
    queue_uji([make_penerima(surel=SUREL)])
    antar()
    assert "List-Unsubscribe" not in mail.outbox[0].extra_headers
    langganan.refuse_jenis(saluran="surel", alamat=SUREL, jenis="uji")
    assert not Penolakan.objects.exists()


@pytest.mark.parametrize("path", ["konfirmasi/rusak/", "../berhenti/rusak/"])
def test_broken_links_say_so(client, path):
    jawab = client.get(f"/akun/kabar/{path}".replace("kabar/../", ""))
    assert jawab.status_code == 410 and "tidak berlaku" in jawab.content.decode()


def test_confirmation_expires(client):
    with waktu.pada(date(2026, 1, 1)):
        alamat = langgan(client)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("time.time", lambda: waktu.sekarang().timestamp() + 4 * 24 * 3600)
        assert client.post(alamat).status_code == 410


def test_one_address_is_not_flooded_and_honeypot_is_silent(client):
    for _ in range(6):
        assert client.post("/akun/kabar/", {"surel": SUREL}).status_code == 302
    assert Pesan.objects.count() <= langganan.BATAS_ALAMAT.jumlah
    client.post("/akun/kabar/", {"surel": "robot@contoh.example", "situs": "x"})
    assert Langganan.objects.count() == 1


def test_many_requests_from_one_place_are_refused_with_words(client):
    with waktu.pada(date(2026, 1, 1)):
        for n in range(langganan.BATAS_ASAL.jumlah):
            langganan.request_langganan(surel=f"a{n}@contoh.example", asal="127.0.0.1")
        jawab = client.post("/akun/kabar/", {"surel": SUREL})
    assert jawab.status_code == 429 and SUREL in jawab.content.decode()


@pytest.mark.parametrize("surel", ["", "bukan-alamat", "a@b", "x" * 300 + "@c.id", "a\x00@b.id"])
def test_bad_addresses_get_a_message(client, surel):
    jawab = client.post("/akun/kabar/", {"surel": surel})
    assert jawab.status_code == 200 and not Langganan.objects.exists()


def test_inbox_shows_own_messages_only_and_reading_is_a_post(client, user):
    from tests.factories.accounts import UserFactory

    queue_uji([make_penerima(user)], tautan="/akun/kabar/")
    pesan = Pesan.objects.get(saluran="kotak")
    client.force_login(UserFactory())
    assert client.get(f"/akun/pesan/{pesan.uuid}/").status_code == 404
    assert client.post(f"/akun/pesan/{pesan.uuid}/dibaca/").status_code == 404
    client.force_login(user)
    assert "Kabar uji" in client.get("/akun/pesan/").content.decode()
    client.get(f"/akun/pesan/{pesan.uuid}/")
    assert Pesan.objects.get(pk=pesan.pk).dibaca_pada is None
    assert client.get(f"/akun/pesan/{pesan.uuid}/dibaca/").status_code == 405
    assert client.post(f"/akun/pesan/{pesan.uuid}/dibaca/").url == "/akun/kabar/"
    assert Pesan.objects.get(pk=pesan.pk).dibaca_pada


def test_account_chooses_kinds(client, user):
    client.force_login(user)
    client.post("/akun/pesan/pilihan/", {})
    queue_uji([make_penerima(user, user.email)], jenis="berita_terbit")
    assert [p.saluran for p in Pesan.objects.all()] == ["kotak"]
    client.post("/akun/pesan/pilihan/", {"mau": ["berita_terbit"]})
    queue_uji([make_penerima(user, user.email)], jenis="berita_terbit", kunci="dua")
    assert Pesan.objects.filter(saluran="surel").count() == 1


def test_sample_letters_say_so(settings):
    from wagtail.models import Site

    from cms.core.setelan.models import SetelanBkm

    setelan = SetelanBkm.for_site(Site.objects.get())
    setelan.contoh = True
    setelan.save()
    queue_uji([make_penerima()])
    antar()
    assert mail.outbox[0].subject.startswith("[Data contoh]")
    assert "Data contoh" in mail.outbox[0].body


def test_inbox_waits_for_its_day_and_the_header_counts_unread(client, user):
    queue_uji([make_penerima(user)], kunci="kini")
    queue_uji([make_penerima(user)], kunci="nanti", tidak_sebelum=waktu.sekarang() + timedelta(1))
    client.force_login(user)
    assert client.get("/akun/pesan/").content.decode().count("Kabar uji") == 1
    assert '<span class="lencana">1<' in client.get("/akun/").content.decode()
    client.post("/akun/pesan/dibaca/")
    assert '<span class="lencana">' not in client.get("/akun/").content.decode()


def test_anonymous_pages_count_nothing(client, django_assert_num_queries):
    from cms.notifikasi.templatetags.notifikasi import belum_dibaca

    with django_assert_num_queries(0):
        assert belum_dibaca({}) == ""


@pytest.mark.parametrize(("jenis", "kata"), [("hasil_kuis", "Lihat hasil kuis"), ("uji", "Buka")])
def test_the_button_says_what_it_opens_and_the_title_stands_once(client, user, jenis, kata):
    queue_uji([make_penerima(user)], jenis=jenis, tautan="/akun/")
    Pesan.objects.update(dibuat_pada=waktu.sekarang() - timedelta(days=400))
    client.force_login(user)
    tahun = (waktu.hari_ini() - timedelta(days=400)).year
    assert f"{tahun}</time>" in client.get("/akun/pesan/").content.decode()
    pesan = Pesan.objects.get(saluran="kotak")
    isi = client.get(f"/akun/pesan/{pesan.uuid}/").content.decode().partition("<main")[2]
    assert f">{kata}</button>" in isi and isi.count(pesan.judul) == 1
