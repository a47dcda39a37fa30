"""A lesson with an assignment, versions handed in, and small files to hand in."""

import io
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from cms.accounts import peran
from pelatihan.kursus.alur import TUGAS
from pelatihan.kursus.tugas import save_tugas
from pelatihan.models import KriteriaTugas, KursusPage, PelajaranPage, Tugas
from pelatihan.peserta.services import assign_pengampu
from pelatihan.tugas.services import mark_tugas, submit_tugas
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import make_anggota, make_kursus, make_peserta

RUBRIK = (("Keadaan awal", 20, 1), ("Sebab", 15, 0), ("SOP baru", 15, 0))
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def make_tugas(rubrik=RUBRIK, **isi) -> Tugas:
    """`rubrik`: (criterion, points, least) of every line."""
    isi = {"judul": "Perbaiki satu SOP", "petunjuk": "Pilih **satu** SOP.", "lulus_poin": 35} | isi
    kriteria = [KriteriaTugas(kriteria=k, poin=p, minimal=m) for k, p, m in rubrik]
    return save_tugas(tugas=Tugas(**isi), kriteria=kriteria)


def make_kursus_tugas(tugas: Tugas | None = None, *, banyak_pelajaran=1, **isi) -> KursusPage:
    """A course whose last lesson is done when its assignment is accepted."""
    isi = {"judul": f"Kursus {uuid4()}"} | isi
    kursus = make_kursus(banyak_pelajaran=banyak_pelajaran, **isi)
    page = PelajaranPage.objects.descendant_of(kursus).order_by("path").last()
    page.cara, page.tugas = TUGAS, tugas or make_tugas()
    page.save_revision().publish()
    kursus.release()
    return KursusPage.objects.get(pk=kursus.pk)


def make_peserta_tugas(kursus: KursusPage | None = None, anggota=None):
    return make_peserta(kursus or make_kursus_tugas(), anggota)


def get_langkah(peserta) -> str:
    return next(
        p["kunci"] for b in peserta.rilis.susunan for p in b["pelajaran"] if p["cara"] == TUGAS
    )


def make_fasilitator(kursus_kunci, **isi):
    """An account that facilitates the course."""
    isi = {"nama": "Bu Fasilitator", "akun": UserFactory(peran=[peran.FASILITATOR])} | isi
    anggota = make_anggota(**isi)
    assign_pengampu(kursus_kunci=kursus_kunci, anggota=anggota)
    return anggota.akun


def kumpul(peserta, teks="Laporan kami.", **isi):
    isi = {"kunci": uuid4(), "langkah_kunci": get_langkah(peserta), "teks": teks} | isi
    return submit_tugas(peserta=peserta, actor=peserta.anggota.akun, **isi)


def make_poin(*poin: int) -> dict[str, int]:
    """Half points of the lines of RUBRIK."""
    from pelatihan.kursus.rules import make_id

    return {make_id(k): n for (k, _p, _m), n in zip(RUBRIK, poin, strict=True)}


PENUH, KURANG = make_poin(40, 30, 30), make_poin(40, 15, 0)


def nilai(kumpulan, actor, putusan="diterima", poin=None, catatan="Bagus.", **isi):
    poin = poin or (PENUH if putusan == "diterima" else KURANG)
    return mark_tugas(
        kumpulan=kumpulan, putusan=putusan, poin=poin, catatan=catatan, actor=actor, **isi
    )


def make_foto(nama="sop.jpg", ukuran=(40, 30)) -> SimpleUploadedFile:
    """A photo that says where it was taken."""
    tampung = io.BytesIO()
    exif = Image.Exif()
    exif[0x8825] = {1: "S", 2: (7.0, 15.0, 0.0), 3: "E", 4: (110.0, 24.0, 0.0)}
    exif[0x010F] = "Telepon Uji"
    Image.new("RGB", ukuran, "#74451d").save(tampung, "JPEG", exif=exif)
    return SimpleUploadedFile(nama, tampung.getvalue(), "image/jpeg")


def make_pdf(nama="laporan.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, PDF, "application/pdf")
