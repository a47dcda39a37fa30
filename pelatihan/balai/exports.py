"""The pack for the hall as one PDF: what to do, attendance, sheets, notes, and the key last."""

from cms.core import waktu
from cms.core.pdf import render_pdf
from cms.core.tulisan import format_jam, format_tanggal

from ..cetak.rules import read_html
from ..kelas.exports import collect_daftar_hadir
from ..kursus.selectors import get_isi
from ..lembar.exports import collect_kunci, collect_lembar
from . import selectors
from .models import Bawaan


def build_paket(bawaan: Bawaan) -> bytes:
    """Everything that goes along on paper. The key lies behind a cover of its own, after all else."""
    cetakan = selectors.list_cetakan(bawaan)
    saat = waktu.ke_wib(bawaan.dibuat_pada)
    isi = {
        "hadir": collect_daftar_hadir(bawaan.pertemuan),
        "dibuat": f"{format_tanggal(saat.date())} pukul {format_jam(saat)}",
        "lembar": [collect_lembar(c.uuid) for c in cetakan],
        "kunci": [collect_kunci(c.uuid) for c in cetakan],
        "modul": _list_modul(bawaan),
    }
    return render_pdf("pelatihan/balai.typ", isi)


def _list_modul(bawaan: Bawaan) -> list[dict]:
    """Modules with their lessons: aims, minutes, and what only the facilitator reads."""
    return [
        {
            "judul": bagian["judul"],
            "pelajaran": [_show_pelajaran(p) for p in bagian["pelajaran"]],
        }
        for bagian in bawaan.rilis.susunan
        if bagian["kunci"] in bawaan.modul
    ]


def _show_pelajaran(pelajaran: dict) -> dict:
    isi = get_isi(pelajaran["sidik"])["isi"]
    return {
        "judul": pelajaran["judul"],
        "menit": pelajaran["menit"],
        "tujuan": [_get_butir(b) for s in isi if s["type"] == "tujuan" for b in s["value"]],
        "catatan": [
            baris for s in isi if s["type"] == "catatan" for baris in read_html(s["value"]["teks"])
        ],
        "latihan": [_show_latihan(s["value"]) for s in isi if s["type"] == "latihan"],
    }


def _show_latihan(nilai: dict) -> dict:
    return {
        "judul": nilai.get("judul") or "Latihan",
        "jawaban": read_html(nilai.get("jawaban") or ""),
    }


def _get_butir(satu) -> str:
    """An item of a list block, old or new form."""
    return str(satu.get("value", "")) if isinstance(satu, dict) else str(satu)
