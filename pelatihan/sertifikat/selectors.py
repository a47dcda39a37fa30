"""Figures about completions, and what /cek/ may say."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q

from cms.accounts import peran
from cms.accounts.models import Peran
from cms.core import waktu
from cms.core.angka import Angka
from cms.core.pdf import get_rumah
from cms.core.tulisan import format_tanggal
from cms.komunitas.models import Jabatan

from ..kelas.selectors import get_hadir_bp
from ..kursus.alur import AKHIR
from ..kursus.selectors import get_tes, list_langkah
from ..lencana import vcjwt
from ..peserta.models import Pengampu, Peserta
from ..peserta.selectors import list_selesai
from . import rules
from .models import Sertifikat

# Smaller groups would let a reader guess who is meant.
PALING_SEDIKIT = 5


@dataclass(frozen=True)
class Bukti:
    """A completion as the public may see it."""

    inisial: str
    judul: str
    jpl: int
    tanggal: date
    nomor: str
    dicabut_pada: date | None
    berlencana: bool


def get_bukti(kode: str) -> Bukti | None:
    satu = Sertifikat.objects.filter(kode=kode).first()
    if satu is None:
        return None
    return Bukti(
        inisial=rules.get_inisial(satu.nama),
        judul=satu.judul,
        jpl=satu.jpl,
        tanggal=satu.tanggal,
        nomor=satu.nomor,
        dicabut_pada=satu.dicabut_pada,
        berlencana=bool(satu.lencana),
    )


@dataclass(frozen=True)
class Lencana:
    """A signed badge with what its drawing shows."""

    jwt: str
    judul: str
    lembaga: str
    tanggal: date


def get_lencana(kode: str) -> Lencana | None:
    satu = Sertifikat.objects.filter(kode=kode).exclude(lencana="").first()
    if satu is None:
        return None
    lembaga = satu.isi["rumah"]["nama"]
    return Lencana(jwt=satu.lencana, judul=satu.judul, lembaga=lembaga, tanggal=satu.tanggal)


def count_lulusan() -> dict[UUID, int]:
    """Graduates per course; courses with fewer than five are left out."""
    sah = Sertifikat.objects.filter(dicabut_pada__isnull=True).order_by()
    jumlah = sah.values("kursus_kunci").annotate(n=Count("pk"))
    return {b["kursus_kunci"]: b["n"] for b in jumlah if b["n"] >= PALING_SEDIKIT}


def get_angka_lulusan(tanggal: date) -> Angka | None:
    """How many completions there were until a date; None below five."""
    sah = Sertifikat.objects.filter(dicabut_pada__isnull=True, tanggal__lte=tanggal).count()
    if sah < PALING_SEDIKIT:
        return None
    return Angka(nilai=sah, satuan="lulusan", per_tanggal=tanggal, asal_url="/pelatihan/")


def get_situs() -> str:
    """The house's public address, with a slash at its end."""
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}/"


def collect_isi(sertifikat: Sertifikat) -> dict:
    """Everything the sheet prints, as it is today for the day of completion."""
    peserta, hari = sertifikat.peserta, sertifikat.tanggal
    rumah = {nama: nilai for nama, nilai in get_rumah().items() if nama != "tanggal"}
    return rules.build_isi(
        rules.Fakta(
            rumah=rumah,
            nama=sertifikat.nama,
            judul=sertifikat.judul,
            jpl=sertifikat.jpl,
            nomor=sertifikat.nomor,
            mulai=format_tanggal(waktu.ke_wib(peserta.mulai_pada).date()),
            selesai=format_tanggal(hari),
            materi=[bagian["judul"] for bagian in sertifikat.rilis.susunan],
            penanda=list_penanda(sertifikat),
            alamat=f"{get_situs()}cek/{sertifikat.kode}/",
            saat=waktu.awal_hari(hari),
        )
    )


def list_penanda(sertifikat: Sertifikat) -> list[rules.Penanda]:
    """Who signs for that day: the head of the BKM, and a facilitator of the course."""
    pengampu = _on(
        Pengampu.objects.filter(kursus_kunci=sertifikat.kursus_kunci), sertifikat.tanggal
    )
    pengampu = pengampu.exclude(anggota=sertifikat.peserta.anggota_id).select_related("anggota")
    kepala = [_find_kepala(sertifikat.tanggal)]
    satu = pengampu.order_by("dari", "pk").first()
    return kepala + ([rules.Penanda("Fasilitator pelatihan", satu.anggota.nama)] if satu else [])


def _find_kepala(hari: date) -> rules.Penanda:
    """From the offices of that day; where none is written down, from the roles; else a line to fill in."""
    jabatan = _on(Jabatan.objects.filter(unit=Jabatan.Unit.BKM), hari).select_related("anggota")
    if kepala := jabatan.order_by("urutan", "dari", "pk").first():
        return rules.Penanda(f"{kepala.jabatan} BKM", kepala.anggota.nama)
    baris = Peran.objects.berlaku(hari).filter(group__name=peran.KOORDINATOR)
    satu = baris.select_related("user").order_by("dari", "pk").first()
    return rules.Penanda("Koordinator BKM", str(satu.user.nama) if satu else "")


def _on(baris, hari: date):
    """Dated rows that count on a day."""
    return baris.filter(Q(sampai__isnull=True) | Q(sampai__gte=hari), dari__lte=hari)


def build_daftar_cabut(nomor: int) -> dict | None:
    """The list of revoked badges with this number; None while no badge stands in it."""
    awal = (nomor - 1) * vcjwt.PANJANG
    isi = Sertifikat.objects.filter(urut_lencana__gt=awal, urut_lencana__lte=awal + vcjwt.PANJANG)
    pertama = isi.order_by("urut_lencana").first() if nomor > 0 else None
    if pertama is None:
        return None
    dicabut = [
        (satu.urut_lencana or 0, satu.dicabut_pada or satu.tanggal)
        for satu in isi.filter(dicabut_pada__isnull=False).only(
            "urut_lencana", "dicabut_pada", "tanggal"
        )
    ]
    berubah = max([pertama.tanggal, *(hari for _urut, hari in dicabut)])
    return rules.build_daftar_cabut(
        situs=get_situs(),
        nomor=nomor,
        terisi=vcjwt.encode_bit(vcjwt.get_tempat(urut)[1] for urut, _hari in dicabut),
        berlaku=waktu.awal_hari(berubah),
    )


def list_kurang(peserta: Peserta) -> list[str]:
    """Codes of what is missing for the completion: langkah, hadir, tes-akhir; empty when the rules are met.

    A release without any step can be completed by nobody.
    """
    langkah = {satu.kunci for satu in list_langkah(peserta.rilis)}
    kurang = []
    if not langkah or langkah - list_selesai(peserta):
        kurang.append("langkah")
    hadir_bp = peserta.rilis.aturan.get("hadir_bp")
    if hadir_bp and (get_hadir_bp(peserta) or 0) < hadir_bp:
        kurang.append("hadir")
    if peserta.rilis.aturan.get("wajib_tes_akhir") and not _has_tes_akhir(peserta):
        kurang.append("tes-akhir")
    return kurang


def _has_tes_akhir(peserta: Peserta) -> bool:
    tes = get_tes(peserta.rilis).get(AKHIR)
    return tes is None or peserta.percobaan.filter(kuis_kunci=tes["kunci"], lulus=True).exists()
