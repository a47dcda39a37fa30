"""The sample's school: both courses, their paths, and who learns them alone."""

import random
from datetime import date, timedelta

from wagtail.models import Page

from cms.core import waktu
from cms.komunitas.models import Anggota
from pelatihan.kursus.models import Jalur, Rilis, Status
from pelatihan.kursus.services import save_jalur
from pelatihan.muat.services import list_kursus, load_kursus
from pelatihan.peserta.models import Peserta
from pelatihan.peserta.services import assign_pengampu, enroll_peserta

from . import tugas
from .belajar import learn
from .dasar import Bkm

BENIH = 2024
# How far those come who learn a course alone; most learn in a class (kelas.py).
SENDIRI = (0.5, 0.1)
MUTU, EKRAF = "manajemen-mutu-organisasi", "pengembangan-ekonomi-kreatif"
JALUR = (
    ("Jalur kasir", "Kasir UPK dan bendahara KSM", [f"{MUTU}/m05", f"{MUTU}/m06", f"{EKRAF}/m08"]),
    (
        "Jalur fasilitator",
        "Relawan yang akan mendampingi kelas",
        [f"{MUTU}/m01", f"{MUTU}/m03", MUTU],
    ),
)


def build(bkm: Bkm) -> None:
    acak = random.Random(BENIH)
    with waktu.pada(bkm.mulai):
        for nama in list_kursus():
            load_kursus(nama, actor=bkm.pengguna["fasilitator"])
    rilis = list(Rilis.objects.order_by("judul"))
    for satu in rilis:
        with waktu.pada(bkm.mulai):
            assign_pengampu(
                kursus_kunci=satu.kursus_kunci, anggota=bkm.pengguna["fasilitator"].anggota
            )
    for satu in rilis:
        _build_peserta(bkm, satu, acak)
    _build_relawan(bkm, rilis[0])
    for judul, untuk, slug in JALUR:
        halaman = [Page.objects.get(url_path__endswith=f"/pelatihan/{satu}/") for satu in slug]
        jalur = Jalur(judul=judul, untuk_siapa=untuk, status=Status.TERBIT)
        save_jalur(jalur=jalur, halaman=halaman, actor=bkm.pengguna["fasilitator"])


def _build_peserta(bkm: Bkm, rilis: Rilis, acak: random.Random) -> None:
    warga = [a for a in bkm.anggota if a.akun_id is None]
    seluruh = (bkm.hari_ini - bkm.mulai).days
    for nomor, (anggota, bagian) in enumerate(zip(acak.sample(warga, 2), SENDIRI, strict=True)):
        hari = bkm.mulai + timedelta(days=30 + int(nomor / len(SENDIRI) * (seluruh - 90)))
        peserta = _learn(anggota, rilis, hari, bagian, acak, bkm.pengguna["fasilitator"])
        if bagian == SENDIRI[0]:
            with waktu.pada(bkm.hari_ini - timedelta(days=5)):
                tugas.hand_in(peserta, "ulang")


def _build_relawan(bkm: Bkm, rilis: Rilis) -> None:
    """The volunteer's log-in stands in the middle of a course, so that there is something to go on with."""
    relawan = bkm.pengguna["relawan"]
    hari = bkm.hari_ini - timedelta(days=9)
    peserta = _learn(relawan.anggota, rilis, hari, 0.3, random.Random(BENIH), relawan)
    with waktu.pada(bkm.hari_ini - timedelta(days=3)):
        tugas.hand_in(peserta, "kembali")


def _learn(
    anggota: Anggota, rilis: Rilis, hari: date, bagian: float, acak: random.Random, actor
) -> Peserta:
    with waktu.pada(hari):
        peserta = enroll_peserta(anggota=anggota, kursus_kunci=rilis.kursus_kunci, actor=actor)
    learn(peserta, hari, bagian, acak)
    return peserta
