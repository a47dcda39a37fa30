"""Who needs a word, each with the reason in words.

Missed twice, stands still, failed a quiz twice, left a returned assignment, or never handed one in.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, Max, OuterRef, QuerySet
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.core.ketentuan.services import get_ketentuan
from cms.notifikasi.models import Pesan

from ..kelas.selectors import list_status_semua
from ..kursus.alur import TUGAS
from ..kursus.models import Rilis
from ..kursus.selectors import get_isi, list_kuis, list_langkah
from ..penilaian.models import Percobaan
from ..peserta.models import Kemajuan, Peserta
from ..tugas.models import Kumpulan
from ..tugas.rules import DIKEMBALIKAN, MENUNGGU
from ..tugas.selectors import Capaian, get_capaian_semua
from . import rules
from .selectors import get_rilis

MACET = "pelatihan.macet_hari"
JENIS = "pengingat_belajar"


@dataclass(frozen=True)
class Risiko:
    """A learner who needs a word, and why."""

    peserta: Peserta
    alasan: tuple[str, ...]
    diingatkan: bool


def list_risiko(peserta: QuerySet) -> list[Risiko]:
    """Among these learners, those still learning who need a word, by name: ten queries."""
    aktif = peserta.filter(status=Peserta.Status.AKTIF)
    alasan = list_alasan(aktif)
    sudah = list_diingatkan() if alasan else set()
    urut = aktif.select_related("anggota").order_by("anggota__nama", "pk")
    return [Risiko(p, alasan[p.pk], str(p.uuid) in sudah) for p in urut if p.pk in alasan]


def list_alasan(aktif: QuerySet) -> dict[int, tuple[str, ...]]:
    """Reasons by learner, for who has any."""
    hadir = list_status_semua(aktif.filter(angkatan__isnull=False).order_by())
    capaian = get_capaian_semua(aktif.order_by().values_list("pk", flat=True))
    gagal, tugas = _list_gagal(aktif), _list_tugas(aktif, capaian)
    ditunggui = {pk for (pk, _kunci), c in capaian.items() if c.keadaan == MENUNGGU}
    batas, kini = get_ketentuan(MACET), waktu.sekarang()
    hasil = {}
    for pk, terakhir in _list_terakhir(aktif).items():
        # Whoever handed in and waits for us does not stand still.
        macet = None if pk in ditunggui else rules.count_hari_macet(terakhir, kini, batas)
        kata = [*_say(hadir.get(pk, []), macet, gagal.get(pk, [])), *tugas.get(pk, [])]
        if kata:
            hasil[pk] = tuple(kata)
    return hasil


def _say(hadir: list[str], macet: int | None, gagal: list[str]) -> Iterator[str]:
    if rules.is_absen_beruntun(hadir):
        yield _("Missed the last two sessions without a word.")
    if macet is not None:
        yield _("Nothing done for %(n)s days.") % {"n": macet}
    for judul in gagal:
        yield _("Failed “%(judul)s” twice or more.") % {"judul": judul}


def _list_terakhir(aktif: QuerySet) -> dict[int, datetime]:
    """The last sign of work: enrolment, a step done, an attempt begun, an assignment handed in."""
    pk = aktif.order_by().values("pk")
    hasil = dict(aktif.order_by().values_list("pk", "mulai_pada"))
    kerja = ((Kemajuan, "saat"), (Percobaan, "mulai_pada"), (Kumpulan, "dikumpulkan_pada"))
    for model, bidang in kerja:
        semua = model._default_manager.filter(peserta__in=pk).order_by().values("peserta")
        for satu, saat in semua.annotate(m=Max(bidang)).values_list("peserta", "m"):
            hasil[satu] = max(hasil[satu], saat)
    return hasil


def _list_gagal(aktif: QuerySet) -> dict[int, list[str]]:
    """Names of the quizzes failed twice or more and not yet done, by learner."""
    lewat = Kemajuan.objects.filter(
        peserta=OuterRef("peserta"), langkah_kunci=OuterRef("kuis_kunci")
    )
    semua = Percobaan.objects.filter(peserta__in=aktif.order_by().values("pk"), lulus=False)
    banyak = semua.filter(~Exists(lewat)).order_by().values("peserta", "kuis_kunci")
    judul = _name_kuis(get_rilis(aktif))
    hasil = defaultdict(list)
    for baris in banyak.annotate(n=Count("pk")).filter(n__gte=rules.BERUNTUN):
        if nama := judul.get(str(baris["kuis_kunci"])):
            hasil[baris["peserta"]].append(nama)
    return hasil


def _name_kuis(rilis: dict[int, Rilis]) -> dict[str, str]:
    return {k["kunci"]: k["judul"] for r in reversed(rilis.values()) for k in list_kuis(r)}


def _list_tugas(aktif: QuerySet, capaian: dict) -> dict[int, list[str]]:
    """Words about assignments left lying, by learner."""
    isi = {pk: _list_isi(rilis) for pk, rilis in get_rilis(aktif).items()}
    batas = get_ketentuan(MACET)
    hasil = defaultdict(list)
    for pk, rilis, sampai in aktif.order_by().values_list("pk", "rilis", "angkatan__sampai"):
        for kunci, satu in isi[rilis].items():
            if kata := _say_tugas(satu, capaian.get((pk, kunci)), sampai, batas):
                hasil[pk].append(kata)
    return hasil


def _list_isi(rilis: Rilis) -> dict[str, dict]:
    """The content of a release's assignments by their keys."""
    semua = (s.isi["tugas"] for s in list_langkah(rilis) if s.cara == TUGAS and s.isi.get("tugas"))
    return {satu["kunci"]: get_isi(satu["sidik"]) for satu in semua}


def _say_tugas(isi: dict, capaian: Capaian | None, sampai: date | None, batas: int) -> str:
    hari, nama = waktu.hari_ini(), {"judul": isi["judul"]}
    if capaian is None:
        lewat = rules.is_lewat_kelas(sampai, hari)
        return _("“%(judul)s” was not handed in by the end of the class.") % nama if lewat else ""
    if capaian.keadaan != DIKEMBALIKAN:
        return ""
    kembali = waktu.ke_wib(capaian.saat).date()
    if rules.is_lewat_perbaikan(kembali, hari, isi["perbaikan_hari"] or batas):
        return _("“%(judul)s” came back and was not handed in again.") % nama
    return ""


def make_kunci(peserta: Peserta) -> str:
    """One message per learner and day."""
    return f"{_make_awalan()}{peserta.uuid}"


def _make_awalan() -> str:
    return f"pengingat:{waktu.hari_ini()}:"


def list_diingatkan() -> set[str]:
    """uuids of the learners who were reminded today."""
    awal = _make_awalan()
    kunci = Pesan.objects.filter(jenis=JENIS, kunci__startswith=awal).values_list(
        "kunci", flat=True
    )
    return {satu.removeprefix(awal).split(":")[0] for satu in kunci}
