"""Getting into a class and out of it: alone, by word of the facilitator, by invitation, in turn."""

import hmac
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.pagecache import raise_generation
from cms.komunitas.models import Anggota
from cms.komunitas.penggabungan import move

from ...peserta.models import Angkatan, Peserta
from ...peserta.services import enroll_peserta, lock_angkatan
from .. import rules
from ..models import DaftarTunggu, Permohonan
from .galat import AngkatanTutup, KelasLain, PerluDiundang, SudahDijawab, UndanganLewat
from .pesan import tell_anggota, tell_pengampu


@dataclass(frozen=True)
class Masuk:
    """How it went: `jalan` is masuk, tunggu or mohon; `urutan` is the place in the waiting list."""

    jalan: str
    peserta: Peserta | None = None
    urutan: int = 0


def lock_terbuka(angkatan: Angkatan) -> Angkatan:
    """The class, locked: who counts its places does so alone. Raises AngkatanTutup."""
    terkunci = lock_angkatan(angkatan.pk)
    if terkunci is None or terkunci.status != Angkatan.Status.AKTIF:
        raise AngkatanTutup(angkatan.pk)
    return terkunci


def list_isi(angkatan: Angkatan):
    """Learners who hold a place."""
    return Peserta.objects.filter(angkatan=angkatan).exclude(status=Peserta.Status.BERHENTI)


def list_menunggu(angkatan: Angkatan):
    return DaftarTunggu.objects.filter(angkatan=angkatan, status=DaftarTunggu.Status.MENUNGGU)


@transaction.atomic
def join_angkatan(*, angkatan: Angkatan, anggota: Anggota, kode: str = "", actor=None) -> Masuk:
    """One presses "join": a place, a place in the queue, or a request. Twice is once.

    Raises AngkatanTutup, KelasLain, PerluDiundang, UndanganLewat.
    """
    angkatan = lock_terbuka(angkatan)
    if sudah := find_tempat(angkatan, anggota):
        return sudah
    undangan = Permohonan.objects.filter(
        angkatan=angkatan, anggota=anggota, status=Permohonan.Status.DIUNDANG
    ).first()
    lewat = undangan is not None and undangan.is_lewat()
    diundang = (undangan is not None and not lewat) or _is_kode(angkatan, kode)
    if undangan:
        _answer(undangan, Permohonan.Status.DITERIMA, "", actor)
    try:
        return _enter(angkatan, anggota, diundang=diundang, actor=actor)
    except PerluDiundang:
        if lewat:
            raise UndanganLewat(angkatan.pk) from None
        raise


@transaction.atomic
def add_peserta(*, angkatan: Angkatan, anggota: Anggota, actor=None) -> Masuk:
    """The facilitator or the office puts somebody in, as from a list; a full class makes them wait.

    Raises AngkatanTutup, KelasLain.
    """
    angkatan = lock_terbuka(angkatan)
    if (sudah := find_tempat(angkatan, anggota)) and sudah.jalan != rules.MOHON:
        return sudah
    terbuka = Permohonan.objects.filter(
        angkatan=angkatan, anggota=anggota, status__in=Permohonan.TERBUKA
    )
    for satu in terbuka:
        _answer(satu, Permohonan.Status.DITERIMA, "", actor)
    return _enter(angkatan, anggota, diundang=True, actor=actor)


def _is_kode(angkatan: Angkatan, kode: str) -> bool:
    benar = angkatan.kode_undangan
    return bool(benar) and hmac.compare_digest(benar.encode(), kode.strip().lower().encode())


def find_tempat(angkatan: Angkatan, anggota: Anggota) -> Masuk | None:
    """Where the person stands already."""
    if peserta := list_isi(angkatan).filter(anggota=anggota).first():
        return Masuk(rules.MASUK, peserta)
    if baris := list_menunggu(angkatan).filter(anggota=anggota).first():
        return Masuk(rules.TUNGGU, None, list_menunggu(angkatan).filter(pk__lte=baris.pk).count())
    mohon = Permohonan.objects.filter(
        angkatan=angkatan, anggota=anggota, status=Permohonan.Status.MENUNGGU
    )
    return Masuk(rules.MOHON) if mohon.exists() else None


