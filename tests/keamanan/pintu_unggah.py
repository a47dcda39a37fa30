"""Every door through which a file comes in, tried as a browser does, and what lies behind it."""

from dataclasses import dataclass
from pathlib import Path
from unittest.mock import PropertyMock, patch

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.response import SimpleTemplateResponse
from wagtail.models import UploadedFile

from aset.inventaris.models import Barang
from cms.core.berkas.models import Berkas
from cms.core.berkas.services import store_berkas
from cms.core.media.models import Dokumen, Gambar, Rendisi
from cms.core.unggahan import UnggahanDitolak

from .jahat.dasar import BERKAS, DOKUMEN, FOTO, GAMBAR, Jahat

KETERANGAN = {"title": "Panen", "description": "Warga memanen padi.", "persetujuan": "setuju"}
KETERANGAN |= {"collection": "1"}
BARANG = {"nama": "Kursi", "jenis": "mebel", "letak": "Balai", "kondisi": "baik", "nilai": "1000"}
BARANG |= {"sumber_dana": "bop", "diperoleh_pada": "2026-02-01", "catatan": ""}
MODEL = (Gambar, Dokumen, UploadedFile, Berkas, Barang)


@dataclass(frozen=True)
class Hasil:
    """What a door answered: its words when it refused, the row when it took the file."""

    status: int
    pesan: str = ""
    baris: object = None


def make_berkas(jahat: Jahat):
    """As a browser would send it: the client writes the name into the request unseen."""
    berkas = SimpleUploadedFile("a", jahat.isi, "application/octet-stream")
    berkas._name = jahat.nama
    return berkas


def without_rendering():
    """What a form says is read from its context; drawing every page would take minutes."""
    return patch.object(
        SimpleTemplateResponse, "rendered_content", new_callable=PropertyMock, return_value=""
    )


def send_formulir(client, alamat, isian, kolom, jahat, model) -> Hasil:
    """A page with a form, or a window that chooses: both show the form again with its errors."""
    with without_rendering():
        jawab = client.post(alamat, {**isian, kolom: make_berkas(jahat)})
    baris = model.objects.order_by("-pk").first()
    if baris is not None:
        return Hasil(jawab.status_code, "", baris)
    konteks = getattr(jawab, "context_data", None) or jawab.context
    formulir = konteks.get("form") or konteks.get("creation_form")
    return Hasil(jawab.status_code, " ".join(formulir.errors.get(kolom.split("-")[-1], [])))


def send_banyak(client, alamat, jahat, model) -> Hasil:
    jawab = client.post(alamat, {"title": "x", "collection": "1", "files[]": make_berkas(jahat)})
    if jawab.status_code == 400:
        return Hasil(400, "Peramban tidak menyertakan berkas.")
    isi = jawab.json()
    if not isi["success"]:
        return Hasil(200, isi["error_message"])
    return Hasil(200, "", model.objects.first() or UploadedFile.objects.first())


def send_pilihan(client, apa, jahat, model) -> Hasil:
    awalan = f"{apa}-chooser-upload"
    isian = {f"{awalan}-{k}": v for k, v in KETERANGAN.items()}
    alamat = f"/admin/{apa}s/chooser/create/"
    return send_formulir(client, alamat, isian, f"{awalan}-file", jahat, model)


def send_barang(client, jahat) -> Hasil:
    return send_formulir(client, "/admin/barang/new/", BARANG, "foto_baru", jahat, Barang)


def send_langsung(client, jahat) -> Hasil:
    """The service itself, as rooms call it with what a form gave them."""
    berkas = ContentFile(jahat.isi, name=jahat.nama)
    try:
        return Hasil(
            200, "", store_berkas(unggahan=berkas, pemilik=client.pemilik, actor=client.orang)
        )
    except UnggahanDitolak as kesalahan:
        return Hasil(200, str(kesalahan))


def send_gambar(client, j) -> Hasil:
    return send_formulir(client, "/admin/images/add/", KETERANGAN, "file", j, Gambar)


def send_dokumen(client, j) -> Hasil:
    return send_formulir(client, "/admin/documents/add/", KETERANGAN, "file", j, Dokumen)


PINTU = {
    "gambar satu": (GAMBAR, send_gambar),
    "gambar banyak": (
        GAMBAR,
        lambda c, j: send_banyak(c, "/admin/images/multiple/add/", j, Gambar),
    ),
    "gambar pilihan": (GAMBAR, lambda c, j: send_pilihan(c, "image", j, Gambar)),
    "dokumen satu": (DOKUMEN, send_dokumen),
    "dokumen banyak": (
        DOKUMEN,
        lambda c, j: send_banyak(c, "/admin/documents/multiple/add/", j, Dokumen),
    ),
    "dokumen pilihan": (DOKUMEN, lambda c, j: send_pilihan(c, "document", j, Dokumen)),
    "foto barang": (FOTO, send_barang),
    "berkas": (BERKAS, send_langsung),
}


def list_sisa() -> set[Path]:
    """Every file that lies in the public and in the private storage."""
    akar = (Path(settings.MEDIA_ROOT), Path(storages["private"].location))
    return {p for satu in akar for p in satu.rglob("*") if p.is_file()}


def clear_baris() -> None:
    """Rows and files of one door, before the next one."""
    Barang.objects.all().delete()
    for model in (Rendisi, *MODEL[:-1]):
        for baris in model.objects.all():
            getattr(baris, "file", getattr(baris, "isi", None)).delete(save=False)
            baris.delete()
