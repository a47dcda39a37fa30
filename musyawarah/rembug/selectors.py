"""Questions about decisions, answered with plain values."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext

from cms.accounts import peran
from cms.accounts.models import User
from cms.accounts.selectors import get_users_with_peran
from cms.core import waktu
from cms.core.ketentuan.models import Ketentuan
from cms.core.ketentuan.services import get_ketentuan
from cms.core.pencarian import Hasil
from cms.core.tulisan import format_tanggal

from . import permissions, rules
from .models import Keputusan, Rembug, TandaTangan

SEHALAMAN = 20


@dataclass(frozen=True)
class HadirRembug:
    """Attendance as people read it. Shares in basis points, None without anybody."""

    diundang: int
    hadir: int
    perempuan: int
    kuorum: bool
    batas_kuorum: int
    bagian_perempuan: int | None
    sasaran_perempuan: int

    @property
    def persen_perempuan(self) -> int | None:
        """In whole percent, for reading."""
        return None if self.bagian_perempuan is None else (self.bagian_perempuan + 50) // 100

    @property
    def perempuan_kurang(self) -> bool:
        return self.bagian_perempuan is not None and self.bagian_perempuan < self.sasaran_perempuan


def get_hadir(sumber: Rembug | Keputusan, jenis: str) -> HadirRembug:
    """Counts of a meeting, or the frozen counts of a decision, judged by the settings of that day."""
    batas = rules.pick_batas(get_ketentuan("rembug.kuorum", sumber.tanggal), jenis)
    return HadirRembug(
        diundang=sumber.diundang,
        hadir=sumber.hadir,
        perempuan=sumber.hadir_perempuan,
        kuorum=rules.is_kuorum(hadir=sumber.hadir, diundang=sumber.diundang, batas=batas),
        batas_kuorum=batas,
        bagian_perempuan=rules.get_bagian(sumber.hadir_perempuan, sumber.hadir),
        sasaran_perempuan=get_ketentuan("rembug.perempuan", sumber.tanggal),
    )


def hash_keputusan(keputusan: Keputusan) -> str:
    """SHA-256 of everything that is signed; another round of signing gives another value."""
    isi = {
        nama: str(getattr(keputusan, nama))
        for nama in (
            *("uuid", "tanggal", "tempat", "judul", "teks", "cara", "setuju", "tidak", "abstain"),
            *("diundang", "hadir", "hadir_perempuan", "rembug_id", "menggantikan_id"),
            "diminta_pada",
        )
    }
    return hashlib.sha256(json.dumps(isi, sort_keys=True).encode()).hexdigest()


def get_tanda_tangan(keputusan: Keputusan):
    """The signatures under the present text."""
    return keputusan.tanda_tangan.filter(isi_hash=keputusan.isi_hash).select_related("anggota")


def is_cukup(keputusan: Keputusan) -> bool:
    """Whether those who must sign have signed, one person each."""
    sebagai = get_tanda_tangan(keputusan).values_list("sebagai", flat=True)
    return rules.is_cukup(list(sebagai), lain=get_lain(keputusan))


def get_lain(keputusan: Keputusan) -> int:
    """How many members must sign besides coordinator and keeper of the minutes."""
    return get_ketentuan("rembug.penanda_tangan_lain", keputusan.tanggal)


def get_calon_penanda(keputusan: Keputusan) -> list[User]:
    """Accounts that may sign this decision."""
    hadir = keputusan.rembug.kehadiran.filter(anggota__akun__is_active=True)
    akun = User.objects.filter(pk__in=hadir.values("anggota__akun"))
    return [user for user in akun if permissions.get_sebagai(user, keputusan)]


def get_sebagai_calon(keputusan: Keputusan) -> list[str]:
    calon = get_calon_penanda(keputusan)
    return [s for s in (permissions.get_sebagai(u, keputusan) for u in calon) if s]


def get_kurang(keputusan: Keputusan) -> list[str]:
    """What is still missing: words for koordinator, notulis and how many members."""
    sudah = list(get_tanda_tangan(keputusan).values_list("sebagai", flat=True))
    kurang = [str(s.label) for s in _WAJIB if s.value not in sudah]
    lain = get_lain(keputusan) - sudah.count(TandaTangan.Sebagai.ANGGOTA)
    return kurang + ([f"{lain} {TandaTangan.Sebagai.ANGGOTA.label}"] if lain > 0 else [])


_WAJIB = (TandaTangan.Sebagai.KOORDINATOR, TandaTangan.Sebagai.NOTULIS)


def get_pengganti(keputusan: Keputusan) -> Keputusan | None:
    """The ratified decision that replaced this one."""
    return keputusan.pengganti.disahkan().first()


def get_menunggu_tanda_tangan(user) -> list[Keputusan]:
    """Decisions that wait for this account's signature."""
    menunggu = Keputusan.objects.filter(
        status=Keputusan.Status.MENUNGGU, rembug__kehadiran__anggota__akun=user
    ).select_related("rembug")
    return [
        k
        for k in menunggu
        if permissions.can_sign_keputusan(user, k)
        and not get_tanda_tangan(k).filter(akun=user).exists()
    ]


