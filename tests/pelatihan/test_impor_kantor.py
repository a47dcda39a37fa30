"""Files of questions in the office: looked at, taken in once, given back as they were filtered."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from cms.accounts import peran
from pelatihan.models import Impor, Soal
from pelatihan.muat.gift import read_gift
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import make_tunggal

pytestmark = pytest.mark.django_db
BAIK = "::Kas::Siapa memegang <b>kas</b>?{=Kasir#Tepat ~Ketua}\n\n::Rapat::Rapat {=sah} hari ini.\n"


@pytest.fixture
def kantor(client):
    client.force_login(UserFactory(peran=[peran.FASILITATOR]))
    return client


def send(kantor, teks, bank="", nama="soal.gift"):
    isi = teks.encode() if isinstance(teks, str) else teks
    berkas = SimpleUploadedFile(nama, isi)
    return kantor.post(reverse("soal:impor"), {"berkas": berkas, "bank": bank})


def test_looked_at_then_taken_in_once(kantor):
    assert kantor.get(reverse("soal:impor")).status_code == 200
    tinjau = send(kantor, BAIK, "kas-2026").url
    halaman = kantor.get(tinjau).content.decode()
    assert "2 soal siap" in halaman and "Kasir" in halaman and "(100%)" in halaman
    assert "&lt;b&gt;kas&lt;/b&gt;" in halaman and "Rapat [[1]] hari ini." in halaman
    assert not Soal.objects.exists()
    for _kali in range(2):
        assert kantor.post(tinjau).url == reverse("soal:index")
    assert Soal.objects.filter(bank="kas-2026").count() == 2
    assert "sudah ada di bank soal" in kantor.get(tinjau).content.decode()


def test_one_refused_stops_all(kantor):
    tinjau = send(kantor, f"{BAIK}\n::Rusak::Apa?{{=a")
    halaman = kantor.get(tinjau.url).content.decode()
    assert "1 soal ditolak" in halaman and "kurung kurawal" in halaman
    assert ">Masukkan</button>" not in halaman
    assert kantor.post(tinjau.url).status_code == 302
    assert not Soal.objects.exists()


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("Kaf\xe9?{T}".encode("latin-1"), "UTF-8"),
        (b"", "kosong"),
        ("Apa?{T}".encode("utf-16"), "UTF-16"),
    ],
)
def test_an_unreadable_file_comes_back_with_words(kantor, isi, kata):
    jawaban = send(kantor, isi)
    assert jawaban.status_code == 200 and kata in jawaban.content.decode()
    assert not Impor.objects.exists()


def test_bank_has_a_plain_code(kantor):
    assert "kas-2026" in send(kantor, BAIK, "Kas 2026!").content.decode()


def test_sheet_to_fill_in_is_readable_again(kantor):
    isi = kantor.get(reverse("soal:templat")).content
    assert load_workbook(BytesIO(isi)).sheetnames == ["Soal", "Petunjuk"]
    assert "10 soal siap" in kantor.get(send(kantor, isi, nama="t.xlsx").url).content.decode()


def test_download_follows_the_filter(kantor):
    make_tunggal("Siapa memutus?")
    soal = make_tunggal("Siapa mencatat?")
    Soal.objects.filter(pk=soal.pk).update(topik="catatan")
    index = reverse("soal:index")
    halaman = kantor.get(index, {"topik": "catatan"}).content.decode()
    assert "topik=catatan&amp;export=gift" in halaman
    for saring in ({"topik": "catatan"}, {"q": "mencatat"}):
        jawaban = kantor.get(index, saring | {"export": "gift"})
        assert "attachment" in jawaban["Content-Disposition"]
        kembali = read_gift(jawaban.content.decode()).soal
        assert [s.keterangan["kunci"] for s in kembali] == [str(soal.kunci)]


def test_others_do_not_see_my_file(kantor, client):
    tinjau = send(kantor, BAIK).url
    client.force_login(UserFactory(peran=[peran.KOORDINATOR]))
    assert client.get(tinjau).status_code == 404
