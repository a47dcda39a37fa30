"""Handing in an assignment, and judging it."""

import hashlib
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.kiriman.services import run_once
from cms.core.unggahan import Unggahan, read_unggahan
from cms.komunitas.berkas.services import store_berkas_warga
from cms.komunitas.models import BerkasWarga

from ..kursus.alur import TUGAS, LangkahRilis
from ..kursus.models import IsiRilis
from ..kursus.selectors import find_langkah_tugas, get_isi
from ..peserta.models import Peserta
from ..peserta.services import check_terbuka, rebuild_kemajuan, sync_langkah
from . import kabar, rules
from .models import Kumpulan, KumpulanBerkas, NilaiTugas
from .selectors import list_kumpulan


class TugasTidakAda(Exception):
    """The learner's release holds no such assignment."""


class SudahDiterima(Exception):
    """The assignment was accepted; nothing more is handed in."""


class KumpulanKosong(Exception):
    """Neither words nor a file."""


class KumpulanTidakSah(Exception):
    """Too long, too many files, or of a kind that is not asked for."""


class NilaiSendiri(Exception):
    """Nobody judges their own assignment."""


class PoinTidakSah(Exception):
    """Points miss a line of the rubric, or are more than it holds."""


class BelumCukup(Exception):
    """Too few points to be accepted; the arguments are those of rules.list_kurang."""


class PerluCatatan(Exception):
    """Who gets an assignment back is told what to improve."""


class SudahDinilai(Exception):
    """Somebody else was quicker; the argument is their verdict."""


class PerluAlasan(Exception):
    """A verdict is corrected only with a reason."""


class VersiBaru(Exception):
    """The learner handed in again meanwhile; the argument is the newer version."""


class SudahTamat(Exception):
    """The course was completed with this assignment, so it is not taken back."""


@transaction.atomic
def submit_tugas(
    *,
    peserta: Peserta,
    langkah_kunci: UUID,
    kunci: UUID,
    teks: str = "",
    unggahan: Sequence = (),
    tetap: Sequence[UUID] = (),
    actor=None,
) -> Kumpulan:
    """Hand in a version: words, uploads, and files of the version before that stay (`tetap`).

    The same `kunci` with the same content is one version. Locks the learner.
    Raises TugasTidakAda, SudahBerakhir, LangkahTerkunci, SudahDiterima, KumpulanKosong, KumpulanTidakSah,
    core.unggahan.UnggahanDitolak, KirimanBerbeda.
    """
    bersih = [read_unggahan(satu) for satu in unggahan]
    isi = {
        "peserta": peserta.uuid,
        "langkah": langkah_kunci,
        "teks": teks,
        "berkas": [hashlib.sha256(satu.isi).hexdigest() for satu in bersih],
        "tetap": sorted(map(str, tetap)),
    }
    jawaban = run_once(
        pelaku=str(actor.uuid if actor else peserta.uuid),
        operasi="submit_tugas",
        kunci=kunci,
        isi=isi,
        kerja=lambda: _submit(peserta, langkah_kunci, kunci, teks, bersih, tetap, actor),
    )
    return Kumpulan.objects.get(uuid=jawaban["kumpulan"])


def _submit(peserta, langkah_kunci, kunci, teks, bersih, tetap, actor) -> dict:
    peserta = _lock_peserta(peserta.pk)
    langkah = find_langkah_tugas(peserta.rilis, langkah_kunci)
    if langkah is None:
        raise TugasTidakAda(langkah_kunci)
    check_terbuka(peserta=peserta, kunci=langkah.kunci)
    semua = list_kumpulan(peserta, langkah.isi["tugas"]["kunci"])
    if not rules.may_submit(rules.get_keadaan(_list_putusan(semua))):
        raise SudahDiterima(peserta)
    isi = get_isi(langkah.isi["tugas"]["sidik"])
    lama = _find_tetap(semua, tetap)
    _check_isi(isi, teks, lama, bersih)
    satu = _create_kumpulan(peserta, langkah, kunci, teks, semua, actor)
    baru = [
        store_berkas_warga(anggota=peserta.anggota, unggahan=u, judul=isi["judul"], actor=actor)
        for u in bersih
    ]
    KumpulanBerkas.objects.bulk_create(
        KumpulanBerkas(kumpulan=satu, berkas=berkas, urutan=urutan)
        for urutan, berkas in enumerate([*lama, *baru], start=1)
    )
    record_jejak(actor, "submit_tugas", satu, sesudah={"nomor": satu.nomor})
    kabar.tell_masuk(satu, isi["judul"])
    return {"kumpulan": str(satu.uuid)}


def _lock_peserta(pk: int) -> Peserta:
    semua = Peserta.objects.select_for_update(of=("self",), no_key=True)
    return semua.select_related("rilis", "anggota__akun", "angkatan").get(pk=pk)


def _list_putusan(semua: Sequence[Kumpulan]) -> list[str | None]:
    """The last verdict of every version, in the order of versions; they come newest first."""
    return [next((n.putusan for n in reversed(s.nilai.all())), None) for s in reversed(semua)]


def _find_tetap(semua: Sequence[Kumpulan], tetap: Sequence[UUID]) -> list[BerkasWarga]:
    """Files of the version before, in its order."""
    ada = [baris.berkas for baris in semua[0].lampiran.all()] if semua else []
    lama = [satu for satu in ada if satu.uuid in set(tetap)]
    if len(lama) != len(set(tetap)):
        raise KumpulanTidakSah("tetap")
    return lama


