"""Who was there, and what a class looks like to its facilitators and learners."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.urls import reverse

from cms.core import waktu
from cms.core.acara import Acara
from cms.core.ics import AcaraIcs
from cms.komunitas.models import Keanggotaan

from ..kursus.models import Rilis
from ..kursus.selectors import list_pelajaran_kunci
from ..peserta.models import Angkatan, Peserta
from . import permissions, rules
from .models import Kehadiran, Permohonan, Pertemuan

PEREMPUAN = Q(anggota__jenis_kelamin="perempuan")


def read_catatan(baris: Iterable[Kehadiran]) -> list[rules.Catatan]:
    """Rows of attendance as the rules read them."""
    return [
        rules.Catatan(b.status, b.pencatat_id, b.dicatat_pada, bool(b.alasan), b.pk) for b in baris
    ]


def get_hadir_bp(peserta: Peserta) -> int | None:
    """Share of the held sessions of a learner's class that they attended, in basis points.

    Held is what was not called off and of which somebody's attendance was recorded. What ended
    before the learner came into the class does not count, unless attendance was recorded for them.
    Late is present; excused and ill sessions are left out. None without a class or a session.
    """
    if peserta.angkatan_id is None:
        return None
    return get_hadir_bp_semua([peserta]).get(peserta.pk)


def get_hadir_bp_semua(peserta: Iterable[Peserta]) -> dict[int, int | None]:
    """The same for many learners: two queries, however many they are."""
    semua = list_status_semua(peserta)
    return {pk: rules.count_hadir_bp(status) for pk, status in semua.items()}


def list_status_semua(peserta: Iterable[Peserta]) -> dict[int, list[str]]:
    """What counts of each learner's held sessions, the earliest first: two queries."""
    peserta = [p for p in peserta if p.angkatan_id]
    kelas = {p.angkatan_id for p in peserta}
    diadakan = defaultdict(list)
    semua = Pertemuan.objects.filter(angkatan__in=kelas, batal_pada__isnull=True)
    for satu in semua.filter(kehadiran__isnull=False).distinct().order_by("mulai", "pk"):
        diadakan[satu.angkatan_id].append(satu)
    status = settle_hadir(Kehadiran.objects.filter(pertemuan__angkatan__in=kelas))
    return {
        p.pk: [
            status.get((satu.pk, p.pk), "alpa")
            for satu in diadakan[p.angkatan_id or 0]
            if (satu.pk, p.pk) in status or not p.angkatan_pada or satu.selesai >= p.angkatan_pada
        ]
        for p in peserta
    }


def settle_hadir(baris) -> dict[tuple[int, int], str]:
    """What counts, by session and learner."""
    per = defaultdict(list)
    for satu in baris.order_by("dicatat_pada", "id"):
        per[satu.pertemuan_id, satu.peserta_id].append(satu)
    hasil = {}
    for kunci, daftar in per.items():
        if keadaan := rules.settle_catatan(read_catatan(daftar)):
            hasil[kunci] = keadaan.catatan.status
    return hasil


@dataclass(frozen=True)
class BarisKelas:
    """A class in a list."""

    angkatan: Angkatan
    kursus: str
    berikutnya: Pertemuan | None
    terisi: int
    perempuan_bp: int | None

    @property
    def sisa(self) -> int | None:
        """Free places; None without a limit."""
        kapasitas = self.angkatan.kapasitas
        return None if kapasitas is None else max(0, kapasitas - self.terisi)


def get_judul_kursus(kunci: Iterable) -> dict:
    """Names of courses by their newest release."""
    semua = Rilis.objects.filter(kursus_kunci__in=set(kunci)).order_by("nomor")
    return dict(semua.values_list("kursus_kunci", "judul"))


