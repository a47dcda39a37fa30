"""The sample's classes: two finished, one running, one to come, with attendance as it happens."""

import random
from datetime import date, time, timedelta
from uuid import uuid4

from cms.core import waktu
from cms.komunitas.models import Anggota
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

from .dasar import Bkm

BENIH = 77
# course, name, place, days before today of the first session, sessions, held, learners, places
KELAS = (
    (0, "Kelas Sabtu pagi RW 01", "Balai RW 01", 320, 4, 4, 14, 20),
    (1, "Kelas pengurus KSM", "Balai Desa Sumber Asri", 190, 5, 5, 12, 16),
    (0, "Kelas sore RW 03", "Rumah Bu Kasmi, RT 02/RW 03", 12, 4, 2, 10, 10),
    (1, "Kelas UPK baru", "Balai Desa Sumber Asri", -12, 3, 0, 4, 15),
)
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
    for ke, nama, tempat, sebelum, banyak, diadakan, ikut, kapasitas in KELAS:
        satu = kursus[ke % len(kursus)]
        mulai = bkm.hari_ini - timedelta(days=sebelum)
        buat = min(mulai - timedelta(days=21), bkm.hari_ini - timedelta(days=5))
        with waktu.pada(buat):
            angkatan = create_angkatan(
                kursus_kunci=satu.kursus_kunci,
                pengampu=[bkm.pengguna["fasilitator"].anggota],
                actor=bkm.pengguna["fasilitator"],
                nama=nama,
                keterangan="Belajar bersama seminggu sekali, bawa buku catatan.",
                tempat=tempat,
                dari=mulai,
                sampai=mulai + timedelta(days=7 * (banyak - 1)),
                kapasitas=kapasitas,
            )
            pertemuan = [_plan(angkatan, mulai, n, bkm) for n in range(banyak)]
            orang = _choose(bkm, satu.kursus_kunci, ikut + 2, acak)
            peserta = [_seat(angkatan, a, bkm) for a in orang[:ikut]]
            if ikut == kapasitas:  # two more would have liked to come
                for a in orang[ikut:]:
                    join_angkatan(angkatan=angkatan, anggota=a)
        for satu_pertemuan in pertemuan[:diadakan]:
            _hold(satu_pertemuan, [p for p in peserta if p], bkm, acak)
        if diadakan == banyak:
            with waktu.pada(mulai + timedelta(days=7 * banyak)):
                end_angkatan(angkatan=angkatan, actor=bkm.pengguna["fasilitator"])


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


def _choose(bkm: Bkm, kursus, banyak: int, acak: random.Random) -> list[Anggota]:
    """People without a class of this course yet."""
    sudah = set(
        Peserta.objects.filter(kursus_kunci=kursus, angkatan__isnull=False).values_list(
            "anggota", flat=True
        )
    )
    bebas = [a for a in bkm.anggota if a.akun_id is None and a.pk not in sudah]
    acak.shuffle(bebas)
    return bebas[:banyak]


def _seat(angkatan: Angkatan, anggota: Anggota, bkm: Bkm) -> Peserta | None:
    return add_peserta(
        angkatan=angkatan, anggota=anggota, actor=bkm.pengguna["fasilitator"]
    ).peserta


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
