"""Taking questions into the bank: first looked at, then all or nothing, repeatable without doubles."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import cast
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import IntegrityError, transaction

from cms.core import waktu
from cms.core.jejak.services import record_jejak

from ..kursus import services as kursus_services
from ..kursus.models import Soal, Status
from ..kursus.rules import find_faults, hash_isi
from .alasan import explain
from .gift import SoalGift
from .models import Impor

SIAP, DITOLAK = "siap", "ditolak"
BARU, DIUBAH, SAMA = "baru", "diubah", "sama"
TOPIK_MAKS = 80
BANK = r"[a-z0-9][a-z0-9-]{0,39}"
SIMPAN_HARI = 7


class AdaDitolak(Exception):
    """Some questions cannot be taken, so none is."""


@dataclass(frozen=True)
class Butir:
    """One question of a file and what becomes of it: `tindakan` is baru, diubah, sama or empty."""

    nomor: int
    judul: str
    jenis: str | None
    isi: dict
    topik: str = ""
    kesukaran: int = 2
    kunci: UUID | None = None
    alasan: str = ""
    tindakan: str = ""

    @property
    def status(self) -> str:
        return DITOLAK if self.alasan else SIAP


@dataclass
class _Bank:
    """What is known of the bank and of the file so far."""

    kode: str
    kunci: dict[UUID, Soal]
    sidik: dict[str, UUID]
    dibaca: set[UUID]


def digest_soal(jenis: str, isi: dict) -> str:
    """What makes two questions the same: kind and content, whatever their answers are called."""
    return hash_isi([jenis, _drop_id({"petunjuk": [], "gambar": None, **isi})])


def _drop_id(isi):
    if isinstance(isi, list):
        return [_drop_id(satu) for satu in isi]
    if isinstance(isi, dict):
        gap = "jenis" in isi
        return {k: _drop_id(v) for k, v in isi.items() if k != "id" or gap}
    return isi


def plan_impor(soal: Sequence[SoalGift], *, bank: str = "") -> list[Butir]:
    """What would become of each question; nothing is written."""
    kunci = {k for satu in soal if (k := _read_kunci(satu.keterangan.get("kunci", "")))}
    ada = list(Soal.objects.filter(bank=bank).only("kunci", "jenis", "isi"))
    keadaan = _Bank(
        kode=bank,
        kunci={s.kunci: s for s in Soal.objects.filter(kunci__in=kunci)}
        | {s.kunci: s for s in ada},
        sidik={digest_soal(s.jenis, s.isi): s.kunci for s in ada},
        dibaca=set(),
    )
    return [_judge(satu, keadaan) for satu in soal]


def _read_kunci(teks: str) -> UUID | None:
    try:
        return UUID(teks) if teks else None
    except ValueError:
        return None


def _judge(satu: SoalGift, bank: _Bank) -> Butir:
    topik = " ".join(satu.keterangan.get("topik", "").split())
    kesukaran = satu.keterangan.get("kesukaran", "2").removesuffix(".0")
    keluhan = _find_keluhan(satu, topik, kesukaran, bank)
    if keluhan:
        kata = " ".join(dict.fromkeys(explain(k) for k in keluhan))
        return Butir(satu.nomor, satu.judul, satu.jenis, satu.isi, topik, alasan=kata)
    kunci, tindakan = _place(satu, topik, int(kesukaran), bank)
    judul = satu.judul or str(satu.nomor)
    return Butir(
        satu.nomor, judul, satu.jenis, satu.isi, topik, int(kesukaran), kunci, tindakan=tindakan
    )


def _find_keluhan(satu: SoalGift, topik: str, kesukaran: str, bank: _Bank) -> list[str]:
    """Codes of what speaks against a question."""
    if satu.alasan or satu.jenis is None:
        return [satu.alasan or "jenis-tak-dikenal"]
    keluhan = list(find_faults(satu.jenis, satu.isi))
    if kesukaran not in ("1", "2", "3"):
        keluhan.append("kesukaran-salah")
    if len(topik) > TOPIK_MAKS:
        keluhan.append("topik-panjang")
    tertulis = satu.keterangan.get("kunci", "")
    kunci = _read_kunci(tertulis)
    if tertulis and kunci is None:
        keluhan.append("kunci-salah")
    if kunci in bank.dibaca:
        keluhan.append("kunci-kembar")
    return keluhan


def _place(satu: SoalGift, topik: str, kesukaran: int, bank: _Bank) -> tuple[UUID, str]:
    """The key under which a question stands in the bank, and what has to be done."""
    sidik = digest_soal(str(satu.jenis), satu.isi)
    kunci = _read_kunci(satu.keterangan.get("kunci", ""))
    if kunci is None:
        turunan = uuid5(NAMESPACE_URL, f"guyub:soal:{bank.kode}:{sidik}")
        ada = bank.sidik.get(sidik) or (turunan if turunan in bank.kunci else None)
        bank.sidik.setdefault(sidik, turunan)
        return ada or turunan, SAMA if ada else BARU
    bank.dibaca.add(kunci)
    bank.sidik.setdefault(sidik, kunci)
    lama = bank.kunci.get(kunci)
    if lama is None:
        return kunci, BARU
    tetap = (lama.judul, lama.topik, lama.kesukaran) == (satu.judul, topik, kesukaran)
    sama = tetap and digest_soal(lama.jenis, lama.isi) == sidik and bank.kode in ("", lama.bank)
    return kunci, SAMA if sama else DIUBAH


def write_impor(*, soal: Sequence[SoalGift], bank: str = "", actor=None) -> list[Butir]:
    """Write all questions or none. Raises AdaDitolak. Two at once: the second finds the first's."""
    try:
        return _write(soal, bank, actor)
    except IntegrityError:
        return _write(soal, bank, actor)