def _enter(angkatan: Angkatan, anggota: Anggota, *, diundang: bool, actor) -> Masuk:
    check_kelas_lain(angkatan, anggota)
    menunggu = list_menunggu(angkatan).count()
    jalan = rules.decide_masuk(
        angkatan.cara_masuk,
        diundang=diundang,
        kapasitas=angkatan.kapasitas,
        terisi=list_isi(angkatan).count(),
        menunggu=menunggu,
    )
    if jalan == rules.TOLAK:
        raise PerluDiundang(angkatan.pk)
    if jalan == rules.MOHON:
        return _ask(angkatan, anggota, actor)
    if jalan == rules.TUNGGU:
        baris = DaftarTunggu.objects.create(angkatan=angkatan, anggota=anggota, oleh=actor)
        record_jejak(actor, "wait_angkatan", baris)
        return Masuk(rules.TUNGGU, None, menunggu + 1)
    return Masuk(rules.MASUK, _seat(angkatan, anggota, actor))


def check_kelas_lain(angkatan: Angkatan, anggota: Anggota) -> None:
    """Raises KelasLain."""
    lain = Peserta.objects.filter(
        anggota=anggota, kursus_kunci=angkatan.kursus_kunci, angkatan__isnull=False
    ).exclude(status=Peserta.Status.BERHENTI)
    if lain.exclude(angkatan=angkatan).exclude(angkatan__status=Angkatan.Status.BATAL).exists():
        raise KelasLain(anggota.pk)


def _ask(angkatan: Angkatan, anggota: Anggota, actor) -> Masuk:
    mohon = Permohonan.objects.create(angkatan=angkatan, anggota=anggota, oleh=actor)
    record_jejak(actor, "ask_angkatan", mohon)
    tell_pengampu(
        angkatan,
        _("%(nama)s asks to join %(kelas)s") % {"nama": anggota.nama, "kelas": angkatan.nama},
        _("Please approve or refuse the request."),
    )
    return Masuk(rules.MOHON)


def _seat(angkatan: Angkatan, anggota: Anggota, actor) -> Peserta:
    """The one place where a place is taken; the class is locked."""
    peserta = enroll_peserta(
        anggota=anggota,
        kursus_kunci=angkatan.kursus_kunci,
        actor=actor,
        tanpa_syarat=actor is None or actor.pk != anggota.akun_id,
    )
    peserta.angkatan, peserta.angkatan_pada = angkatan, waktu.sekarang()
    peserta.save(update_fields=["angkatan", "angkatan_pada"])
    record_jejak(actor, "join_angkatan", peserta, sesudah={"angkatan": str(angkatan.uuid)})
    tell_anggota(
        angkatan,
        [anggota],
        _("You are in the class %(nama)s") % {"nama": angkatan.nama},
        _("Dates and place stand on the page of the class."),
    )
    raise_generation()
    return peserta


@transaction.atomic
def leave_angkatan(*, angkatan: Angkatan, anggota: Anggota, actor=None) -> None:
    """Leave the class, the queue, or take back the request; the course can be learnt on alone.

    What does not hold any more is simply let be.
    """
    angkatan = lock_angkatan(angkatan.pk) or angkatan
    kini = waktu.sekarang()
    for peserta in list_isi(angkatan).filter(anggota=anggota):
        peserta.angkatan = peserta.angkatan_pada = None
        peserta.save(update_fields=["angkatan", "angkatan_pada"])
        record_jejak(actor, "leave_angkatan", peserta, sebelum={"angkatan": str(angkatan.uuid)})
    tunggu = list_menunggu(angkatan).filter(anggota=anggota)
    tunggu.update(status=DaftarTunggu.Status.KELUAR, selesai_pada=kini, oleh=actor)
    mohon = Permohonan.objects.filter(
        angkatan=angkatan, anggota=anggota, status__in=Permohonan.TERBUKA
    )
    mohon.update(status=Permohonan.Status.DITARIK, selesai_pada=kini, oleh=actor)
    promote_tunggu(angkatan=angkatan, actor=actor)