def list_kelas(angkatan: Iterable[Angkatan]) -> list[BarisKelas]:
    """Classes with next session, learners and share of women: three queries."""
    angkatan = list(angkatan)
    judul = get_judul_kursus(a.kursus_kunci for a in angkatan)
    berikut: dict[int, Pertemuan] = {}
    nanti = Pertemuan.objects.filter(angkatan__in=angkatan, selesai__gte=waktu.sekarang())
    for satu in nanti.filter(batal_pada__isnull=True).order_by("-mulai"):
        berikut[satu.angkatan_id] = satu
    ikut = Peserta.objects.filter(angkatan__in=angkatan).exclude(status="berhenti")
    jumlah = {
        b["angkatan"]: b
        for b in ikut.values("angkatan")
        .order_by()
        .annotate(n=Count("pk"), p=Count("pk", filter=PEREMPUAN))
    }
    return [
        BarisKelas(
            angkatan=a,
            kursus=judul.get(a.kursus_kunci, ""),
            berikutnya=berikut.get(a.pk),
            terisi=(isi := jumlah.get(a.pk, {"n": 0, "p": 0}))["n"],
            perempuan_bp=rules.count_bagian_bp(isi["p"], isi["n"]),
        )
        for a in angkatan
    ]


def get_kelas(angkatan: Angkatan) -> BarisKelas:
    return list_kelas([angkatan])[0]


def list_umum(user) -> list[BarisKelas]:
    """Open classes this account may see, the next to begin first."""
    hari = waktu.hari_ini()
    buka = permissions.visible_publik(user).filter(status=Angkatan.Status.AKTIF)
    belum = Q(sampai__isnull=True, dari__gte=hari - timedelta(days=365)) | Q(sampai__gte=hari)
    return list_kelas(buka.filter(belum).order_by("dari", "pk")[:60])


def list_nama_pengampu(angkatan: Angkatan) -> list[str]:
    hari = waktu.hari_ini()
    baris = angkatan.pengampu.filter(Q(sampai__isnull=True) | Q(sampai__gte=hari))
    return list(baris.order_by("dari", "pk").values_list("anggota__nama", flat=True))


@dataclass(frozen=True)
class BarisPeserta:
    """A learner as the facilitator sees them."""

    peserta: Peserta
    nama: str
    dibaca: int
    dari: int
    hadir_bp: int | None


def list_peserta_kelas(angkatan: Angkatan) -> list[BarisPeserta]:
    """By name, with lessons read and share attended: four queries."""
    ikut = Peserta.objects.filter(angkatan=angkatan).exclude(status=Peserta.Status.BERHENTI)
    semua = list(
        ikut.select_related("anggota__wilayah", "rilis")
        .annotate(dibaca=Count("kemajuan"))
        .order_by("anggota__nama", "pk")
    )
    hadir = get_hadir_bp_semua(semua)
    return [
        BarisPeserta(
            p, p.anggota.nama, p.dibaca, len(list_pelajaran_kunci(p.rilis)), hadir.get(p.pk)
        )
        for p in semua
    ]


@dataclass(frozen=True)
class BarisHadir:
    """One learner in the roll call; `riwayat` holds every record, the oldest first."""

    peserta: Peserta
    nama: str
    kini: Kehadiran | None
    bentrok: bool
    riwayat: list[Kehadiran]


def list_hadir(pertemuan: Pertemuan) -> list[BarisHadir]:
    """The roll call: everybody of the class, and who was recorded before they left it."""
    baris = pertemuan.kehadiran.select_related("pencatat__anggota").order_by("dicatat_pada", "id")
    per = defaultdict(list)
    for satu in baris:
        per[satu.peserta_id].append(satu)
    ikut = Q(angkatan=pertemuan.angkatan_id) & ~Q(status=Peserta.Status.BERHENTI)
    semua = Peserta.objects.filter(ikut | Q(pk__in=per)).select_related("anggota__wilayah")
    return [_build_hadir(p, per[p.pk]) for p in semua.order_by("anggota__nama", "pk")]


def _build_hadir(peserta: Peserta, riwayat: list[Kehadiran]) -> BarisHadir:
    keadaan = rules.settle_catatan(read_catatan(riwayat))
    kini = next((b for b in riwayat if keadaan and b.pk == keadaan.catatan.nomor), None)
    return BarisHadir(
        peserta, peserta.anggota.nama, kini, bool(keadaan and keadaan.bentrok), riwayat
    )


