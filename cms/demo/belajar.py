"""One learner through a course: tests before, after and later, lessons, and the quizzes, at times twice."""

import random
from datetime import date, timedelta
from uuid import UUID, uuid4

from cms.core import waktu
from pelatihan.belajar.services import finish_kuis, finish_pelajaran
from pelatihan.kursus.alur import AKHIR, AWAL, LANJUTAN
from pelatihan.kursus.bentuk import make_id
from pelatihan.kursus.selectors import get_tes, list_kuis, list_pelajaran_kunci
from pelatihan.penilaian.beruntun import Usulan, give_jawaban_beruntun
from pelatihan.penilaian.capaian import list_soal
from pelatihan.penilaian.models import Percobaan
from pelatihan.penilaian.services import start_percobaan
from pelatihan.peserta.models import Peserta

from . import tugas

# How likely a middling answer is right: mean and spread of a person's skill in each test.
PANDAI = {AWAL: (0.42, 0.13), AKHIR: (0.84, 0.08), LANJUTAN: (0.78, 0.09)}
KUIS = (0.9, 0.08)
LANJUT = timedelta(days=95)


def learn(
    peserta: Peserta,
    hari: date,
    bagian: float,
    acak: random.Random,
    *,
    sehari: int = 1,
    lanjut: bool = True,
) -> None:
    """The first `bagian` of a course's steps from the day after, so many a day; at the end the tests.

    With `lanjut` also the one three months later, if that day has come.
    """
    with waktu.pada(hari):
        take_tes(peserta, AWAL, acak)
    kuis = {k["kunci"]: k for k in list_kuis(peserta.rilis)}
    langkah = [*list_pelajaran_kunci(peserta.rilis), *kuis]
    akhir = tugas.find_tugas(peserta.rilis)
    for nomor, kunci in enumerate(langkah[: round(len(langkah) * bagian)]):
        with waktu.pada(hari + timedelta(days=1 + nomor // sehari)):
            if kunci in kuis:
                _take_kuis(peserta, kuis[kunci], acak)
            elif akhir and kunci == akhir.kunci:
                tugas.finish(peserta)
            else:
                finish_pelajaran(peserta=peserta, pelajaran_kunci=UUID(kunci))
    if bagian < 1:
        return
    with waktu.pada(selesai := hari + timedelta(days=2 + len(langkah) // sehari)):
        take_tes(peserta, AKHIR, acak)
    if lanjut and selesai + LANJUT <= waktu.hari_ini():
        with waktu.pada(selesai + LANJUT):
            take_tes(peserta, LANJUTAN, acak)


def take_tes(peserta: Peserta, kapan: str, acak: random.Random) -> None:
    peserta.refresh_from_db()
    tes = get_tes(peserta.rilis)[kapan]
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=UUID(tes["kunci"]))
    _answer(percobaan, acak.gauss(*PANDAI[kapan]), acak)
    finish_kuis(percobaan=percobaan)


def _take_kuis(peserta: Peserta, kuis: dict, acak: random.Random) -> None:
    pandai = acak.gauss(*KUIS)
    while True:
        percobaan = start_percobaan(peserta=peserta, kuis_kunci=UUID(kuis["kunci"]))
        _answer(percobaan, pandai, acak)
        if finish_kuis(percobaan=percobaan).lulus:
            return
        pandai = 2.0  # the feedback has been read


def _answer(percobaan: Percobaan, pandai: float, acak: random.Random) -> None:
    """All answers in one go, as the queue of a phone sends them."""
    usulan = []
    for soal in list_soal(percobaan):
        benar = acak.random() < pandai - _count_sulit(soal)
        isi = make_jawaban(soal, benar=benar, acak=acak)
        usulan.append(Usulan(UUID(soal["kunci"]), isi, uuid4()))
    give_jawaban_beruntun(percobaan=percobaan, usulan=usulan)


def _count_sulit(soal: dict) -> float:
    """How much harder than the middle, −0.15 to 0.15, always the same for one question."""
    return int(soal["kunci"][:2], 16) / 255 * 0.3 - 0.15


def make_jawaban(soal: dict, *, benar: bool, acak: random.Random | None = None) -> dict:
    """An answer of the kind's own shape, right or wrong throughout; `acak` varies what is wrong."""
    isi, jenis = soal["isi"], soal["jenis"]
    if jenis == "angka":
        return {"teks": _answer_angka(isi["angka"], benar=benar, acak=acak)}
    if jenis == "isian-singkat":
        return {"teks": isi["isian"][0]["teks"] if benar else "belum tahu"}
    if jenis == "mengurutkan":
        return {"urutan": [u["id"] for u in isi["urutan"]][:: 1 if benar else -1]}
    if jenis == "menjodohkan":
        return {"pasangan": _answer_pasangan(isi["pasangan"], benar=benar)}
    if jenis == "rumpang":
        return {"celah": {c["id"]: _answer_celah(c, benar=benar) for c in isi["rumpang"]["celah"]}}
    return _answer_pilihan(soal, benar=benar, acak=acak)


def _answer_pilihan(soal: dict, *, benar: bool, acak: random.Random | None) -> dict:
    pilihan = [p["id"] for p in soal["isi"]["pilihan"] if (p["bobot"] > 0) == benar]
    if soal["jenis"] == "pilihan-ganda":
        return {"pilihan": sorted(pilihan)}
    if acak and not benar:  # the first wrong answer tempts more than the others
        return {"pilihan": acak.choices(pilihan, [2] + [1] * (len(pilihan) - 1))}
    return {"pilihan": pilihan[:1]}


def _answer_angka(angka: list[dict], *, benar: bool, acak: random.Random | None = None) -> str:
    """Wrong is mostly one of the slips that the question knows."""
    lazim = [a["nilai"] for a in angka if a["bobot"] == 0]
    nilai = angka[0]["nilai"] if benar else "1"
    if acak and lazim and not benar and acak.random() < 0.7:
        nilai = acak.choice(lazim)
    return nilai.replace(".", ",")


def _answer_pasangan(pasangan: list[dict], *, benar: bool) -> dict[str, str]:
    kanan = [make_id(p["kanan"]) for p in pasangan]
    return {
        p["id"]: k for p, k in zip(pasangan, kanan if benar else kanan[1:] + kanan[:1], strict=True)
    }


def _answer_celah(celah: dict, *, benar: bool) -> str:
    if celah["jenis"] == "pilihan":
        return next(p["id"] for p in celah["pilihan"] if (p["bobot"] > 0) == benar)
    if celah["jenis"] == "angka":
        return _answer_angka(celah["angka"], benar=benar)
    return celah["isian"][0]["teks"] if benar else "belum tahu"
