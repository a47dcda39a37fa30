"""QR codes, and the attendance sheet that is signed on paper."""

import segno

from cms.core import waktu
from cms.core.pdf import render_pdf
from cms.core.tulisan import format_jam, format_tanggal
from cms.notifikasi.tautan import make_absolute

from . import selectors
from .models import Pertemuan

KOSONG = 5  # empty rows for who comes without being enrolled
KELAMIN = {"perempuan": "P", "laki_laki": "L"}


def draw_qr(alamat: str) -> str:
    """An address as an SVG to be put into a page."""
    return segno.make(alamat, error="m", micro=False).svg_inline(
        scale=7, border=2, dark="#000", light="#fff"
    )


def build_daftar_hadir(pertemuan: Pertemuan) -> bytes:
    """The sheet as the office knows it: No, Nama, L/P, Alamat/RT, Instansi/KSM, Tanda tangan."""
    return render_pdf("pelatihan/hadir.typ", collect_daftar_hadir(pertemuan))


def collect_daftar_hadir(pertemuan: Pertemuan) -> dict:
    """What that sheet prints."""
    mulai, selesai = waktu.ke_wib(pertemuan.mulai), waktu.ke_wib(pertemuan.selesai)
    angkatan = pertemuan.angkatan
    judul = selectors.get_judul_kursus([angkatan.kursus_kunci])
    baris = [_build(satu) for satu in selectors.list_peserta_cetak(angkatan)]
    return {
        "kursus": judul.get(angkatan.kursus_kunci, ""),
        "kelas": angkatan.nama,
        "pertemuan": pertemuan.judul,
        "hari": format_tanggal(mulai.date(), "hari"),
        "jam": f"{format_jam(mulai)} – {format_jam(selesai)}",
        "tempat": pertemuan.tempat or angkatan.tempat,
        "baris": [*baris, *([["", "", "", ""]] * KOSONG)],
        "qr": draw_qr(make_absolute(f"/cek/{pertemuan.kode}/")),
        "fasilitator": ", ".join(selectors.list_nama_pengampu(angkatan)),
    }


def _build(satu: selectors.BarisCetak) -> list[str]:
    return [satu.nama, KELAMIN.get(satu.jenis_kelamin, ""), satu.alamat, satu.ksm]
