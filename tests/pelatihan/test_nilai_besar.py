"""A gradebook of ten thousand learners by thirty items: flat queries, pages, filters, little memory."""

import io
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from cms.accounts import peran
from cms.core import waktu
from cms.komunitas.models import Anggota
from pelatihan.models import BagianPage, Kemajuan, PelajaranPage, Percobaan, Peserta
from pelatihan.penilaian.services import start_percobaan
from pelatihan.peserta.services import assign_pengampu
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import (
    TEKS,
    make_anggota,
    make_kuis,
    make_kursus,
    make_peserta,
    make_tunggal,
)

pytestmark = [pytest.mark.django_db, pytest.mark.tahan, pytest.mark.dua]
BAGIAN, PELAJARAN, BANYAK = 6, 4, 10_000
SEKALI = 2_000
TUMBUH_MAKS = 100 * 1024  # KiB over what the process held before


@pytest.fixture
def kursus():
    """Six modules of four lessons and a quiz."""
    kursus = make_kursus(kuis=make_kuis(make_tunggal("Soal 1")), banyak_pelajaran=PELAJARAN)
    for nomor in range(2, BAGIAN + 1):
        kuis = make_kuis(make_tunggal(f"Soal {nomor}"), judul=f"Kuis {nomor}")
        bagian = kursus.add_child(instance=BagianPage(title=f"Bagian {nomor}", kuis=kuis))
        for ke in range(PELAJARAN):
            bagian.add_child(instance=PelajaranPage(title=f"P {nomor}.{ke}", menit=5, isi=TEKS))
    kursus.release()
    return kursus


@pytest.fixture
def buku(client, kursus):
    """Ask a page of the gradebook; gives the answer and how many queries it took."""
    fasilitator = make_anggota(nama="Bu Guru", akun=UserFactory(peran=[peran.FASILITATOR]))
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=fasilitator)
    client.force_login(fasilitator.akun)

    def ask(apa="show_nilai_kursus", **saring):
        with CaptureQueriesContext(connection) as catatan:
            jawab = client.get(reverse(f"hasil:{apa}", args=[kursus.kunci]), saring)
        assert jawab.status_code == 200
        return jawab, len(catatan)

    return ask


def fill(kursus, banyak: int, mulai: int = 0) -> None:
    """Learners past the services: all lessons, every quiz, each hundredth waiting, each tenth left."""
    contoh = Peserta.objects.filter(kursus_kunci=kursus.kunci).first() or make_peserta(kursus)
    pelajaran = [p["kunci"] for b in contoh.rilis.susunan for p in b["pelajaran"]]
    kuis = [b["kuis"]["kunci"] for b in contoh.rilis.susunan]
    isi = [start_percobaan(peserta=contoh, kuis_kunci=satu).isi_id for satu in kuis]
    kini = waktu.sekarang()
    for awal in range(mulai, mulai + banyak, SEKALI):
        nomor = range(awal, min(awal + SEKALI, mulai + banyak))
        orang = Anggota.objects.bulk_create(Anggota(nama=f"Warga {n:05}") for n in nomor)
        baru = Peserta.objects.bulk_create(
            Peserta(
                anggota=satu,
                kursus_kunci=kursus.kunci,
                rilis_id=contoh.rilis_id,
                status="berhenti" if n % 10 == 0 else "aktif",
                berakhir_pada=kini if n % 10 == 0 else None,
            )
            for n, satu in zip(nomor, orang, strict=True)
        )
        Kemajuan.objects.bulk_create(
            (Kemajuan(peserta=p, langkah_kunci=k) for p in baru for k in pelajaran),
            batch_size=5_000,
        )
        Percobaan.objects.bulk_create(
            (
                _build_percobaan(p, n, *satu)
                for n, p in zip(nomor, baru, strict=True)
                for satu in zip(kuis, isi, strict=True)
            ),
            batch_size=5_000,
        )


def _build_percobaan(peserta: Peserta, nomor: int, kuis: str, isi: int) -> Percobaan:
    nilai = None if nomor % 100 == 1 else 5000 + nomor % 5000
    return Percobaan(
        peserta=peserta,
        rilis_id=peserta.rilis_id,
        kuis_kunci=kuis,
        isi_id=isi,
        benih=1,
        nomor=1,
        selesai_pada=waktu.sekarang(),
        nilai_bp=nilai,
        lulus=nilai and nilai >= 7000,
    )


class Puncak:
    """The most memory this process held within, over what it held before (KiB)."""

    def __enter__(self):
        Path("/proc/self/clear_refs").write_text("5")
        self.awal = self._read("VmRSS")
        return self

    def __exit__(self, *_salah):
        self.tumbuh = self._read("VmHWM") - self.awal

    def _read(self, nama: str) -> int:
        baris = Path("/proc/self/status").read_text().splitlines()
        return next(int(b.split()[1]) for b in baris if b.startswith(nama))


def test_ten_thousand_by_thirty(kursus, buku, record_property):
    fill(kursus, 60)
    buku()
    sedikit = [buku()[1], buku(halaman=2)[1], buku(perhatian="on")[1]]
    sedikit.append(buku("export_nilai_kursus")[1])
    fill(kursus, BANYAK, mulai=60)
    with Puncak() as puncak:
        halaman, kueri = buku()
        jauh, kueri_jauh = buku(halaman=150)
        hanya, kueri_saring = buku(keadaan="berhenti")
        perlu, kueri_perlu = buku(perhatian="on")
    record_property("pages KiB", puncak.tumbuh)
    assert [kueri, kueri_jauh, kueri_perlu] == sedikit[:3] and kueri_saring == kueri
    assert puncak.tumbuh < TUMBUH_MAKS, puncak.tumbuh
    teks = halaman.content.decode()
    assert teks.count("<tr") == 51 and "Warga 00000" in teks and "halaman=2" in teks
    assert "Warga 07450" in jauh.content.decode()
    assert "Warga 00010" in hanya.content.decode() and "Warga 00011" not in hanya.content.decode()
    assert len(perlu.content) < 300_000

    with Puncak() as puncak:
        unduh, kueri_unduh = buku("export_nilai_kursus")
        isi = unduh.getvalue() if unduh.streaming else unduh.content
    record_property("sheet KiB", puncak.tumbuh)
    print(f"pages and sheet: queries {kueri}, {kueri_unduh}; sheet grew {puncak.tumbuh} KiB")
    assert puncak.tumbuh < TUMBUH_MAKS, puncak.tumbuh
    baris = list(load_workbook(io.BytesIO(isi), read_only=True).worksheets[0].values)
    assert len(baris) == BANYAK + 60 + 1 + 1 and len(baris[0]) == 3 + BAGIAN * (PELAJARAN + 1) + 2
    assert kueri_unduh <= sedikit[3] + 8 * (BANYAK // 500 + 1)
    satu = {b[0]: b for b in baris}
    assert satu["Warga 00003"][3] == "✓" and satu["Warga 00003"][7] == 50.03
    assert satu["Warga 00101"][7] == "sedang dinilai"
