"""Taking in what a device recorded: once each, in its order, and nothing silently."""

import logging
from itertools import groupby

from django.db import transaction
from django.utils.translation import gettext as _

from .. import waktu
from ..jejak.services import record_jejak
from ..kiriman.models import Kiriman
from ..kiriman.services import hash_isi
from .jenis import (
    DITERIMA,
    DITINJAU,
    DITOLAK,
    SUDAH,
    TUNDA,
    Borong,
    Hasil,
    Pengirim,
    TidakBisa,
    get_jenis,
    refuse,
)
from .jenis import review as put_aside
from .models import EntriTinjau
from .rules import Entri

logger = logging.getLogger("guyub")

ULANG_MAKS = 5
TINJAU_MAKS = 500


class SudahDiputus(Exception):
    """Somebody settled this entry before."""


def receive_kiriman(*, pengirim: Pengirim, entri: list[Entri]) -> list[Hasil]:
    """One answer per entry, in order. The same entry twice is one act; another body is refused.

    All in one transaction; if that fails, one by one, so that a single bad entry holds back nothing
    that came before it. What failed and all after it are to be sent again (TUNDA); an entry that
    fails again and again is put aside for a person.
    """
    try:
        with transaction.atomic():
            return _receive(pengirim, entri)
    except Exception as galat:  # whatever a handler does, the device keeps its entries
        if len(entri) > 1:
            return _receive_satu_satu(pengirim, entri)
        return [_keep(pengirim, entri[0], galat)]


def _receive_satu_satu(pengirim: Pengirim, entri: list[Entri]) -> list[Hasil]:
    hasil: list[Hasil] = []
    for satu in entri:
        if hasil and hasil[-1].status == TUNDA:
            hasil.append(Hasil(TUNDA))
        else:
            hasil += receive_kiriman(pengirim=pengirim, entri=[satu])
    return hasil


def _keep(pengirim: Pengirim, satu: Entri, galat: Exception) -> Hasil:
    logger.warning("antrean", extra={"jenis": satu.jenis, "ke": satu.ke}, exc_info=galat)
    if satu.ke < ULANG_MAKS:
        return Hasil(TUNDA)
    with transaction.atomic():
        hasil = _put_aside(pengirim, satu, put_aside("galat"))
        _remember(pengirim, [(satu, hasil)])
    return hasil


def _receive(pengirim: Pengirim, entri: list[Entri]) -> list[Hasil]:
    lama = _find_lama(pengirim, entri)
    hasil: dict[int, Hasil] = {}
    baru: list[tuple[int, Entri]] = []
    for nomor, satu in enumerate(entri):
        tanda = (_name(satu), satu.kunci)
        if tanda in lama:
            hasil[nomor] = _repeat(lama[tanda], satu)
        else:
            lama[tanda] = hash_isi(satu.isi)
            baru.append((nomor, satu))
    hasil |= _handle(pengirim, baru)
    kini = {(_name(satu), satu.kunci): hasil[nomor] for nomor, satu in baru}
    return [
        kini[(_name(satu), satu.kunci)] if hasil[nomor].status == TUNDA else hasil[nomor]
        for nomor, satu in enumerate(entri)
    ]


def _name(satu: Entri) -> str:
    return f"antrean:{satu.jenis}"


def _find_lama(pengirim: Pengirim, entri: list[Entri]) -> dict:
    """What was answered before: (operation, key) to its row."""
    kunci = {satu.kunci for satu in entri}
    baris = Kiriman.objects.filter(
        pelaku=pengirim.pelaku, operasi__in={_name(satu) for satu in entri}, kunci__in=kunci
    )
    return {(satu.operasi, satu.kunci): satu for satu in baris}


def _repeat(lama, satu: Entri) -> Hasil:
    """The answer once given; TUNDA stands for a twin in this very batch."""
    isi_hash = lama if isinstance(lama, str) else lama.isi_hash
    if isi_hash != hash_isi(satu.isi):
        return refuse("isi-berbeda", _("The same entry came with another content before."))
    if isinstance(lama, str):
        return Hasil(TUNDA)
    status = SUDAH if lama.jawaban["status"] == DITERIMA else lama.jawaban["status"]
    return Hasil(status, lama.jawaban["alasan"], "", lama.jawaban["isi"])


def _handle(pengirim: Pengirim, baru: list[tuple[int, Entri]]) -> dict[int, Hasil]:
    hasil: dict[int, Hasil] = {}
    for tujuan, kelompok in groupby(baru, key=lambda satu: _sort_out(pengirim, satu[1])):
        nomor, entri = zip(*kelompok, strict=True)
        hasil |= dict(zip(nomor, _ask(pengirim, *tujuan, list(entri)), strict=True))
    akhir = {n: _put_aside(pengirim, e, hasil[n]) for n, e in baru}
    _remember(pengirim, [(e, akhir[n]) for n, e in baru])
    return akhir


