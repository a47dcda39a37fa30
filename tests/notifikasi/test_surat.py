"""The sample's mailbox: letters are written whole, read safely, and only where no mail leaves."""

import pytest
from django.core.mail import EmailMultiAlternatives

from cms.accounts import peran
from cms.notifikasi.channels import kotaksurat
from cms.notifikasi.permissions import KOTAK_SURAT
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kotak(settings, tmp_path):
    settings.GUYUB_DATA = tmp_path
    settings.EMAIL_BACKEND = KOTAK_SURAT


def send(judul="Kabar", teks="Halo http://127.0.0.1/x"):
    surat = EmailMultiAlternatives(judul, teks, "a@contoh.example", ["b@contoh.example"])
    surat.attach_alternative("<script>alert(1)</script>", "text/html")
    surat.send()
    return kotaksurat.list_nama()[0]


def test_letter_is_read_back(kotak):
    surat = kotaksurat.read_surat(send(judul="Kerja bakti – Sabtu"))
    assert (surat.judul, surat.kepada) == ("Kerja bakti – Sabtu", "b@contoh.example")
    assert surat.teks.startswith("Halo")


@pytest.mark.parametrize("nama", ["../guyub", "20260101T000000-abcdefabcdef", "x", "a/b", "\x00"])
def test_other_names_open_nothing(kotak, nama):
    send()
    assert kotaksurat.read_surat(nama) is None


def test_staff_reads_text_only(kotak, client):
    nama = send(teks="<b>tebal</b> http://127.0.0.1/x")
    client.force_login(UserFactory(peran=[peran.SEKRETARIS]))
    assert "Kabar" in client.get("/admin/surat/").content.decode()
    isi = client.get(f"/admin/surat/{nama}/").content.decode()
    assert "&lt;b&gt;tebal" in isi and "alert(1)" not in isi
    assert 'href="http://127.0.0.1/x"' in isi


def test_closed_to_others_and_where_mail_is_real(kotak, client, settings):
    nama = send()
    client.force_login(UserFactory(peran=[peran.EDITOR]))
    assert client.get(f"/admin/surat/{nama}/").status_code == 404
    client.force_login(UserFactory(peran=[peran.SEKRETARIS]))
    assert "Surat (contoh)" in client.get("/admin/").content.decode()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    for alamat in ("/admin/surat/", f"/admin/surat/{nama}/"):
        assert client.get(alamat).status_code == 404
    assert "Surat (contoh)" not in client.get("/admin/").content.decode()
