"""The sample's final assignments: reports and sheets as people write them, judged line by line."""

import io
import random
from datetime import timedelta
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, ImageFont

from cms.core import waktu
from pelatihan.kursus.alur import TUGAS
from pelatihan.kursus.models import Rilis
from pelatihan.kursus.selectors import get_isi, list_langkah
from pelatihan.peserta.models import Peserta
from pelatihan.peserta.selectors import list_pengampu
from pelatihan.tugas.models import Kumpulan
from pelatihan.tugas.rules import DIKEMBALIKAN, DITERIMA
from pelatihan.tugas.services import mark_tugas, submit_tugas

LAPORAN = (
    (
        "menjawab pesan warga",
        "Dari 20 pesan bulan lalu, 8 dijawab dalam tiga hari (40%)",
        "tiga penjawab saling menunggu",
        "satu orang piket setiap minggu, namanya ditempel",
        "Dari 20 pesan, 17 dijawab dalam tiga hari (85%)",
        "75%",
    ),
    (
        "menghitung kas UPK sore hari",
        "Dari 21 hari, 13 hari kas dihitung berdua (62%)",
        "hitung kas tidak ada jamnya, jadi ditunda",
        "kas dihitung berdua pukul 15.00 dan lembarnya diparaf",
        "Dari 22 hari, 21 hari dihitung berdua (95%)",
        "90%",
    ),
    (
        "undangan rembug warga",
        "Dari 24 undangan, 11 diterima paling lambat tiga hari sebelumnya (46%)",
        "undangan menunggu tanda tangan koordinator",
        "undangan ditandatangani seminggu sebelumnya, dibagi lewat ketua RT",
        "Dari 24 undangan, 20 diterima tiga hari sebelumnya (83%)",
        "80%",
    ),
)
USAHA = (
    ("Keripik singkong pedas", 50, 234_950, (6_500, 5_500, 5_200)),
    ("Tas anyaman dari bungkus kopi", 10, 186_000, (32_000, 27_000, 25_000)),
    ("Pupuk kandang kambing siap pakai", 40, 120_000, (4_500, 4_000, 3_800)),
)
PUJIAN = (
    "Angkanya diambil dari catatan, bukan perasaan. Teruskan ke putaran kedua.",
    "Runtut dan mudah diikuti. Tempelkan di kantor, supaya yang lain ikut.",
    "Sudah baik. Tulis tanggal di setiap lembar kalau nanti diperbarui.",
)
KEMBALI = (
    "Sudah ada niat baik, tetapi hitungannya belum bisa diperiksa. "
    "Tulis angka awal dan dari mana diambil, lalu hitung ulang bersama teman."
)


def hand_in(peserta: Peserta, nasib: str) -> None:
    """The course's assignment from now on: "terima", "perbaiki" (returned, then accepted), "kembali", "ulang"
    (returned, improved, waits) or "tunggu"."""
    langkah = find_tugas(peserta.rilis)
    if langkah is None:
        return
    awal, acak = waktu.sekarang(), random.Random(peserta.pk)
    kembali = nasib in ("perbaiki", "kembali", "ulang")
    satu = _submit(peserta, langkah, singkat=kembali, foto=nasib != "terima")
    if nasib != "tunggu":
        _mark(satu, awal + timedelta(days=1), acak, terima=not kembali)
    if nasib in ("perbaiki", "ulang"):
        with waktu.pada(awal + timedelta(days=3)):
            satu = _submit(peserta, langkah, foto=True)
    if nasib == "perbaiki":
        _mark(satu, awal + timedelta(days=4), acak, terima=True)


def finish(peserta: Peserta) -> None:
    """Whoever completes the course has theirs accepted, every fourth after improving it."""
    hand_in(peserta, "perbaiki" if peserta.pk % 4 == 0 else "terima")


def find_tugas(rilis: Rilis):
    """The lesson with the assignment."""
    semua = (s for s in list_langkah(rilis) if s.cara == TUGAS and s.isi.get("tugas"))
    return next(semua, None)


def _submit(peserta: Peserta, langkah, *, foto: bool, singkat: bool = False) -> Kumpulan:
    nomor = peserta.pk
    mutu = "SOP" in langkah.judul
    teks = _write_laporan(nomor, singkat) if mutu else _write_rencana(nomor)
    berkas = [_draw_harga(nomor, singkat)] if foto and not mutu else []
    return submit_tugas(
        peserta=peserta,
        langkah_kunci=UUID(langkah.kunci),
        kunci=uuid4(),
        teks=teks if mutu or not singkat else teks.partition("\n\n")[0],
        unggahan=berkas,
    )