def _sort_out(pengirim: Pengirim, satu: Entri) -> tuple[Borong | None, str]:
    """(who takes it, why it cannot be taken at once): neighbours of one pair are handled together, also
    of two kinds."""
    jenis = None if satu.cacat else get_jenis(satu.jenis)
    if jenis is None:
        return (None, "bentuk")
    return (jenis.kerja, pengirim.halangan or pengirim.check_tanda(satu.tanda))


def _ask(
    pengirim: Pengirim, kerja: Borong | None, halangan: str, entri: list[Entri]
) -> list[Hasil]:
    if kerja is None:
        kata = _("This entry cannot be read. Please tell the secretariat.")
        return [refuse("tidak-dikenal", kata) for _satu in entri]
    if halangan == "bukan-milik":
        kata = _("This entry was recorded by another account.")
        return [refuse(halangan, kata) for _satu in entri]
    if halangan:
        return [put_aside(halangan) for _satu in entri]
    return kerja(pengirim, entri)


def _put_aside(pengirim: Pengirim, satu: Entri, hasil: Hasil) -> Hasil:
    """Give what needs a person its row; one account cannot fill the list without end."""
    if hasil.status != DITINJAU:
        return hasil
    terbuka = EntriTinjau.objects.filter(akun=pengirim.user, keputusan="")
    if terbuka.count() >= TINJAU_MAKS:
        return refuse("penuh", _("Too many entries wait for review. Please tell the secretariat."))
    EntriTinjau.objects.get_or_create(
        akun=pengirim.user,
        jenis=satu.jenis,
        kunci=satu.kunci,
        defaults={
            "isi": satu.isi,
            "alasan": hasil.alasan,
            "lingkup": hasil.lingkup,
            "perangkat_uuid": pengirim.perangkat,
            "dicatat_pada": satu.saat,
        },
    )
    return hasil


def _remember(pengirim: Pengirim, semua: list[tuple[Entri, Hasil]]) -> None:
    """Refusals are not remembered: they are found again."""
    Kiriman.objects.bulk_create(
        Kiriman(
            pelaku=pengirim.pelaku,
            operasi=_name(satu),
            kunci=satu.kunci,
            isi_hash=hash_isi(satu.isi),
            jawaban={"status": hasil.status, "alasan": hasil.alasan, "isi": hasil.isi},
        )
        for satu, hasil in semua
        if hasil.status not in (DITOLAK, TUNDA)
    )


def explain_tinjau(tinjau: EntriTinjau) -> str:
    """What was recorded, in words of its room; nothing where it has no such shape.

    What waits for review was looked at by nobody: a device may have sent anything.
    """
    jenis = get_jenis(tinjau.jenis)
    try:
        return jenis.jelaskan(tinjau) if jenis else ""
    except Exception as galat:
        logger.warning("tinjau", extra={"jenis": tinjau.jenis}, exc_info=galat)
        return ""


def _apply(tinjau: EntriTinjau, actor) -> None:
    """Raises TidakBisa, also for what its room did not foresee; nothing of that stays."""
    jenis = get_jenis(tinjau.jenis)
    if jenis is None or jenis.terapkan is None:
        return
    try:
        with transaction.atomic():
            jenis.terapkan(tinjau, actor)
    except TidakBisa:
        raise
    except Exception as galat:
        logger.warning("tinjau", extra={"jenis": tinjau.jenis}, exc_info=galat)
        raise TidakBisa(_("This entry cannot be taken.")) from galat


@transaction.atomic
def settle_tinjau(*, tinjau: EntriTinjau, dipakai: bool, catatan: str = "", actor) -> EntriTinjau:
    """Take or leave an entry, once. Locks it. Raises SudahDiputus, TidakBisa."""
    tinjau = EntriTinjau.objects.select_for_update(of=("self",)).get(pk=tinjau.pk)
    if tinjau.keputusan:
        raise SudahDiputus(tinjau)
    if dipakai:
        _apply(tinjau, actor)
    pilihan = EntriTinjau.Keputusan
    tinjau.keputusan = pilihan.DIPAKAI if dipakai else pilihan.DIABAIKAN
    tinjau.catatan, tinjau.diputus_oleh = catatan, actor
    tinjau.diputus_pada = waktu.sekarang()
    tinjau.save(update_fields=["keputusan", "catatan", "diputus_oleh", "diputus_pada"])
    record_jejak(actor, "settle_tinjau", tinjau, sesudah={"keputusan": tinjau.keputusan})
    return tinjau
