"""The sample's classes: two finished, one running, one to come, with attendance as it happens."""

import random
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from typing import cast
from uuid import UUID, uuid4

from django.conf import settings

from cms.accounts.kartu import format_kode
from cms.core import waktu
from cms.komunitas.kartu.services import issue_kartu, set_pin
from cms.komunitas.models import Anggota
from pelatihan.balai.selectors import list_pilihan_kuis, list_pilihan_modul
from pelatihan.balai.services import take_bawaan
from pelatihan.kelas.models import Pertemuan
from pelatihan.kelas.services import (
    add_peserta,
    create_angkatan,
    create_pertemuan,
    end_angkatan,
    join_angkatan,
    mark_hadir,
)
from pelatihan.kursus.models import Rilis
from pelatihan.peserta.models import Angkatan, Peserta

from . import tugas
from .belajar import learn
from .dasar import Bkm

BENIH = 77


@dataclass(frozen=True)
class Rencana:
    """A class: its course, days before today of the first session, sessions held, places, and how far
    each of its learners comes."""

    kursus: int
    nama: str
    tempat: str
    sebelum: int
    banyak: int
    diadakan: int
    kapasitas: int
    bagian: tuple[float | None, ...]


KELAS = (
    Rencana(
        *(0, "Kelas Sabtu pagi RW 01", "Balai RW 01", 320, 4, 4, 20),
        (*[1.0] * 7, *[0.5] * 3, *[0.2] * 2, *[0.0] * 2),
    ),
    Rencana(
        *(1, "Kelas pengurus KSM", "Balai Desa Sumber Asri", 190, 5, 5, 16),
        (*[1.0] * 5, *[0.5] * 3, *[0.2] * 2, *[0.0] * 2),
    ),
    Rencana(
        *(0, "Kelas sore RW 03", "Rumah Bu Kasmi, RT 02/RW 03", 12, 4, 2, 10),
        (*[0.25] * 4, *[0.1] * 3, *[0.0] * 3),
    ),
    Rencana(*(1, "Kelas UPK baru", "Balai Desa Sumber Asri", -12, 3, 0, 15), (*[None] * 4,)),
)
# PINs of the cards that the sign of `make run` shows, for the first learners of the running class.
PIN = ("405162", "738194", "620457")
JUDUL = (
    "Perkenalan dan rencana belajar",
    "Mencatat kas harian",
    "Latihan dengan contoh nyata",
    "Menyusun laporan bersama",
    "Ujian kecil dan penutupan",
)


def build(bkm: Bkm) -> None:
    acak = random.Random(BENIH)
    rilis = {r.kursus_kunci: r for r in Rilis.objects.order_by("nomor")}
    kursus = sorted(rilis.values(), key=lambda r: r.judul)[:2]
    for satu in KELAS:
        _build_kelas(bkm, satu, kursus[satu.kursus % len(kursus)], acak)


def _build_kelas(bkm: Bkm, satu: Rencana, rilis: Rilis, acak: random.Random) -> None:
    mulai = bkm.hari_ini - timedelta(days=satu.sebelum)
    with waktu.pada(min(mulai - timedelta(days=21), bkm.hari_ini - timedelta(days=5))):
        angkatan = _create(bkm, satu, rilis, mulai)
        pertemuan = [_plan(angkatan, mulai, n, bkm) for n in range(satu.banyak)]
        orang = _choose(bkm, rilis.kursus_kunci, len(satu.bagian) + 2, acak)
        peserta = [_seat(angkatan, a, bkm) for a in orang[:-2]]
        if len(peserta) == satu.kapasitas:  # two more would have liked to come
            for a in orang[-2:]:
                join_angkatan(angkatan=angkatan, anggota=a)
    for satu_pertemuan in pertemuan[: satu.diadakan]:
        _hold(satu_pertemuan, peserta, bkm, acak)
    for nomor, (p, bagian) in enumerate(zip(peserta, satu.bagian, strict=True)):
        if bagian is not None:
            learn(p, mulai, bagian, acak, sehari=2, lanjut=nomor % 4 != 3)
    if 0 < satu.diadakan < satu.banyak:
        with waktu.pada(mulai):
            _give_kartu(bkm, [p.anggota for p in peserta[: len(PIN)]])
        with waktu.pada(bkm.hari_ini - timedelta(days=1)):
            _take_along(pertemuan[satu.diadakan], bkm)
        with waktu.pada(bkm.hari_ini - timedelta(days=1)):
            tugas.hand_in(peserta[0], "tunggu")
    if satu.diadakan == satu.banyak:
        with waktu.pada(mulai + timedelta(days=7 * satu.banyak - 3)):
            tugas.hand_in(peserta[satu.bagian.index(0.5)], "kembali")
        with waktu.pada(mulai + timedelta(days=7 * satu.banyak)):
            end_angkatan(angkatan=angkatan, actor=bkm.pengguna["fasilitator"])


