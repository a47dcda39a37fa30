"""Run by test_bahasa.py with the marks of tanda.py: the rooms' own rows, as those who keep them see them."""

from uuid import uuid4

import pytest
from django.conf import settings

from aset.inventaris.services import confirm_serahan
from cms.core import waktu
from home.models import KategoriBerita, Laporan
from musyawarah.aspirasi.services import send_aspirasi
from pelatihan.penilaian.regrade import apply_koreksi
from pelatihan.peserta.services import assign_pengampu
from tests.factories.aset import make_barang, make_orang, make_serahan
from tests.factories.home import make_kategori
from tests.factories.musyawarah import SAH, make_konsep, make_menunggu, make_sah, make_sidang
from tests.factories.notifikasi import make_penerima, queue_uji
from tests.factories.pelatihan import (
    make_kuis,
    make_kursus,
    make_percobaan_uraian,
    make_peserta,
    make_tunggal,
)
from tests.factories.redaksi import make_berita

from .periksa import Pembaca

pytestmark = pytest.mark.django_db


def sign_in(client, *peran) -> Pembaca:
    client.force_login(make_orang(*peran))
    return Pembaca(client)


def list_viewset(nama: str, *pk: int) -> list[str]:
    akar = f"/admin/{nama}/"
    ubah = [f"{akar}edit/{satu}/" for satu in pk]
    return [akar, f"{akar}?q=tidakada", f"{akar}new/", *ubah]


def test_things(client):
    make_berita()
    barang = make_barang(nama="Pengeras suara")
    confirm_serahan(serahan=(serahan := make_serahan(barang)), actor=serahan.kepada.akun)
    pembaca = sign_in(client, "sekretaris")
    pembaca.get(*list_viewset("barang", barang.pk), f"/admin/barang/{barang.pk}/akhiri/")
    pembaca.post("/admin/barang/new/", {"nama": ""})
    pembaca.assert_clean(6)


def test_meetings_and_decisions(client):
    make_berita()
    with waktu.pada(SAH):
        sidang = make_sidang()
        putusan = [make_konsep(sidang).pk, make_menunggu(sidang).pk, make_sah(sidang).pk]
    pembaca = sign_in(client, "sekretaris")
    pembaca.get(*list_viewset("rembug", sidang.rembug.pk), *list_viewset("keputusan", *putusan))
    pembaca.get("/admin/keputusan/pilih/", "/admin/ketentuan/", "/admin/ketentuan/ubah/")
    pembaca.get("/admin/ketentuan/rembug.penanda_tangan_lain/", "/admin/ketentuan/peran/")
    pembaca.post("/admin/rembug/new/", {"judul": ""})
    pembaca.post("/admin/keputusan/new/", {"judul": ""})
    pembaca.post(f"/admin/keputusan/edit/{putusan[0]}/", {"judul": "", "cara": "suara"})
    pembaca.post("/admin/ketentuan/ubah/", {"nilai": "tiga"})
    pembaca.assert_clean(15)


def test_complaints(client):
    make_berita()
    aspirasi, _kode = send_aspirasi(jenis="keluhan", isi="Lampu jalan mati.", kunci=uuid4())
    pembaca = sign_in(client, "koordinator")
    pembaca.get(*list_viewset("aspirasi", aspirasi.pk))
    pembaca.post("/admin/aspirasi/new/", {"isi": ""})
    ubah = f"/admin/aspirasi/edit/{aspirasi.pk}/"
    pembaca.post(ubah, {"jawaban": "Lampu diganti besok."})
    pembaca.assert_clean(5)


