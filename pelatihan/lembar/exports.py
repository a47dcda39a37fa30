"""The sheets of a print and their key, as PDF."""

from uuid import UUID

from cms.core.pdf import render_pdf
from cms.core.tulisan import format_tanggal
from cms.core.waktu import ke_wib

from . import selectors
from .models import Lembar, LembarPeserta
from .rules import read_ketikan
from .susunan import PILIHAN, Butir, strip_markdown, write_celah, write_kunci

BARIS_URAIAN = 8


def _list_bentuk(cetakan: UUID) -> list[Lembar]:
    semua = Lembar.objects.filter(cetakan=cetakan).select_related(
        "isi", "angkatan", "oleh__anggota"
    )
    return list(semua.defer("isi__isi").order_by("bentuk"))


def _build_kepala(bentuk: list[Lembar]) -> dict:
    satu = bentuk[0]
    return {
        "judul": selectors.get_isi(satu.isi.sidik)["judul"],
        "kursus": satu.rilis.judul,
        "kelas": satu.angkatan.nama,
        "dicetak": format_tanggal(ke_wib(satu.dibuat_pada).date()),
        "kode": " / ".join(b.kode for b in bentuk),
    }


def build_lembar(cetakan: UUID) -> bytes:
    """One sheet for every learner, with name and code."""
    saat = _list_bentuk(cetakan)[0].dibuat_pada
    return render_pdf("pelatihan/lembar.typ", collect_lembar(cetakan), saat=saat)


def collect_lembar(cetakan: UUID) -> dict:
    """What the sheets print; nothing of it tells a right answer."""
    bentuk = _list_bentuk(cetakan)
    milik = LembarPeserta.objects.filter(lembar__in=bentuk).order_by("nomor")
    return _build_kepala(bentuk) | {
        "bentuk": {b.bentuk: [_show(s) for s in selectors.list_butir(b)] for b in bentuk},
        "lembar": [
            {"nama": m.peserta.anggota.nama, "kode": m.kode, "bentuk": m.lembar.bentuk}
            for m in milik.select_related("lembar", "peserta__anggota")
        ],
    }


def _show(butir: Butir) -> dict:
    isi = butir.isi
    gambar = isi.get("gambar") or {}
    return {
        "nomor": butir.nomor,
        "jenis": "satu"
        if butir.jenis in PILIHAN and butir.jenis != "pilihan-ganda"
        else butir.jenis,
        "bacaan": strip_markdown(isi.get("bacaan", "")),
        "soal": strip_markdown(isi["soal"]),
        "gambar": gambar.get("alt", ""),
        "opsi": [[o.huruf, strip_markdown(o.teks)] for o in butir.opsi],
        "kiri": [teks for _id, teks in butir.kiri],
        "celah": write_celah(butir) if butir.celah else "",
        "garis": BARIS_URAIAN if butir.jenis == "uraian" else 0,
    }


def build_kunci(cetakan: UUID) -> bytes:
    """The right answers of both forms, behind a cover that can be folded shut."""
    saat = _list_bentuk(cetakan)[0].dibuat_pada
    return render_pdf("pelatihan/kunci-lembar.typ", collect_kunci(cetakan), saat=saat)


def collect_kunci(cetakan: UUID) -> dict:
    """What the key prints."""
    bentuk = _list_bentuk(cetakan)
    isi = [
        {
            "nama": b.bentuk,
            "kode": b.kode,
            "baris": [_show_kunci(s) for s in selectors.list_butir(b) if s.nomor],
        }
        for b in bentuk
    ]
    return _build_kepala(bentuk) | {"bentuk": isi}


def _show_kunci(butir: Butir) -> dict:
    kunci = write_kunci(butir)
    terbaca = next(
        (t for t in read_ketikan(f"{butir.nomor} {kunci}", [butir]).butir if t.isi), None
    )
    rubrik = [f"{r['kriteria']} ({r['poin']})" for r in butir.isi.get("rubrik", ())]
    return {
        "nomor": butir.nomor,
        "kunci": kunci,
        "kata": rubrik or (terbaca.kata if terbaca else []),
        "soal": strip_markdown(butir.isi["soal"]),
    }