# -- the public side ---------------------------------------------------------------------------
@dataclass(frozen=True)
class Lembar:
    """One page of a list, without counting what lies behind it."""

    isi: list[Keputusan]
    number: int
    has_next: bool

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def previous_page_number(self) -> int:
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        return self.number + 1


def get_lembar(tahun: int | None, nomor: int) -> Lembar:
    """Ratified decisions, newest first, of one year or all; costs one query however many there are."""
    query = Keputusan.objects.disahkan().select_related("rembug").prefetch_related("pengganti")
    if tahun:
        query = query.filter(tahun=tahun)
    mulai = (nomor - 1) * SEHALAMAN
    baris = list(query.order_by("-tahun", "-nomor")[mulai : mulai + SEHALAMAN + 1])
    return Lembar(isi=baris[:SEHALAMAN], number=nomor, has_next=len(baris) > SEHALAMAN)


def get_daftar_tahun() -> list[int]:
    tahun = Keputusan.objects.disahkan().values_list("tahun", flat=True)
    return list(tahun.order_by("-tahun").distinct())


def get_peta_keputusan():
    """Every ratified decision, for the site's map."""
    kolom = ("tahun", "nomor", "disahkan_pada")
    return Keputusan.objects.disahkan().only(*kolom).order_by("tahun", "nomor")


def get_terbaru(banyak: int = 3) -> list[Keputusan]:
    query = Keputusan.objects.disahkan().select_related("rembug")
    return list(query.order_by("-tanggal", "-tahun", "-nomor")[:banyak])


def get_panel() -> dict | None:
    """For the front page; None while nothing was ratified."""
    keputusan = get_terbaru()
    return {"keputusan": keputusan} if keputusan else None


def find_keputusan(tahun: int, nomor: int) -> Keputusan | None:
    query = Keputusan.objects.disahkan().select_related("rembug", "rembug__notulis", "menggantikan")
    return query.filter(tahun=tahun, nomor=nomor).first()


@dataclass(frozen=True)
class Rincian:
    """One ratified decision with the facts of its minutes."""

    keputusan: Keputusan
    hadir: HadirRembug
    penanda: list[tuple[str, str]]
    pengganti: Keputusan | None


def get_rincian(keputusan: Keputusan) -> Rincian:
    """`penanda`: (office, name) of those who signed."""
    return Rincian(
        keputusan=keputusan,
        hadir=get_hadir(keputusan, keputusan.rembug.jenis),
        penanda=[
            (str(t.get_sebagai_display()), t.anggota.nama) for t in get_tanda_tangan(keputusan)
        ],
        pengganti=get_pengganti(keputusan),
    )


def get_cara_teks(keputusan: Keputusan) -> str:
    """How it was decided, in one line: "Mufakat", or the votes."""
    if keputusan.cara != Keputusan.Cara.SUARA:
        return gettext("Consensus")
    angka = {n: getattr(keputusan, n) for n in ("setuju", "tidak", "abstain")}
    if keputusan.abstain:
        return (
            gettext("Vote: %(setuju)s in favour, %(tidak)s against, %(abstain)s abstained") % angka
        )
    return gettext("Vote: %(setuju)s in favour, %(tidak)s against") % angka


