"""Signing on a phone."""

import uuid

import pytest

from cms.core import waktu
from tests.factories.musyawarah import SAH, make_menunggu, make_orang, make_sah

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hari():
    with waktu.pada(SAH):
        yield


def get_alamat(keputusan) -> str:
    return f"/lapangan/keputusan/{keputusan.uuid}/"


def test_whole_text_and_one_button(client, sidang):
    keputusan = make_menunggu(sidang)
    client.force_login(sidang.koordinator)
    assert keputusan.judul in client.get("/lapangan/keputusan/").content.decode()
    halaman = client.get(get_alamat(keputusan)).content.decode()
    assert keputusan.teks in halaman
    assert "Tanda tangani" in halaman
    jawaban = client.post(get_alamat(keputusan), {"isi": keputusan.isi_hash}, follow=True)
    assert "Anda sudah menandatangani" in jawaban.content.decode()
    assert keputusan.tanda_tangan.count() == 1
    assert keputusan.judul not in client.get("/lapangan/keputusan/").content.decode()


def test_a_get_signs_nothing(client, sidang):
    keputusan = make_menunggu(sidang)
    client.force_login(sidang.koordinator)
    client.get(get_alamat(keputusan), {"isi": keputusan.isi_hash})
    assert not keputusan.tanda_tangan.exists()


@pytest.mark.parametrize("isi", ["", "0" * 64, "x" * 5000, "\x00"])
def test_only_what_was_read_is_signed(client, sidang, isi):
    keputusan = make_menunggu(sidang)
    client.force_login(sidang.koordinator)
    assert client.post(get_alamat(keputusan), {"isi": isi}).status_code == 409
    assert not keputusan.tanda_tangan.exists()


def test_drafts_are_hidden_from_others_and_unknown_ones_are_404(client, sidang):
    keputusan = make_menunggu(sidang)
    for user in (make_orang("relawan"), sidang.tamu):
        client.force_login(user)
        assert client.get(get_alamat(keputusan)).status_code == 404
    client.force_login(sidang.koordinator)
    assert client.get(f"/lapangan/keputusan/{uuid.uuid4()}/").status_code == 404
    client.logout()
    assert client.get(get_alamat(keputusan))["Location"].startswith("/akun/masuk/")


def test_absent_member_reads_but_cannot_sign(client, sidang):
    keputusan = make_menunggu(sidang)
    client.force_login(make_orang("anggota-bkm"))
    assert "Tanda tangani" not in client.get(get_alamat(keputusan)).content.decode()
    assert client.post(get_alamat(keputusan), {"isi": keputusan.isi_hash}).status_code == 403


def test_too_late_says_so(client, sidang):
    keputusan = make_sah(sidang)
    client.force_login(sidang.lain[2])
    jawaban = client.post(get_alamat(keputusan), {"isi": keputusan.isi_hash})
    assert jawaban.status_code == 409
    assert "tidak (lagi) menunggu" in jawaban.content.decode()