def _check_isi(isi: dict, teks: str, lama: list[BerkasWarga], bersih: list[Unggahan]) -> None:
    if rules.is_kosong(teks, len(lama) + len(bersih)):
        raise KumpulanKosong
    if len(teks) > rules.PANJANG or "\0" in teks:
        raise KumpulanTidakSah("teks")
    if teks.strip() and "teks" not in isi["terima"]:
        raise KumpulanTidakSah("teks")
    if len(lama) + len(bersih) > isi["berkas_maks"]:
        raise KumpulanTidakSah("banyak")
    if rules.check_jenis(isi, [satu.jenis for satu in bersih]):
        raise KumpulanTidakSah("jenis")


def _create_kumpulan(
    peserta: Peserta, langkah: LangkahRilis, kunci: UUID, teks: str, semua, actor
) -> Kumpulan:
    tugas = langkah.isi["tugas"]
    return Kumpulan.objects.create(
        peserta=peserta,
        rilis=peserta.rilis,
        langkah_kunci=UUID(langkah.kunci),
        tugas_kunci=UUID(tugas["kunci"]),
        isi=IsiRilis.objects.only("pk").get(sidik=tugas["sidik"]),
        nomor=semua[0].nomor + 1 if semua else 1,
        kunci=kunci,
        teks=teks,
        dikumpulkan_pada=waktu.sekarang(),
        oleh=actor,
    )


@transaction.atomic
def mark_tugas(
    *,
    kumpulan: Kumpulan,
    putusan: str,
    poin: Mapping[str, int],
    actor,
    catatan: str = "",
    dasar: UUID | None = None,
    alasan: str = "",
    yakin: bool = False,
) -> NilaiTugas:
    """Judge one version by half points for each line of its rubric: accepted, or returned with a remark.

    `dasar` is the verdict that the judge saw, None for none; another one there means that somebody was
    quicker. Where there is one already this corrects it, with a reason. `yakin` judges a version though a
    newer one has come. The same verdict twice is one row. Locks the learner.
    Raises NilaiSendiri, SudahDinilai, PerluAlasan, VersiBaru, PoinTidakSah, BelumCukup, PerluCatatan,
    SudahTamat.
    """
    peserta = _lock_peserta(kumpulan.peserta_id)
    if peserta.anggota.akun_id == actor.pk:
        raise NilaiSendiri(kumpulan)
    semua = list_kumpulan(peserta, kumpulan.tugas_kunci)
    satu = next(s for s in semua if s.pk == kumpulan.pk)
    satu.peserta = peserta
    baru = {"putusan": putusan, "poin": dict(poin), "catatan": catatan, "alasan": alasan}
    lama = next(reversed(satu.nilai.all()), None)
    if lama and _is_sama(lama, baru, actor):
        return lama
    if (lama.uuid if lama else None) != dasar:
        raise SudahDinilai(lama)
    if lama and not alasan.strip():
        raise PerluAlasan(lama)
    if semua[0].pk != satu.pk and not yakin:
        raise VersiBaru(semua[0])
    isi = get_isi(satu.isi.sidik)
    _check_nilai(isi, putusan, poin, catatan)
    return _store_nilai(satu, isi, baru, lama, actor)


def _is_sama(lama: NilaiTugas, baru: dict, actor) -> bool:
    sama = all(getattr(lama, nama) == baru[nama] for nama in ("putusan", "poin", "catatan"))
    return sama and lama.penilai_id == actor.pk


def _check_nilai(isi: dict, putusan: str, poin: Mapping[str, int], catatan: str) -> None:
    if putusan not in NilaiTugas.Putusan.values or not rules.is_poin_sah(isi, dict(poin)):
        raise PoinTidakSah(putusan)
    if putusan == rules.DITERIMA and (kurang := rules.list_kurang(isi, poin)):
        raise BelumCukup(*kurang)
    if putusan == rules.DIKEMBALIKAN and not catatan.strip():
        raise PerluCatatan


def _store_nilai(
    satu: Kumpulan, isi: dict, baru: dict, lama: NilaiTugas | None, actor
) -> NilaiTugas:
    """Write the verdict; what it completes or takes back follows from it."""
    peserta = satu.peserta
    batal = lama is not None and lama.putusan == rules.DITERIMA != baru["putusan"]
    if batal and peserta.status == Peserta.Status.SELESAI:
        raise SudahTamat(peserta)
    nilai = NilaiTugas.objects.create(
        kumpulan=satu,
        jumlah=rules.sum_poin(isi, baru["poin"]),
        penilai=actor,
        dinilai_pada=waktu.sekarang(),
        **baru,
    )
    record_jejak(
        actor,
        "correct_nilai_tugas" if lama else "mark_tugas",
        satu,
        sebelum=_to_jejak(lama) if lama else None,
        sesudah=_to_jejak(nilai),
    )
    kabar.tell_nilai(satu, nilai, isi["judul"], koreksi=lama is not None)
    if batal:
        rebuild_kemajuan(peserta=peserta)
    else:
        sync_langkah(peserta=peserta, asal=TUGAS, actor=actor)
    return nilai


def _to_jejak(nilai: NilaiTugas) -> dict:
    """Without words: these may name people."""
    return {"nilai": str(nilai.uuid), "putusan": nilai.putusan, "jumlah": nilai.jumlah}