@transaction.atomic
def _write(soal: Sequence[SoalGift], bank: str, actor) -> list[Butir]:
    rencana = plan_impor(soal, bank=bank)
    if any(satu.alasan for satu in rencana):
        raise AdaDitolak
    for satu in rencana:
        if satu.tindakan != SAMA:
            kursus_services.save_soal(soal=_fill(satu, bank), actor=actor)
    return rencana


def _fill(satu: Butir, bank: str) -> Soal:
    kunci = cast(UUID, satu.kunci)  # whatever is ready has one
    lama = Soal.objects.select_for_update().filter(kunci=kunci).first()
    soal = lama or Soal(kunci=kunci, status=Status.TERBIT)
    soal.judul, soal.jenis, soal.isi = satu.judul, str(satu.jenis), satu.isi
    soal.topik, soal.kesukaran, soal.bank = satu.topik, satu.kesukaran, bank or soal.bank
    return soal


@transaction.atomic
def keep_impor(*, berkas: str, bank: str, soal: Sequence[SoalGift], actor) -> Impor:
    """Keep what was read until it is taken in; what nobody took in within a week is dropped."""
    batas = waktu.sekarang() - timedelta(days=SIMPAN_HARI)
    Impor.objects.filter(dimasukkan_pada=None, dibuat_pada__lt=batas).delete()
    isi = [asdict(satu) for satu in soal]
    simpanan = Impor.objects.create(berkas=berkas[:160], bank=bank, soal=isi, dibuat_oleh=actor)
    record_jejak(actor, "keep_impor", simpanan, sesudah={"soal": len(isi)})
    return simpanan


def load_soal(simpanan: Impor) -> list[SoalGift]:
    return [SoalGift(**satu) for satu in simpanan.soal]


@transaction.atomic
def finish_impor(*, simpanan: Impor, actor) -> int:
    """Take a kept file into the bank; again changes nothing. The number of questions. Raises AdaDitolak."""
    simpanan = Impor.objects.select_for_update().get(pk=simpanan.pk)
    if simpanan.dimasukkan_pada is None:
        write_impor(soal=load_soal(simpanan), bank=simpanan.bank, actor=actor)
        simpanan.dimasukkan_pada = waktu.sekarang()
        simpanan.save(update_fields=["dimasukkan_pada"])
        record_jejak(actor, "finish_impor", simpanan, sesudah={"soal": len(simpanan.soal)})
    return len(simpanan.soal)
