"""Hostile files at every door: refused in words and without traces, or taken and made harmless."""

import io
import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import Collection, GroupCollectionPermission, UploadedFile
from wagtail.users.models import UserProfile

from cms.core.berkas import services
from cms.core.berkas.models import Berkas
from cms.core.media.models import Dokumen, Gambar
from home.redaksi.pasang import PUSTAKA
from tests.factories.accounts import UserFactory

from .jahat import SEMUA
from .jahat.dasar import Jahat
from .jahat.gambar import JPG
from .pintu_unggah import KETERANGAN, MODEL, PINTU, Hasil, clear_baris, list_sisa

pytestmark = pytest.mark.django_db
INGGRIS = re.compile(r"\b(?:the|is|please|file|upload|invalid|error|not)\b", re.IGNORECASE)
LAMPIRAN = re.compile(r"attachment; filename=[\"']?[A-Za-z0-9-]+\.[a-z]+")


@pytest.fixture
def tamu(client, monkeypatch):
    """Somebody who may send files through every door."""
    permit_pustaka(Group.objects.get(name="editor"))
    client.orang = UserFactory(peran=["editor", "sekretaris"])
    client.pemilik = Berkas()
    monkeypatch.setitem(services._pemilik, "core.berkas", lambda user, uuid: user == client.orang)
    client.force_login(client.orang)
    return client


def permit_pustaka(group: Group) -> None:
    """What the first start gives to a role, without the pages that it makes as well."""
    akar = Collection.get_first_root_node()
    for izin in Permission.objects.filter(codename__in=PUSTAKA):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=akar, permission=izin
        )


@pytest.mark.parametrize("jahat", SEMUA, ids=str)
def test_every_door(tamu, jahat):
    awal = list_sisa()
    tujuan = {n: p for n, p in PINTU.items() if p[0] in jahat.ke}
    for nama, (golongan, kirim) in tujuan.items():
        hasil = kirim(tamu, jahat)
        assert hasil.status < 500, nama
        if golongan in jahat.boleh:
            check_diambil(tamu, hasil, jahat, nama)
            clear_baris()
        else:
            check_ditolak(hasil, nama)
        assert list_sisa() <= awal, nama


def check_ditolak(hasil: Hasil, pintu: str) -> None:
    """In words that the person understands, and nothing is kept."""
    assert hasil.baris is None, (pintu, hasil)
    assert len(hasil.pesan) > 20 and not INGGRIS.search(hasil.pesan), (pintu, hasil.pesan)
    assert "“”" not in hasil.pesan, (pintu, "a second message, about a name that is gone")
    assert not any(model.objects.exists() for model in MODEL), pintu


def check_diambil(client, hasil: Hasil, jahat: Jahat, pintu: str) -> None:
    baris = hasil.baris
    assert baris is not None, (pintu, hasil.pesan)
    if isinstance(baris, UploadedFile):
        baris = finish_unggahan(client, baris, jahat)
    baris = getattr(baris, "foto", baris)
    jawab = client.get(get_alamat(baris))
    isi = b"".join(jawab.streaming_content)
    assert not any(satu in isi for satu in jahat.tanpa), pintu
    check_bersih(isi, jawab.headers["Content-Type"], pintu)
    check_kepala(jawab.headers, pintu)


def finish_unggahan(client, unggahan: UploadedFile, jahat: Jahat) -> Gambar:
    """What waits for its description is clean already, and nobody outside can fetch it."""
    isi = unggahan.file.open("rb").read()
    assert not any(satu in isi for satu in jahat.tanpa)
    assert client.get(f"/media/{unggahan.file.name}").status_code == 404
    alamat = f"/admin/images/multiple/create_from_uploaded_image/{unggahan.pk}/"
    isian = {f"uploaded-image-{unggahan.pk}-{k}": v for k, v in KETERANGAN.items()}
    assert client.post(alamat, isian).json()["success"]
    return Gambar.objects.get()


def get_alamat(baris) -> str:
    if isinstance(baris, Gambar):
        return f"/media/{baris.file.name}"
    return baris.url if isinstance(baris, Dokumen) else f"/berkas/{baris.uuid}/"


def check_bersih(isi: bytes, jenis: str, pintu: str) -> None:
    """A picture is one still image of the type that it claims, and nothing else."""
    if jenis.startswith("image/"):
        gambar = Image.open(io.BytesIO(isi))
        assert Image.MIME[gambar.format] == jenis, pintu
        assert not gambar.getexif() and "comment" not in gambar.info, pintu
        assert getattr(gambar, "n_frames", 1) == 1, pintu


def check_kepala(kepala, pintu: str) -> None:
    assert kepala["X-Content-Type-Options"] == "nosniff", pintu
    assert "default-src 'none'" in kepala["Content-Security-Policy"], pintu
    jenis = kepala["Content-Type"].split(";")[0]
    assert jenis.split("/")[0] in ("image", "application", "text"), pintu
    if jenis in ("text/csv", "text/plain") or "officedocument" in jenis:
        assert LAMPIRAN.match(kepala["Content-Disposition"]), pintu
    assert jenis not in ("text/html", "image/svg+xml", "application/octet-stream"), pintu


def test_accounts_take_no_picture(tamu):
    """Wagtail's own form would keep it as it came, for everybody to fetch, and refuse without words."""
    awal = list_sisa()
    assert b"avatar-avatar" not in tamu.get("/admin/account/").content
    isian = {"name_email-first_name": "Sri", "name_email-last_name": "Rahayu"}
    isian |= {f"theme-{n}": "system" for n in ("theme", "contrast")} | {"theme-density": "default"}
    foto = SimpleUploadedFile("a.jpg", JPG)
    assert tamu.post("/admin/account/", {**isian, "avatar-avatar": foto}).status_code == 302
    assert not UserProfile.objects.get(user=tamu.orang).avatar and list_sisa() == awal
