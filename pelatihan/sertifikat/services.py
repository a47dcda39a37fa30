"""Writing down a completion, and taking it back with a reason."""

from dataclasses import dataclass
from uuid import uuid4

import structlog
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.core.cek import make_kode
from cms.core.jejak.services import record_jejak
from cms.core.kueri import KueriTetap
from cms.core.pagecache import raise_generation
from cms.komunitas.selectors import get_penerima
from cms.komunitas.services import record_riwayat_pelatihan
from cms.notifikasi.services import queue_pesan
from musyawarah.penomoran.services import take_nomor

from ..lencana.services import KunciTidakAda, sign
from ..lencana.vcjwt import get_tempat
from ..peserta.models import Peserta
from . import rules
from .models import Sertifikat
from .selectors import collect_isi, get_situs, list_kurang

log = structlog.get_logger(__name__)
AWALAN = "s"


# So many learners of a course or class are looked at in one go.
PALING_BANYAK = 300


class SudahDicabut(Exception):
    """The certificate was revoked before."""


@transaction.atomic(savepoint=False)
def issue_if_complete(*, peserta: Peserta, actor=None) -> Sertifikat | None:
    """Write down the completion as soon as the rules of the learner's release are met (list_kurang).

    Locks the learner, so that two last steps at once make one certificate. None: not complete yet.
    """
    peserta = _lock_peserta(peserta)
    if peserta.status != Peserta.Status.AKTIF:
        return Sertifikat.objects.filter(peserta=peserta).first()
    if list_kurang(peserta):
        return None
    peserta.status = Peserta.Status.SELESAI
    peserta.berakhir_pada = waktu.sekarang()
    peserta.save(update_fields=["status", "berakhir_pada"])
    sertifikat = _create_sertifikat(peserta)
    record_riwayat_pelatihan(
        anggota=peserta.anggota,
        judul=sertifikat.judul,
        topik=peserta.rilis.aturan.get("topik") or sertifikat.judul[:80],
        selesai_pada=sertifikat.tanggal,
        jpl=sertifikat.jpl,
        sumber_uuid=sertifikat.uuid,
    )
    record_jejak(actor, "issue_sertifikat", sertifikat)
    _queue_selesai(sertifikat)
    raise_generation()
    return sertifikat


def _lock_peserta(peserta: Peserta) -> Peserta:
    satu = _PESERTA.first(peserta.pk)
    if satu is None:
        raise Peserta.DoesNotExist
    return satu


def _build_peserta(pk: int) -> QuerySet[Peserta]:
    kunci = Peserta.objects.order_by().select_for_update(of=("self",), no_key=True)
    return kunci.select_related("rilis", "anggota__akun").filter(pk=pk)


_PESERTA = KueriTetap(_build_peserta, (Peserta, "id"), contoh=(-1,))


def _create_sertifikat(peserta: Peserta) -> Sertifikat:
    hari = waktu.hari_ini()
    sertifikat = Sertifikat.objects.create(
        kode=make_kode(AWALAN),
        tahun=hari.year,
        urut=take_nomor(f"sertifikat:{hari.year}"),
        peserta=peserta,
        rilis=peserta.rilis,
        kursus_kunci=peserta.kursus_kunci,
        nama=peserta.anggota.nama,
        judul=peserta.rilis.judul,
        jpl=peserta.rilis.jpl,
        tanggal=hari,
    )
    sertifikat.isi = collect_isi(sertifikat)
    sertifikat.save(update_fields=["isi"])
    give_lencana(sertifikat=sertifikat)
    return sertifikat


@transaction.atomic
def give_lencana(*, sertifikat: Sertifikat) -> bool:
    """Sign the badge once. Without a key the completion still counts, and the badge follows later."""
    sertifikat = Sertifikat.objects.select_for_update().get(pk=sertifikat.pk)
    if sertifikat.lencana or not sertifikat.isi:
        return False
    urut = sertifikat.urut_lencana or take_nomor("lencana")
    try:
        lencana = sign(rules.build_lencana(_collect_lencana(sertifikat, urut)))
    except KunciTidakAda:
        log.warning("badge_without_key", sertifikat=str(sertifikat.uuid))
        return False
    sertifikat.urut_lencana, sertifikat.lencana = urut, lencana
    sertifikat.save(update_fields=["urut_lencana", "lencana"])
    raise_generation()
    return True


