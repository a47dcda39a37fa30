"""Many at once: a list from a sheet, or a whole KSM. First a look, then everything or nothing."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from cms.accounts.rules import normalize_telepon
from cms.core import waktu
from cms.core.kiriman.services import run_once
from cms.core.sanitasi import clean_teks
from cms.core.unggahan import UnggahanDitolak, read_dokumen
from cms.core.xlsx import open_lembar
from cms.komunitas.models import Anggota, Keanggotaan, Ksm
from cms.komunitas.services import create_anggota

from ...peserta.models import Angkatan
from .. import rules
from .galat import KelasLain
from .masuk import add_peserta

BARIS_TERBANYAK = 300
BONGKARAN_TERBANYAK = 20 * 1024 * 1024
KEPALA_NAMA = {"nama", "nama lengkap", "nama peserta"}
KEPALA_TELEPON = {"telepon", "hp", "no hp", "nomor hp", "no. hp", "wa", "no telepon"}


class DaftarBertabrakan(Exception):
    """Some of them take the course in another class; `args` are their names."""


@dataclass(frozen=True)
class Calon:
    """One line of the list and who it may be: ditemukan, ragu, baru or ganda."""

    nama: str
    telepon: str
    keadaan: str
    pilihan: list[tuple[str, str]]


def read_daftar(berkas) -> list[tuple[str, str]]:
    """(name, phone) of each line of an XLSX or CSV; a head with "nama" and "telepon" is understood.

    Raises UnggahanDitolak with words for who sent it.
    """
    bersih = read_dokumen(berkas)
    if bersih.nama.endswith(".xlsx"):
        baris = _read_xlsx(bersih.isi)
    elif bersih.nama.endswith(".csv"):
        baris = _read_csv(bersih.isi)
    else:
        raise UnggahanDitolak(_("Please send the list as XLSX or CSV."))
    return _pick(baris)


def _read_xlsx(isi: bytes) -> list[list[str]]:
    try:
        lembar = open_lembar(isi, bongkar_maks=BONGKARAN_TERBANYAK)
        semua = lembar.iter_rows(max_row=BARIS_TERBANYAK + 2, max_col=12, values_only=True)
        return [["" if sel is None else str(sel) for sel in baris] for baris in semua]
    except Exception:  # a broken or hostile sheet fails in a dozen ways
        raise UnggahanDitolak(_("The sheet cannot be read. Please save it anew.")) from None


def _read_csv(isi: bytes) -> list[list[str]]:
    teks = isi.decode("utf-8-sig")
    pemisah = ";" if teks[:500].count(";") > teks[:500].count(",") else ","
    try:
        semua = csv.reader(io.StringIO(teks), delimiter=pemisah)
        return [satu for _n, satu in zip(range(BARIS_TERBANYAK + 2), semua, strict=False)]
    except csv.Error:
        raise UnggahanDitolak(_("The sheet cannot be read. Please save it anew.")) from None


def _pick(baris: list[list[str]]) -> list[tuple[str, str]]:
    """The two columns that matter, empty lines left out."""
    kepala = [sel.strip().casefold() for sel in baris[0]] if baris else []
    nama = next((n for n, k in enumerate(kepala) if k in KEPALA_NAMA), None)
    telepon = next((n for n, k in enumerate(kepala) if k in KEPALA_TELEPON), None)
    if nama is not None:
        baris = baris[1:]
    else:
        nama, telepon = 0, 1
    hasil = [(_get(satu, nama)[:120], _get(satu, telepon)[:40]) for satu in baris]
    hasil = [satu for satu in hasil if satu[0]]
    if not hasil:
        raise UnggahanDitolak(_("No names were found. Put them into the first column."))
    if len(hasil) > BARIS_TERBANYAK:
        raise UnggahanDitolak(
            _("The list has more than %(n)s lines. Please split it.") % {"n": BARIS_TERBANYAK}
        )
    return hasil


def _get(baris: list[str], nomor: int | None) -> str:
    ada = nomor is not None and nomor < len(baris)
    return " ".join(clean_teks(baris[nomor]).split()) if ada else ""  # type: ignore[index]


def match_daftar(baris: Iterable[tuple[str, str]]) -> list[Calon]:
    """Who each line may be: by phone first, then by name. Two queries."""
    baris = [(nama, normalize_telepon(telepon) or "") for nama, telepon in baris]
    ganda = rules.find_baris_ganda([telepon or nama.casefold() for nama, telepon in baris])
    orang = Anggota.objects.aktif().select_related("wilayah").annotate(kecil=Lower("nama"))
    per_nama, per_telepon = defaultdict(list), defaultdict(list)
    for satu in orang.filter(kecil__in={nama.lower() for nama, _t in baris}):
        per_nama[satu.kecil].append(satu)
    for satu in orang.filter(telepon__in={telepon for _n, telepon in baris if telepon}):
        per_telepon[satu.telepon].append(satu)
    return [
        _match(nama, telepon, per_telepon[telepon], per_nama[nama.lower()], nomor in ganda)
        for nomor, (nama, telepon) in enumerate(baris)
    ]


def _match(nama: str, telepon: str, setelepon: list, senama: list, ganda: bool) -> Calon:
    calon = {a.uuid: a for a in [*setelepon, *senama]}
    pilihan = [(str(a.uuid), _label(a)) for a in calon.values()]
    cocok = [a for a in setelepon if a.nama.lower() == nama.lower()]
    if ganda:
        keadaan = "ganda"
    elif not calon:
        keadaan = "baru"
    elif len(cocok) == 1 or (len(calon) == 1 and senama and not telepon):
        satu = cocok[0] if cocok else senama[0]
        keadaan, pilihan = "ditemukan", [(str(satu.uuid), _label(satu))]
    else:
        keadaan = "ragu"
    return Calon(nama, telepon, keadaan, pilihan)


def _label(anggota: Anggota) -> str:
    """With the neighbourhood: two people may have one name."""
    return f"{anggota.nama}, {anggota.wilayah.nama}" if anggota.wilayah else anggota.nama


def add_daftar(
    *, angkatan: Angkatan, pilihan: list[tuple[str, str, str]], kunci: UUID, actor
) -> dict[str, int]:
    """Put in everybody of a list: (uuid of a person or "baru", name, phone). Everything or nothing.

    Gives how many are in, wait, and are new people. Raises DaftarBertabrakan, AngkatanTutup,
    KirimanBerbeda.
    """
    return run_once(
        pelaku=str(actor.uuid),
        operasi="add_daftar",
        kunci=kunci,
        isi={"angkatan": str(angkatan.uuid), "pilihan": pilihan},
        kerja=lambda: _add(angkatan, pilihan, actor),
    )


@transaction.atomic
def _add(angkatan: Angkatan, pilihan, actor) -> dict[str, int]:
    orang, baru = [], 0
    for siapa, nama, telepon in pilihan:
        if siapa == "baru":
            orang.append(create_anggota(nama=nama, telepon=telepon, actor=actor))
            baru += 1
        else:
            orang.append(Anggota.objects.aktif().get(uuid=siapa))
    return _add_orang(angkatan, orang, actor) | {"baru": baru}


def _add_orang(angkatan: Angkatan, orang: list[Anggota], actor) -> dict[str, int]:
    hitung = {rules.MASUK: 0, rules.TUNGGU: 0}
    bentrok = []
    for anggota in orang:
        try:
            hitung[add_peserta(angkatan=angkatan, anggota=anggota, actor=actor).jalan] += 1
        except KelasLain:
            bentrok.append(anggota.nama)
    if bentrok:
        raise DaftarBertabrakan(*bentrok)
    return hitung


@transaction.atomic
def add_ksm(*, angkatan: Angkatan, ksm: Ksm, actor) -> dict[str, int]:
    """All members of today of a KSM; who is in already stays. Raises DaftarBertabrakan, AngkatanTutup."""
    hari = waktu.hari_ini()
    kini = Keanggotaan.objects.filter(ksm=ksm, dari__lte=hari, anggota__berakhir_pada__isnull=True)
    kini = kini.exclude(sampai__lt=hari).select_related("anggota").order_by("dari", "pk")
    orang = {k.anggota_id: k.anggota for k in kini}
    return _add_orang(angkatan, list(orang.values()), actor)