def _mark(satu: Kumpulan, saat, acak: random.Random, *, terima: bool) -> None:
    rubrik = get_isi(satu.isi.sidik)["rubrik"]
    poin = {r["id"]: 2 * r["poin"] if terima else 0 for r in rubrik}
    if terima:
        # One line at half, never one without which nothing is accepted.
        boleh = [r for r in rubrik if not r["minimal"]]
        poin[acak.choice(boleh)["id"]] //= 2
    else:
        poin |= {r["id"]: r["poin"] for r in rubrik[1:5]}
    with waktu.pada(saat):
        mark_tugas(
            kumpulan=satu,
            putusan=DITERIMA if terima else DIKEMBALIKAN,
            poin=poin,
            catatan=acak.choice(PUJIAN) if terima else KEMBALI,
            actor=list_pengampu(satu.peserta)[0].akun,
        )


def _write_laporan(nomor: int, singkat: bool) -> str:
    nama, dulu, sebab, ubah, kini, sasaran = LAPORAN[nomor % len(LAPORAN)]
    if singkat:
        return f"SOP kami: {nama}. Dulu lama sekali. Sekarang {ubah}. Hasilnya sudah lebih baik."
    return (
        f"1. Pilih. SOP {nama}. Petugasnya setuju.\n"
        f"2. Keadaan awal. {dulu}, dihitung dari buku catatan.\n"
        f"3. Sebab. Petugas ditanya satu per satu: {sebab}.\n"
        f"4. Sepakat. {ubah[:1].upper()}{ubah[1:]}. Sasaran {sasaran} dalam satu bulan. "
        "Pendamping: tidak ada keluhan baru.\n"
        "5. Kerjakan. Empat minggu, setiap kejadian ditulis di buku yang sama.\n"
        f"6. Ukur lagi. {kini}, cara menghitung sama. Sasaran tercapai.\n"
        "7. SOP baru. Satu halaman, dibawa ke rapat BKM dan ditempel di kantor."
    )


def _write_rencana(nomor: int) -> str:
    nama, isi, biaya, harga = USAHA[nomor % len(USAHA)]
    hpp = -(-biaya // isi)
    tulis = [f"{n:,}".replace(",", ".") for n in (biaya, hpp, *harga)]
    return (
        f"Lembar rencana: {nama}. Pembeli: ibu penjemput di sekolah dan warung dekat terminal, sudah "
        "dicoba 12 orang. Jalan jual: meja depan sekolah, titip di warung, pesanan WhatsApp. Mitra: dua "
        "warung dan UPK. Yang belum diuji: toko oleh-oleh (?).\n\n"
        f"Lembar harga: sekali membuat {isi} buah, biaya Rp {tulis[0]}, HPP Rp {tulis[1]}. Harga eceran "
        f"{tulis[2]}, titip {tulis[3]}, borongan {tulis[4]}. Bulan sepi dihitung seperempat lebih sedikit, "
        "masih sanggup membayar angsuran.\n\n"
        "Langkah berikutnya: label dan izin PIRT, diurus bendahara bulan depan."
    )


def _draw_harga(nomor: int, singkat: bool) -> SimpleUploadedFile:
    """A photo of a price sheet on paper."""
    nama, isi, biaya, harga = USAHA[nomor % len(USAHA)]
    kertas = Image.new("RGB", (720, 960), "#f3ecdd")
    pena = ImageDraw.Draw(kertas)
    huruf = ImageFont.load_default(28)
    baris = ["LEMBAR HARGA", nama, f"Sekali membuat {isi} buah", f"Biaya Rp {biaya:,}"]
    if not singkat:
        baris += [f"HPP Rp {-(-biaya // isi):,}", "Eceran / titip / borongan"]
        baris += [" / ".join(f"{n:,}" for n in harga), "Dihitung ulang: Bu Tini (paraf)"]
    for n, teks in enumerate(baris):
        pena.text((60, 80 + n * 90), teks.replace(",", "."), fill="#1d3b63", font=huruf)
        pena.line((50, 130 + n * 90, 670, 130 + n * 90), fill="#b4ac9c", width=2)
    tampung = io.BytesIO()
    kertas.save(tampung, "JPEG", quality=80)
    return SimpleUploadedFile("lembar-harga.jpg", tampung.getvalue(), "image/jpeg")