def get_hadir_teks(keputusan: Keputusan) -> str:
    """Who was there, in one line."""
    return gettext(
        "%(hadir)s of %(diundang)s invited were present, %(perempuan)s of them women"
    ) % {
        "hadir": keputusan.hadir,
        "diundang": keputusan.diundang,
        "perempuan": keputusan.hadir_perempuan,
    }


def to_data_pdf(rincian: Rincian) -> dict:
    """The minutes as plain values for the PDF."""
    k = rincian.keputusan
    menggantikan = k.menggantikan.nama_nomor if k.menggantikan else ""
    return {
        "nomor": k.nama_nomor,
        "judul": k.judul,
        "alinea": [a.strip() for a in k.teks.splitlines() if a.strip()],
        "fakta": [
            [str(label), nilai]
            for label, nilai in (
                (gettext("Meeting"), f"{k.rembug.get_jenis_display()}: {k.rembug.judul}"),
                (gettext("Date"), format_tanggal(k.tanggal, "hari")),
                (gettext("Meeting place"), k.tempat),
                (gettext("Present"), get_hadir_teks(k)),
                (gettext("Decided by"), get_cara_teks(k)),
                (gettext("Ratified"), format_tanggal(waktu.ke_wib(k.disahkan_pada).date())),
                (gettext("Replaces"), menggantikan),
            )
            if nilai
        ],
        "penanda": [list(p) for p in rincian.penanda],
        "diganti": rincian.pengganti.nama_nomor if rincian.pengganti else "",
    }


def search_keputusan(kata: str, mulai: int, banyak: int) -> list[Hasil]:
    """For the site's search: every word must occur in title, text or number."""
    query = _match(Keputusan.objects.disahkan(), kata).order_by("-tahun", "-nomor")
    return [
        Hasil(judul=str(k), url=k.get_absolute_url(), ringkasan=k.teks[:200], tanggal=k.tanggal)
        for k in query[mulai : mulai + banyak]
    ]


def _match(query, kata: str):
    if connection.vendor == "postgresql":
        vektor = SearchVector("judul", "teks", config="indonesian")
        return query.annotate(cari=vektor).filter(
            cari=SearchQuery(kata, config="indonesian", search_type="plain")
        )
    for satu in kata.split():
        query = query.filter(Q(judul__icontains=satu) | Q(teks__icontains=satu))
    return query


# -- settings ------------------------------------------------------------------------------------
@dataclass(frozen=True)
class BarisKetentuan:
    """One setting as it stands, and what it stands on."""

    kode: str
    nilai: object
    berlaku_dari: date
    bawaan: bool
    dasar: str
    keputusan: Keputusan | None
    dicatat_pada: datetime

    @property
    def nilai_teks(self) -> str:
        """As it is typed in the form."""
        return json.dumps(self.nilai, ensure_ascii=False)


def list_ketentuan(kode: str = "") -> list[BarisKetentuan]:
    """Every row (newest first within a code), with the decision behind it where there is one."""
    query = Ketentuan.objects.select_related("dasar_keputusan__keputusan")
    query = query.filter(kode=kode) if kode else query
    return [_to_baris(k) for k in query]


def list_ketentuan_berlaku(tanggal: date) -> list[BarisKetentuan]:
    """The row of every code in force on a day."""
    berlaku: dict[str, BarisKetentuan] = {}
    for baris in list_ketentuan():
        if baris.berlaku_dari <= tanggal:
            berlaku.setdefault(baris.kode, baris)
    return list(berlaku.values())


def _to_baris(ketentuan: Ketentuan) -> BarisKetentuan:
    tautan = getattr(ketentuan, "dasar_keputusan", None)
    return BarisKetentuan(
        kode=ketentuan.kode,
        nilai=ketentuan.nilai,
        berlaku_dari=ketentuan.berlaku_dari,
        bawaan=ketentuan.dasar == Ketentuan.BAWAAN,
        dasar=ketentuan.dasar,
        keputusan=tautan.keputusan if tautan else None,
        dicatat_pada=ketentuan.dicatat_pada,
    )


def get_calon_hadir():
    """Accounts of BKM and secretariat, offered when attendance by name is taken."""
    return get_users_with_peran(peran.KOORDINATOR, peran.ANGGOTA_BKM, peran.SEKRETARIS)