def _create(bkm: Bkm, satu: Rencana, rilis: Rilis, mulai: date) -> Angkatan:
    return create_angkatan(
        kursus_kunci=rilis.kursus_kunci,
        pengampu=[bkm.pengguna["fasilitator"].anggota],
        actor=bkm.pengguna["fasilitator"],
        nama=satu.nama,
        keterangan="Belajar bersama seminggu sekali, bawa buku catatan.",
        tempat=satu.tempat,
        dari=mulai,
        sampai=mulai + timedelta(days=7 * (satu.banyak - 1)),
        kapasitas=satu.kapasitas,
    )


def _give_kartu(bkm: Bkm, orang: list[Anggota]) -> None:
    """Cards for some, with their codes and PINs written where the sign finds them."""
    fasilitator, baris = bkm.pengguna["fasilitator"], []
    for satu, pin in zip(orang, PIN, strict=True):
        issue_kartu(anggota=satu, actor=fasilitator)
        kartu = set_pin(anggota=satu, pin=pin, actor=fasilitator)
        baris.append(f"{format_kode(kartu.kode)}  PIN {pin}  ({satu.nama})\n")
    berkas = Path(settings.GUYUB_DATA) / "kunci" / "kartu-contoh"
    berkas.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    berkas.write_text("".join(baris))
    berkas.chmod(0o600)


def _plan(angkatan: Angkatan, mulai: date, nomor: int, bkm: Bkm):
    hari = mulai + timedelta(days=7 * nomor)
    return create_pertemuan(
        angkatan=angkatan,
        judul=JUDUL[nomor],
        mulai=waktu.gabung(hari, time(9)),
        selesai=waktu.gabung(hari, time(11, 30)),
        bahan="Bawa buku kas dan alat tulis." if nomor else "",
        actor=bkm.pengguna["fasilitator"],
    )


def _take_along(pertemuan: Pertemuan, bkm: Bkm) -> None:
    """The next session stands ready for a hall without signal: its module, and the quiz on sheets."""
    modul, kuis = list_pilihan_modul(pertemuan), list_pilihan_kuis(pertemuan)
    take_bawaan(
        pertemuan=pertemuan,
        modul=[satu.kunci for satu in modul if satu.usul],
        kuis=[UUID(satu.kunci) for satu in kuis if satu.usul],
        actor=bkm.pengguna["fasilitator"],
        kunci=uuid4(),
    )


def _choose(bkm: Bkm, kursus, banyak: int, acak: random.Random) -> list[Anggota]:
    """People who do not take this course yet."""
    sudah = set(Peserta.objects.filter(kursus_kunci=kursus).values_list("anggota", flat=True))
    bebas = [a for a in bkm.anggota if a.akun_id is None and a.pk not in sudah]
    return acak.sample(bebas, banyak)


def _seat(angkatan: Angkatan, anggota: Anggota, bkm: Bkm) -> Peserta:
    fasilitator = bkm.pengguna["fasilitator"]
    masuk = add_peserta(angkatan=angkatan, anggota=anggota, actor=fasilitator)
    return cast(Peserta, masuk.peserta)


def _hold(pertemuan, peserta: list[Peserta], bkm: Bkm, acak: random.Random) -> None:
    """A session as it goes: most are there, some late, ill or excused; one tap is corrected."""
    fasilitator = bkm.pengguna["fasilitator"]
    with waktu.pada(pertemuan.mulai + timedelta(minutes=20)):
        for satu in peserta:
            status = acak.choices(
                ("hadir", "terlambat", "izin", "sakit", "alpa"), (74, 10, 6, 5, 5)
            )[0]
            _mark(pertemuan, satu, status, fasilitator)
    with waktu.pada(pertemuan.mulai + timedelta(minutes=50)):
        _mark(pertemuan, peserta[0], "terlambat", fasilitator, alasan="Datang setelah absen")


def _mark(pertemuan, peserta, status, actor, **isi) -> None:
    mark_hadir(
        pertemuan=pertemuan,
        peserta=peserta,
        status=status,
        cara="ketuk",
        kunci=uuid4(),
        dicatat_pada=waktu.sekarang(),
        actor=actor,
        **isi,
    )