def test_training(client):
    make_berita()
    soal = make_tunggal()
    kuis = make_kuis(soal)
    peserta = make_peserta(make_kursus(kuis=kuis))
    pembaca = sign_in(client, "fasilitator", "sekretaris")
    pembaca.get(*list_viewset("soal", soal.pk), *list_viewset("kuis", kuis.pk))
    pembaca.get(f"/admin/soal/preview/{soal.pk}/", f"/admin/kuis/preview/{kuis.pk}/")
    pembaca.get(*list_viewset("peserta", peserta.pk), f"/admin/peserta/inspect/{peserta.pk}/")
    pembaca.get(
        *list_viewset("pengampu"),
        *list_viewset("jalur"),
        "/admin/soal/pilih/",
        "/admin/kuis/pilih/",
    )
    pembaca.get("/admin/soal/impor/")
    pembaca.post("/admin/soal/impor/", {"bank": "Kas!"})
    for nama, pk in (("soal", soal.pk), ("kuis", kuis.pk)):
        ubah = [f"/admin/{nama}/{apa}/{pk}/" for apa in ("delete", "history", "usage")]
        pembaca.get(*ubah)
        pembaca.post(f"/admin/{nama}/new/", {"judul": ""})
    pembaca.assert_clean(18)


def test_corrections(client):
    make_berita()
    soal = make_tunggal()
    kursus = make_kursus(kuis=make_kuis(soal, make_tunggal("Lain")))
    kunci = {"kursus_kunci": kursus.kunci, "soal_kunci": soal.kunci, "cara": "penuh", "isi": {}}
    koreksi = apply_koreksi(**kunci, alasan="Keliru", actor=None)
    pembaca = sign_in(client, "sekretaris")
    akar = f"/admin/rilis/{kursus.pk}/koreksi/"
    satu = f"{akar}{soal.kunci}/{koreksi.versi[0]}/"
    pembaca.get("/admin/rilis/", f"/admin/rilis/{kursus.pk}/", f"/admin/rilis/soal/{soal.pk}/")
    pembaca.get(akar, satu, f"{akar}catatan/", f"{akar}catatan/{koreksi.uuid}/")
    pembaca.post(satu, {"cara": "kunci"})
    isi = {"cara": "gugur", "alasan": "x", **{f"bobot_{n}": 0 for n in range(3)}}
    pembaca.post(satu, isi)
    pembaca.assert_clean(9)


def test_essays(client):
    make_berita()
    pengampu = make_orang("fasilitator")
    percobaan = make_percobaan_uraian()
    kursus = percobaan.peserta.kursus_kunci
    assign_pengampu(kursus_kunci=kursus, anggota=pengampu.anggota)
    client.force_login(pengampu)
    pembaca = Pembaca(client)
    nilai = f"/admin/uraian/{percobaan.pk}/nilai/"
    pembaca.get("/admin/uraian/", "/admin/uraian/?q=tidakada", nilai)
    pembaca.post(nilai, {"poin-1-r1": "banyak"})
    pembaca.assert_clean(4)


def test_messages(client):
    make_berita()
    queue_uji([make_penerima()])
    pembaca = sign_in(client, "admin")
    pembaca.get("/admin/pesan/", "/admin/pesan/?q=tidakada")
    if settings.EMAIL_BACKEND.endswith("KotakSurat"):
        pembaca.get("/admin/surat/")
    pembaca.assert_clean(2)


def test_snippets(client):
    make_berita()
    make_kategori()
    kategori = KategoriBerita.objects.get()
    pembaca = sign_in(client, "editor")
    akar = "/admin/snippets/home/kategoriberita/"
    pembaca.get(akar, f"{akar}?q=tidakada", f"{akar}add/")
    pembaca.get(*(f"{akar}{apa}/{kategori.pk}/" for apa in ("edit", "usage", "history", "copy")))
    pembaca.get("/admin/snippets/choose/home/kategoriberita/")
    pembaca.post(f"{akar}add/", {"nama": "", "slug": "salah alamat", "urutan": "x"})
    pembaca.post(f"{akar}add/", {"nama": "Sawah", "slug": "sawah", "urutan": "1"})
    pembaca.post(f"{akar}edit/{kategori.pk}/", {"nama": "Belajar", "slug": "b", "urutan": "1"})
    assert Laporan._meta.verbose_name
    pembaca.assert_clean(9)