def give_lencana_semua() -> int:
    """Sign what has no badge yet, as after days without a key; returns how many.

    Rows from before there were sheets get theirs as well: own columns, offices of their day.
    """
    for satu in Sertifikat.objects.filter(isi={}).select_related("peserta", "rilis"):
        satu.isi = collect_isi(satu)
        satu.save(update_fields=["isi"])
    return sum(
        give_lencana(sertifikat=satu)
        for satu in Sertifikat.objects.filter(lencana="").order_by("pk")
    )


def _collect_lencana(sertifikat: Sertifikat, urut: int) -> rules.FaktaLencana:
    daftar, tempat = get_tempat(urut)
    return rules.FaktaLencana(
        situs=get_situs(),
        lembaga=sertifikat.isi["rumah"]["nama"] or "BKM",
        kode=sertifikat.kode,
        subjek=uuid4(),
        kursus_kunci=sertifikat.kursus_kunci,
        judul=sertifikat.judul,
        jpl=sertifikat.jpl,
        berlaku=waktu.awal_hari(sertifikat.tanggal),
        daftar=daftar,
        tempat=tempat,
    )


def _queue_selesai(sertifikat: Sertifikat) -> None:
    queue_pesan(
        "kursus_selesai",
        kunci=f"selesai:{sertifikat.uuid}",
        penerima=[get_penerima(sertifikat.peserta.anggota)],
        judul=_("Completed: %(judul)s") % {"judul": sertifikat.judul},
        isi=_("Congratulations. Your proof of completion is ready and anybody can check it."),
        tautan=reverse("pelatihan:show_selesai", args=[sertifikat.uuid]),
    )


@transaction.atomic
def revoke_sertifikat(*, sertifikat: Sertifikat, alasan: str, actor) -> Sertifikat:
    """Take a completion back; its page says so from now on. Raises SudahDicabut."""
    sertifikat = Sertifikat.objects.select_for_update().get(pk=sertifikat.pk)
    if sertifikat.dicabut_pada:
        raise SudahDicabut(sertifikat)
    sertifikat.dicabut_pada, sertifikat.alasan_dicabut = waktu.hari_ini(), alasan
    sertifikat.save(update_fields=["dicabut_pada", "alasan_dicabut"])
    record_jejak(actor, "revoke_sertifikat", sertifikat)
    raise_generation()
    return sertifikat


@dataclass(frozen=True)
class Calon:
    """A learner and what is missing for the certificate (codes); `sudah`: it was issued before."""

    peserta: Peserta
    kurang: list[str]
    sudah: bool

    @property
    def siap(self) -> bool:
        return not self.sudah and not self.kurang


def list_calon(*, peserta: QuerySet[Peserta]) -> list[Calon]:
    """Everybody who learns or has completed, by name; at most PALING_BANYAK."""
    tampak = peserta.exclude(status=Peserta.Status.BERHENTI).select_related("anggota", "rilis")
    daftar = list(tampak.order_by("anggota__nama", "pk")[:PALING_BANYAK])
    ada = Sertifikat.objects.filter(peserta__in=[satu.pk for satu in daftar])
    sudah = set(ada.values_list("peserta_id", flat=True))
    return [
        Calon(satu, [] if satu.pk in sudah else list_kurang(satu), satu.pk in sudah)
        for satu in daftar
    ]


def issue_banyak(*, peserta: QuerySet[Peserta], actor) -> int:
    """Issue to everybody who meets the rules now; returns how many are new.

    Each learner is a transaction of its own, so a second run, or a second officer at the same
    moment, finds what is done and adds nothing.
    """
    siap = [calon.peserta for calon in list_calon(peserta=peserta) if calon.siap]
    return sum(_issue_satu(satu, actor) for satu in siap)


@transaction.atomic
def _issue_satu(peserta: Peserta, actor) -> bool:
    terkunci = Peserta.objects.select_for_update(of=("self",), no_key=True).get(pk=peserta.pk)
    if Sertifikat.objects.filter(peserta=terkunci).exists():
        return False
    return issue_if_complete(peserta=peserta, actor=actor) is not None
