"""The sample's school: both courses, learners over two years, some of them graduates."""

import random
from datetime import date, timedelta
from uuid import UUID, uuid4

from wagtail.models import Page

from cms.accounts.models import User
from cms.core import waktu
from cms.komunitas.models import Anggota
from pelatihan.belajar.services import finish_kuis, finish_pelajaran
from pelatihan.kursus.alur import AKHIR, AWAL, LANJUTAN
from pelatihan.kursus.bentuk import make_id
from pelatihan.kursus.models import Jalur, Rilis, Status
from pelatihan.kursus.selectors import get_tes, list_kuis, list_pelajaran_kunci
from pelatihan.kursus.services import save_jalur
from pelatihan.muat.services import list_kursus, load_kursus
from pelatihan.penilaian.capaian import list_soal
from pelatihan.penilaian.models import Percobaan
from pelatihan.penilaian.services import give_jawaban, start_percobaan
from pelatihan.peserta.models import Peserta
from pelatihan.peserta.services import assign_pengampu, enroll_peserta

from .dasar import Bkm

BENIH = 2024
# How many finish each course, are half way, and have only just begun.
JUMLAH = ((5, 2, 2), (5, 2, 2))
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
    for satu, jumlah in zip(rilis, JUMLAH, strict=True):
        _build_peserta(bkm, satu, jumlah, acak)
    _build_relawan(bkm, rilis[0])
    for judul, untuk, slug in JALUR:
        halaman = [Page.objects.get(url_path__endswith=f"/pelatihan/{satu}/") for satu in slug]
        jalur = Jalur(judul=judul, untuk_siapa=untuk, status=Status.TERBIT)
        save_jalur(jalur=jalur, halaman=halaman, actor=bkm.pengguna["fasilitator"])


def _build_peserta(bkm: Bkm, rilis: Rilis, jumlah: tuple[int, ...], acak: random.Random) -> None:
    warga = [a for a in bkm.anggota if a.akun_id is None]
    acak.shuffle(warga)
    seluruh = (bkm.hari_ini - bkm.mulai).days
    tahap = [1.0] * jumlah[0] + [0.5] * jumlah[1] + [0.1] * jumlah[2]
    for nomor, (anggota, bagian) in enumerate(zip(warga, tahap, strict=False)):
        hari = bkm.mulai + timedelta(days=30 + int(nomor / len(tahap) * (seluruh - 90)))
        _learn(anggota, rilis, hari, bagian, bkm.pengguna["fasilitator"], acak)


def _build_relawan(bkm: Bkm, rilis: Rilis) -> None:
    """The volunteer's log-in stands in the middle of a course, so that there is something to go on with."""
    relawan = bkm.pengguna["relawan"]
    hari = bkm.hari_ini - timedelta(days=9)
    _learn(relawan.anggota, rilis, hari, 0.3, relawan, random.Random(BENIH))


def _learn(
    anggota: Anggota, rilis: Rilis, hari: date, bagian: float, actor: User, acak: random.Random
) -> None:
    """One person's way: lessons over some weeks, then the quizzes, at times twice."""
    with waktu.pada(hari):
        peserta = enroll_peserta(anggota=anggota, kursus_kunci=rilis.kursus_kunci, actor=actor)
        _take_tes(peserta, AWAL, 0.45, acak)
    langkah = [*list_pelajaran_kunci(rilis), *(k["kunci"] for k in list_kuis(rilis))]
    kuis = {k["kunci"]: k for k in list_kuis(rilis)}
    for nomor, kunci in enumerate(langkah[: max(1, round(len(langkah) * bagian))]):
        with waktu.pada(hari + timedelta(days=1 + nomor)):
            if kunci in kuis:
                _take_kuis(peserta, kuis[kunci], acak)
            else:
                finish_pelajaran(peserta=peserta, pelajaran_kunci=UUID(kunci))
    if bagian == 1.0:
        with waktu.pada(selesai := hari + timedelta(days=2 + len(langkah))):
            _take_tes(peserta, AKHIR, 0.85, acak)
        if (lanjut := selesai + timedelta(days=95)) <= waktu.hari_ini():
            with waktu.pada(lanjut):
                _take_tes(peserta, LANJUTAN, 0.8, acak)


def _take_tes(peserta: Peserta, kapan: str, pandai: float, acak: random.Random) -> None:
    peserta.refresh_from_db()
    tes = get_tes(peserta.rilis)[kapan]
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=UUID(tes["kunci"]))
    _answer(percobaan, pandai, acak)
    finish_kuis(percobaan=percobaan)


def _take_kuis(peserta: Peserta, kuis: dict, acak: random.Random) -> None:
    pandai = 0.62 if acak.random() < 0.4 else 1.0
    while True:
        percobaan = start_percobaan(peserta=peserta, kuis_kunci=UUID(kuis["kunci"]))
        _answer(percobaan, pandai, acak)
        if finish_kuis(percobaan=percobaan).lulus:
            return
        pandai = 1.0


def _answer(percobaan: Percobaan, pandai: float, acak: random.Random) -> None:
    for soal in list_soal(percobaan):
        give_jawaban(
            percobaan=percobaan,
            soal_kunci=UUID(soal["kunci"]),
            isi=make_jawaban(soal, benar=acak.random() < pandai),
            kunci=uuid4(),
        )


def make_jawaban(soal: dict, *, benar: bool) -> dict:
    """An answer of the kind's own shape, right or wrong throughout."""
    isi, jenis = soal["isi"], soal["jenis"]
    if jenis == "angka":
        return {"teks": isi["angka"][0]["nilai"].replace(".", ",") if benar else "1"}
    if jenis == "isian-singkat":
        return {"teks": isi["isian"][0]["teks"] if benar else "belum tahu"}
    if jenis == "mengurutkan":
        return {"urutan": [u["id"] for u in isi["urutan"]][:: 1 if benar else -1]}
    if jenis == "menjodohkan":
        return {"pasangan": _answer_pasangan(isi["pasangan"], benar=benar)}
    if jenis == "rumpang":
        return {"celah": {c["id"]: _answer_celah(c, benar=benar) for c in isi["rumpang"]["celah"]}}
    return _answer_pilihan(soal, benar=benar)


def _answer_pilihan(soal: dict, *, benar: bool) -> dict:
    pilihan = [p["id"] for p in soal["isi"]["pilihan"] if (p["bobot"] > 0) == benar]
    return {"pilihan": sorted(pilihan) if soal["jenis"] == "pilihan-ganda" else pilihan[:1]}


def _answer_pasangan(pasangan: list[dict], *, benar: bool) -> dict[str, str]:
    kanan = [make_id(p["kanan"]) for p in pasangan]
    return {
        p["id"]: k for p, k in zip(pasangan, kanan if benar else kanan[1:] + kanan[:1], strict=True)
    }


def _answer_celah(celah: dict, *, benar: bool) -> str:
    if celah["jenis"] == "pilihan":
        return next(p["id"] for p in celah["pilihan"] if (p["bobot"] > 0) == benar)
    if celah["jenis"] == "angka":
        return celah["angka"][0]["nilai"].replace(".", ",") if benar else "1"
    return celah["isian"][0]["teks"] if benar else "belum tahu"