def find_peserta(angkatan: Angkatan, user) -> Peserta | None:
    """One's own place in a class."""
    if not getattr(user, "is_authenticated", False):
        return None
    ikut = Peserta.objects.filter(angkatan=angkatan, anggota__akun=user)
    return ikut.exclude(status=Peserta.Status.BERHENTI).first()


def find_antre(angkatan: Angkatan, user) -> tuple[str, int]:
    """Whether this account waits ("tunggu", place), asked ("mohon") or is invited ("undang")."""
    if not getattr(user, "is_authenticated", False):
        return "", 0
    antre = list(angkatan.tunggu.filter(status="menunggu").values_list("anggota__akun", flat=True))
    if user.pk in antre:
        return "tunggu", antre.index(user.pk) + 1
    mohon = angkatan.permohonan.filter(status__in=Permohonan.TERBUKA, anggota__akun=user).first()
    kata = {"menunggu": "mohon", "diundang": "undang"}
    return (kata[mohon.status], 0) if mohon and not mohon.is_lewat() else ("", 0)


def build_acara(pertemuan: Iterable[Pertemuan]) -> list[AcaraIcs]:
    """Sessions for a calendar: no names, a UID that stays."""
    return [
        AcaraIcs(
            uid=f"{p.uuid}@guyub",
            judul=f"{p.angkatan.nama}: {p.judul}",
            mulai=p.mulai,
            selesai=p.selesai,
            dibuat=p.diubah_pada,
            tempat=p.tempat or p.angkatan.tempat,
            keterangan=p.alasan_batal or p.bahan,
            urutan=p.urutan_ubah,
            batal=bool(p.batal_pada) or p.angkatan.status == Angkatan.Status.BATAL,
        )
        for p in pertemuan
    ]


def list_pertemuan_umum(mulai: datetime, banyak: int = 200) -> list[Pertemuan]:
    """Sessions of public classes from an instant on."""
    semua = Pertemuan.objects.filter(angkatan__publik=True, mulai__gte=mulai)
    return list(semua.select_related("angkatan").order_by("mulai", "pk")[:banyak])


def list_acara_umum(mulai: datetime, banyak: int) -> list[Acara]:
    """The same for the agenda of the site."""
    return [
        Acara(
            judul=f"{p.angkatan.nama}: {p.judul}",
            url=reverse("pelatihan:show_kelas", args=[p.angkatan.uuid]),
            mulai=p.mulai,
            selesai=p.selesai,
            tempat=p.tempat or p.angkatan.tempat,
            ringkasan=p.angkatan.keterangan,
            batal=bool(p.batal_pada) or p.angkatan.status == Angkatan.Status.BATAL,
        )
        for p in list_pertemuan_umum(mulai, banyak)
    ]


def list_kalender_umum(mulai: datetime, banyak: int) -> list[AcaraIcs]:
    return build_acara(list_pertemuan_umum(mulai, banyak))


@dataclass(frozen=True)
class BarisCetak:
    """A learner on the sheet that is signed."""

    nama: str
    jenis_kelamin: str
    alamat: str
    ksm: str


def list_peserta_cetak(angkatan: Angkatan) -> list[BarisCetak]:
    """By name, with neighbourhood and groups of today: two queries."""
    ikut = Peserta.objects.filter(angkatan=angkatan).exclude(status=Peserta.Status.BERHENTI)
    orang = [p.anggota for p in ikut.select_related("anggota__wilayah").order_by("anggota__nama")]
    ksm = defaultdict(list)
    hari = waktu.hari_ini()
    berlaku = Q(sampai__isnull=True) | Q(sampai__gte=hari)
    baris = Keanggotaan.objects.filter(berlaku, anggota__in=orang, dari__lte=hari)
    for satu in baris.select_related("ksm").order_by("ksm__nama"):
        ksm[satu.anggota_id].append(satu.ksm.nama)
    return [
        BarisCetak(
            a.nama, a.jenis_kelamin, a.wilayah.nama if a.wilayah else "", ", ".join(ksm[a.pk])
        )
        for a in orang
    ]