def promote_tunggu(*, angkatan: Angkatan, actor=None) -> int:
    """Who waits moves up while there is room; the class must be locked. Gives how many did."""
    if angkatan.status != Angkatan.Status.AKTIF:
        return 0
    naik = 0
    for baris in list_menunggu(angkatan).select_related("anggota"):
        terisi = list_isi(angkatan).count()
        if not rules.count_naik(angkatan.kapasitas, terisi, 1):
            break
        naik += _promote(angkatan, baris, actor)
    raise_generation()
    return naik


def _promote(angkatan: Angkatan, baris: DaftarTunggu, actor) -> bool:
    """One person gets a place; whoever found another class or is gone only loses their turn."""
    try:
        if baris.anggota.berakhir_pada:
            raise KelasLain
        check_kelas_lain(angkatan, baris.anggota)
        _seat(angkatan, baris.anggota, actor)
        baris.status = DaftarTunggu.Status.MASUK
    except KelasLain:
        baris.status = DaftarTunggu.Status.KELUAR
    baris.selesai_pada = waktu.sekarang()
    baris.save(update_fields=["status", "selesai_pada"])
    return baris.status == DaftarTunggu.Status.MASUK


@transaction.atomic
def answer_permohonan(
    *, permohonan: Permohonan, setuju: bool, alasan: str = "", actor=None
) -> Masuk | None:
    """Approve (into a place or the queue) or refuse with a reason; the person is told.

    Raises SudahDijawab, AngkatanTutup, KelasLain.
    """
    angkatan = lock_terbuka(permohonan.angkatan)
    permohonan = Permohonan.objects.select_for_update().get(pk=permohonan.pk)
    if permohonan.status not in Permohonan.TERBUKA:
        raise SudahDijawab(permohonan.pk)
    if not setuju:
        _answer(permohonan, Permohonan.Status.DITOLAK, alasan, actor)
        _tell_refused(angkatan, permohonan)
        return None
    _answer(permohonan, Permohonan.Status.DITERIMA, alasan, actor)
    masuk = _enter(angkatan, permohonan.anggota, diundang=True, actor=actor)
    if masuk.jalan == rules.TUNGGU:
        tell_anggota(
            angkatan,
            [permohonan.anggota],
            _("You wait for a place in %(nama)s") % {"nama": angkatan.nama},
            _("Your request is approved, but the class is full. You are number %(n)s.")
            % {"n": masuk.urutan},
        )
    return masuk


def _answer(permohonan: Permohonan, status: str, alasan: str, actor) -> None:
    permohonan.status, permohonan.alasan = status, alasan
    permohonan.selesai_pada, permohonan.oleh = waktu.sekarang(), actor
    permohonan.save(update_fields=["status", "alasan", "selesai_pada", "oleh"])
    record_jejak(actor, f"answer_permohonan_{status}", permohonan)


def _tell_refused(angkatan: Angkatan, permohonan: Permohonan) -> None:
    tell_anggota(
        angkatan,
        [permohonan.anggota],
        _("Your request to join %(nama)s was refused") % {"nama": angkatan.nama},
        _("Reason: %(alasan)s. You can still learn on your own.") % {"alasan": permohonan.alasan},
    )


def move_antri(bidang, *, dari: Anggota, ke: Anggota, actor) -> None:
    """Of one person entered twice, who waits or asks twice in one class, the entry that stays goes on."""
    model = bidang.model
    terbuka = [s for s in ("menunggu", "diundang") if s in model.Status.values]
    akhir = "keluar" if "keluar" in model.Status.values else "ditarik"
    milik = model.objects.filter(anggota=ke, status__in=terbuka).values("angkatan")
    ganda = model.objects.filter(anggota=dari, status__in=terbuka, angkatan__in=milik)
    ganda.update(status=akhir, selesai_pada=waktu.sekarang())
    move(bidang, dari=dari, ke=ke, actor=actor)
