"""Writing the journal: a draft, its posting with a number, and its reversal."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.kiriman.services import hash_isi, run_once

from . import rules
from .models import Akun, BarisJurnal, Dana, Jurnal, Penomor, Periode, PihakJurnal


class BarisTidakSah(ValueError):
    """The lines cannot be posted; the code says why (rules.find_fault, akun-tak-ada, akun-ditutup)."""


class BulanTertutup(Exception):
    """The month is closed or sealed; what comes late is posted in an open one."""


class SudahDibukukan(Exception):
    """A posted entry is reversed, not changed."""


class SudahDibalik(Exception):
    """An entry is reversed once."""


def post_jurnal(
    *,
    dana: Dana,
    jenis: str,
    tanggal: date,
    baris: Sequence[rules.Baris],
    actor,
    kunci: UUID,
    nama: str = "",
    keterangan: str = "",
    berlaku_pada: date | None = None,
    sumber_jenis: str = "",
    sumber_uuid: UUID | None = None,
    reverses: Jurnal | None = None,
) -> Jurnal:
    """Write and post one entry; the same `kunci` by the same actor gives the same entry.

    Locks month, then counter. Raises BarisTidakSah, BulanTertutup, KirimanBerbeda.
    """
    isi = {
        "dana": dana.kode,
        "jenis": jenis,
        "tanggal": tanggal,
        "baris": [(b.akun, b.debit, b.kredit) for b in baris],
        "nama": nama,
        "keterangan": keterangan,
        "berlaku_pada": berlaku_pada or tanggal,
        "sumber": (sumber_jenis, sumber_uuid),
        "reverses": reverses and reverses.uuid,
    }

    def kerja() -> dict:
        draf = _draft(dana, isi, baris, actor, kunci, reverses)
        return {"jurnal": str(_post(draf, actor).uuid)}

    jawab = run_once(pelaku=str(actor.pk), operasi="buku.jurnal", kunci=kunci, isi=isi, kerja=kerja)
    return Jurnal.objects.get(uuid=jawab["jurnal"])


def reverse_jurnal(*, jurnal: Jurnal, tanggal: date, alasan: str, actor, kunci: UUID) -> Jurnal:
    """Post the same lines on the other side; the wrong entry stays. Raises SudahDibalik, BulanTertutup."""
    with transaction.atomic():
        jurnal = Jurnal.objects.select_for_update(no_key=True).get(pk=jurnal.pk)
        lama = Jurnal.objects.filter(reverses=jurnal).first()
        if lama and lama.kunci != kunci:
            raise SudahDibalik(jurnal.nomor)
        return post_jurnal(
            dana=jurnal.dana,
            jenis=Jurnal.Jenis.BPB,
            tanggal=tanggal,
            baris=rules.reverse_baris(list_baris(jurnal)),
            actor=actor,
            kunci=kunci,
            keterangan=alasan,
            reverses=jurnal,
        )


def list_baris(jurnal: Jurnal) -> list[rules.Baris]:
    semua = jurnal.baris.order_by("urutan").values_list("akun__kode", "debit", "kredit")
    return [rules.Baris(*satu) for satu in semua]


def _draft(dana: Dana, isi: dict, baris: Sequence[rules.Baris], actor, kunci, reverses) -> Jurnal:
    if salah := rules.find_fault(baris):
        raise BarisTidakSah(salah)
    akun = _find_akun(dana, baris)
    sumber_jenis, sumber_uuid = isi["sumber"]
    jurnal = Jurnal.objects.create(
        dana=dana,
        jenis=isi["jenis"],
        tanggal=isi["tanggal"],
        berlaku_pada=isi["berlaku_pada"],
        dibuat_oleh=actor,
        kunci=kunci,
        isi_hash=hash_isi(isi),
        sumber_jenis=sumber_jenis,
        sumber_uuid=sumber_uuid,
        reverses=reverses,
    )
    BarisJurnal.objects.bulk_create(
        BarisJurnal(jurnal=jurnal, urutan=n, akun=akun[b.akun], debit=b.debit, kredit=b.kredit)
        for n, b in enumerate(baris, start=1)
    )
    pihak = PihakJurnal.objects.create(
        jurnal=jurnal, nama=isi["nama"], keterangan=isi["keterangan"]
    )
    jurnal.pihak_hash = rules.hash_pihak(bytes(pihak.garam), pihak.nama, pihak.keterangan)
    return jurnal


def _find_akun(dana: Dana, baris: Sequence[rules.Baris]) -> dict[str, Akun]:
    akun = {a.kode: a for a in Akun.objects.filter(dana=dana, kode__in={b.akun for b in baris})}
    for satu in baris:
        if satu.akun not in akun:
            raise BarisTidakSah("akun-tak-ada")
        if akun[satu.akun].ditutup_pada:
            raise BarisTidakSah("akun-ditutup")
    return akun


def _post(jurnal: Jurnal, actor) -> Jurnal:
    """The update that the trigger checks; afterwards nothing changes the entry."""
    if jurnal.posted_at:
        raise SudahDibukukan(jurnal.nomor)
    jurnal.periode = _open_periode(jurnal.tanggal)
    jurnal.nomor = _take_nomor(jurnal)
    jurnal.posted_at, jurnal.dibukukan_oleh = waktu.sekarang(), actor
    jurnal.save()
    record_jejak(actor, "post", jurnal, sesudah={"nomor": jurnal.nomor})
    return jurnal


def _open_periode(tanggal: date) -> Periode:
    periode, _baru = Periode.objects.get_or_create(bulan=rules.get_bulan(tanggal))
    periode = Periode.objects.select_for_update(no_key=True).get(pk=periode.pk)
    if periode.status != Periode.Status.BUKA:
        raise BulanTertutup(periode.bulan)
    return periode


def _take_nomor(jurnal: Jurnal) -> str:
    """The next number; a failure later takes it back with the transaction."""
    dana, jenis, tahun = jurnal.dana, jurnal.jenis, jurnal.tanggal.year
    penomor, _baru = Penomor.objects.get_or_create(dana=dana, jenis=jenis, tahun=tahun)
    penomor = Penomor.objects.select_for_update(no_key=True).get(pk=penomor.pk)
    penomor.terakhir += 1
    penomor.save(update_fields=["terakhir"])
    return rules.make_nomor(jenis, dana.kode, tahun, penomor.terakhir)
