"""Public pictures: redrawn, upright, without place; people on them asked. Documents: judged by content."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.users.models import UserProfile

from cms.core.media.models import Dokumen, Gambar
from cms.core.unggahan import UnggahanDitolak, read_dokumen
from home.services import build_situs
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
ISIAN = {
    "title": "Panen",
    "description": "Warga memanen padi.",
    "persetujuan": "setuju",
    "collection": "1",
}


@pytest.fixture
def editor(client):
    build_situs()
    user = UserFactory(peran=["editor"])
    client.force_login(user)
    return client


def make_foto() -> SimpleUploadedFile:
    """A photo taken sideways at a place."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x8825] = {1: "S", 2: (7.0, 30.0, 0.0), 3: "E", 4: (110.0, 0.0, 0.0)}
    isi = io.BytesIO()
    Image.new("RGB", (120, 60), "green").save(isi, "JPEG", exif=exif)
    return SimpleUploadedFile(
        "sawah.jpg", isi.getvalue() + b"<script>alert(1)</script>", "image/jpeg"
    )


def make_zip(*nama) -> bytes:
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w", zipfile.ZIP_DEFLATED) as arsip:
        for satu in nama:
            arsip.writestr(satu, "x")
    return isi.getvalue()


def test_photo_is_upright_and_says_nothing_of_its_place(editor):
    jawab = editor.post("/admin/images/add/", {**ISIAN, "file": make_foto()})
    assert jawab.status_code == 302
    gambar = Gambar.objects.get()
    isi = gambar.file.open("rb").read()
    assert (gambar.width, gambar.height) == (60, 120)
    assert not Image.open(io.BytesIO(isi)).getexif() and b"<script>" not in isi
    assert gambar.persetujuan == "setuju"


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"persetujuan": ""}, "w-field--error"),
        ({"persetujuan": "belum"}, "pilihan"),
        ({"wajah_anak": "on"}, "siapa yang menyetujui"),
        ({"description": ""}, "w-field--error"),
    ],
)
def test_people_are_asked(editor, ubah, pesan):
    jawab = editor.post("/admin/images/add/", {**ISIAN, **ubah, "file": make_foto()})
    assert jawab.status_code == 200 and pesan in jawab.content.decode().lower()
    assert not Gambar.objects.exists()


def test_child_with_consent_noted(editor):
    isian = {**ISIAN, "wajah_anak": "on", "persetujuan_wali": "Ibunya, 2 Mei 2026"}
    assert editor.post("/admin/images/add/", {**isian, "file": make_foto()}).status_code == 302


@pytest.mark.parametrize(
    ("nama", "isi", "boleh"),
    [
        ("a.pdf", b"%PDF-1.4\n%%EOF", True),
        ("a.pdf", b"%PDF-1.4 /JavaScript (x)\n%%EOF", False),
        ("a.pdf", b"<html>", False),
        ("a.pdf", b"", False),
        ("a.xlsx", make_zip("[Content_Types].xml", "xl/workbook.xml"), True),
        ("a.xlsx", make_zip("[Content_Types].xml", "xl/vbaProject.bin"), False),
        ("a.docx", make_zip("x.txt"), False),
        ("a.docx", b"PK\x03\x04rusak", False),
        ("a.csv", b"nama,jumlah\nA,1\n", True),
        ("a.csv", b"<script>alert(1)</script>", False),
        ("a.txt", b"\x00\x01", False),
        ("a.svg", b"<svg/>", False),
        ("a.html", b"<p>", False),
        ("a.exe", b"MZ", False),
    ],
)
def test_documents_are_judged_by_content(nama, isi, boleh):
    berkas = SimpleUploadedFile(nama, isi)
    if boleh:
        read_dokumen(berkas)
    else:
        with pytest.raises(UnggahanDitolak):
            read_dokumen(berkas)


def test_zip_bomb_is_refused():
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("[Content_Types].xml", b"0" * (201 * 1024 * 1024))
    with pytest.raises(UnggahanDitolak):
        read_dokumen(SimpleUploadedFile("a.xlsx", isi.getvalue()))


def test_document_form_refuses_with_words(editor):
    berkas = SimpleUploadedFile("laporan.pdf", b"<html>")
    jawab = editor.post("/admin/documents/add/", {"title": "L", "file": berkas, "collection": "1"})
    assert jawab.status_code == 200 and "tidak sesuai" in jawab.content.decode()
    assert not Dokumen.objects.exists()


def make_zip_rusak(*ubah: tuple[int, bytes]) -> bytes:
    """An office file whose directory holds an impossible entry: (place in it, bytes) pairs."""
    arsip = bytearray(make_zip("[Content_Types].xml"))
    awal = arsip.index(b"PK\x01\x02")
    for letak, isi in ubah:
        arsip[awal + letak : awal + letak + len(isi)] = isi
    return bytes(arsip)


@pytest.mark.parametrize(
    "rusak",
    [
        make_zip_rusak((6, b"\x63\x00")),  # made by a version of zip that does not exist
        make_zip_rusak((8, b"\x00\x08"), (46, b"\xff\xfe")),  # a name that is no UTF-8
    ],
)
def test_impossible_archives_are_refused(rusak):
    with pytest.raises(UnggahanDitolak):
        read_dokumen(SimpleUploadedFile("a.docx", rusak))


def test_a_picture_as_document_says_nothing_of_its_place_either(editor):
    isian = {"title": "Denah", "file": make_foto(), "collection": "1"}
    assert editor.post("/admin/documents/add/", isian).status_code == 302
    isi = Dokumen.objects.get().file.open("rb").read()
    assert not Image.open(io.BytesIO(isi)).getexif() and b"<script>" not in isi


def test_many_at_once_are_drawn_anew_too(editor):
    """Wagtail keeps the raw upload until the questions are answered, and saves it past the form."""
    jawab = editor.post("/admin/images/multiple/add/", {"title": "P", "files[]": make_foto()})
    kunci = jawab.json()["uploaded_file_id"]
    isian = {f"uploaded-image-{kunci}-{nama}": nilai for nama, nilai in ISIAN.items()}
    alamat = f"/admin/images/multiple/create_from_uploaded_image/{kunci}/"
    assert editor.post(alamat, isian).json()["success"]
    gambar = Gambar.objects.get()
    isi = gambar.file.open("rb").read()
    assert not Image.open(io.BytesIO(isi)).getexif() and b"<script>" not in isi
    assert (gambar.width, gambar.height) == (60, 120)
    assert gambar.file_size == len(isi)


def test_accounts_carry_no_photo(editor):
    assert "avatar-avatar" not in editor.get("/admin/account/").content.decode()
    editor.post("/admin/account/", {"avatar-avatar": make_foto()})
    assert not UserProfile.objects.exclude(avatar="").exists()
