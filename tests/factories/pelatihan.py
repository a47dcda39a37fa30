"""A small course, learners and attempts for tests, made through the services."""

from uuid import uuid4

from wagtail.models import Page

from cms.komunitas.models import Anggota
from pelatihan.kursus.rules import make_id, make_umum, weigh_pilihan
from pelatihan.kursus.services import save_kuis, save_soal
from pelatihan.models import (
    BagianPage,
    Kuis,
    KursusIndexPage,
    KursusPage,
    PelajaranPage,
    Peserta,
    Soal,
)
from pelatihan.peserta.services import enroll_peserta
from tests.factories.accounts import UserFactory

TEKS = [{"type": "teks", "value": "<p>Kas dihitung berdua.</p>"}]


def make_tunggal(judul="Siapa memutus?", benar="a", **kwargs) -> Soal:
    pilihan = [
        {"id": huruf, "teks": f"Pilihan {huruf}", "bobot": 10000 * (huruf == benar)}
        | {"umpan_balik": f"Tanggapan {huruf}"}
        for huruf in "abc"
    ]
    isi = {"versi": 1, "bacaan": "", "soal": judul, "umpan_balik": "", "pilihan": pilihan}
    soal = Soal(judul=judul, jenis="pilihan-tunggal", isi=isi, status="terbit", **kwargs)
    return save_soal(soal=soal)


def make_ganda(judul="Mana saja?", benar=(True, True, False)) -> Soal:
    pilihan = [
        {"id": f"p{n}", "teks": f"Pernyataan {n}", "bobot": bobot, "umpan_balik": ""}
        for n, bobot in enumerate(weigh_pilihan(list(benar)))
    ]
    isi = {"versi": 1, "bacaan": "", "soal": judul, "umpan_balik": "", "pilihan": pilihan}
    return save_soal(soal=Soal(judul=judul, jenis="pilihan-ganda", isi=isi, status="terbit"))


def make_angka(judul="Berapa cadangan?", nilai="2950000") -> Soal:
    angka = [{"nilai": nilai, "toleransi": "0", "bobot": 10000, "umpan_balik": "Tepat."}]
    isi = {"versi": 1, "bacaan": "", "soal": judul, "umpan_balik": "Hitung lagi.", "angka": angka}
    isi |= {"umpan_lain": ""}
    return save_soal(soal=Soal(judul=judul, jenis="angka", isi=isi, status="terbit"))


def make_soal(jenis: str, judul: str, **isi) -> Soal:
    """A published question of any kind; `isi` is what belongs to the kind."""
    isi = make_umum(judul) | isi
    return save_soal(soal=Soal(judul=judul, jenis=jenis, isi=isi, status="terbit"))


def make_isian(judul="Apa sebutan musyawarah di desa?", **lain) -> Soal:
    isian = [
        {"teks": "rembug", "bobot": 10000, "umpan_balik": "Tepat."},
        {"teks": "musyawarah", "bobot": 10000, "umpan_balik": "Tepat."},
        {"teks": "rapat", "bobot": 5000, "umpan_balik": "Hampir."},
    ]
    isi = {"isian": isian, "toleransi_ejaan": 1, "peka_huruf": False, "umpan_lain": "Belum."}
    return make_soal("isian-singkat", judul, **isi | lain)


def make_jodoh(judul="Siapa mengerjakan apa?") -> Soal:
    pasangan = [("k", "Kasir", "memegang uang"), ("s", "Sekretaris", "mencatat rapat")]
    return make_soal(
        "menjodohkan",
        judul,
        pasangan=[{"id": i, "kiri": kiri, "kanan": kanan} for i, kiri, kanan in pasangan],
        pengecoh=["memutus sendiri"],
    )


def make_urut(judul="Urutkan langkahnya.") -> Soal:
    langkah = ("Undang warga", "Bahas usul", "Tulis berita acara")
    return make_soal(
        "mengurutkan", judul, urutan=[{"id": make_id(teks), "teks": teks} for teks in langkah]
    )


def make_rumpang(judul="Lengkapi kalimat ini.") -> Soal:
    pilihan = [
        {"id": "a", "teks": "berdua", "bobot": 10000, "umpan_balik": ""},
        {"id": "b", "teks": "sendiri", "bobot": 0, "umpan_balik": "Jangan sendiri."},
    ]
    isian = [{"teks": "kasir", "bobot": 10000, "umpan_balik": ""}]
    angka = [{"nilai": "2", "toleransi": "0", "bobot": 10000, "umpan_balik": ""}]
    celah = [
        {"id": "1", "jenis": "isian", "isian": isian, "toleransi_ejaan": 1, "bobot": 1},
        {"id": "2", "jenis": "pilihan", "pilihan": pilihan, "bobot": 1},
        {"id": "3", "jenis": "angka", "angka": angka, "bobot": 2},
    ]
    teks = "Kas dipegang [[1]] dan dihitung [[2]], dengan [[3]] tanda tangan."
    return make_soal("rumpang", judul, rumpang={"teks": teks, "celah": celah})


def make_uraian(judul="Mengapa kas dihitung berdua?") -> Soal:
    rubrik = [
        {"id": "r1", "kriteria": "Menyebut alasan", "poin": 3},
        {"id": "r2", "kriteria": "Memberi contoh", "poin": 2},
    ]
    return make_soal("uraian", judul, rubrik=rubrik, contoh_jawaban="Supaya saling menjaga.")


def make_keterangan(judul="Baca dulu cerita Bu Yati.") -> Soal:
    return make_soal("keterangan", judul, bacaan="Bu Yati memegang **kas**.")


def make_kuis(*soal: Soal, undian=(), **aturan) -> Kuis:
    """`undian`: (topic, difficulty or None, how many) of every draw; `aturan`: fields of the quiz."""
    soal = soal or (() if undian else (make_tunggal(), make_ganda(), make_angka()))
    kuis = Kuis(**{"judul": "Kuis kas", "lulus_bp": 7000, "status": "terbit"} | aturan)
    return save_kuis(kuis=kuis, butir=[(satu, 1) for satu in soal], undian=undian)


def make_kursus(*, kuis: Kuis | None = None, banyak_pelajaran: int = 2, judul="Kas yang rapi"):
    """A live course of one module; publishing the last page makes the release."""
    indeks = KursusIndexPage.objects.first()
    if indeks is None:
        akar = Page.objects.get(depth=2)
        indeks = akar.add_child(instance=KursusIndexPage(title="Belajar", slug="pelatihan"))
    kursus = indeks.add_child(instance=KursusPage(title=judul, topik="kas", jpl=4))
    bagian = kursus.add_child(instance=BagianPage(title="Menghitung kas", kuis=kuis))
    for nomor in range(1, banyak_pelajaran + 1):
        page = PelajaranPage(title=f"Pelajaran {nomor}", menit=5, isi=TEKS)
        bagian.add_child(instance=page)
    kursus.save_revision().publish()
    return KursusPage.objects.get(pk=kursus.pk)


def make_anggota(**kwargs) -> Anggota:
    user = kwargs.pop("akun", None) or UserFactory()
    return Anggota.objects.create(nama=kwargs.pop("nama", "Sri Hartini"), akun=user, **kwargs)


def make_peserta(kursus: KursusPage | None = None, anggota: Anggota | None = None) -> Peserta:
    kursus = kursus or make_kursus(kuis=make_kuis())
    return enroll_peserta(anggota=anggota or make_anggota(), kursus_kunci=kursus.kunci)


def jawab(percobaan, soal: Soal, **isi):
    from pelatihan.penilaian.services import give_jawaban

    return give_jawaban(percobaan=percobaan, soal_kunci=soal.kunci, isi=isi, kunci=uuid4())


def make_percobaan_uraian(anggota: Anggota | None = None):
    """An attempt with one essay, handed in and waiting to be marked."""
    from pelatihan.belajar.services import finish_kuis
    from pelatihan.penilaian.services import start_percobaan

    soal = make_uraian(f"Mengapa kas dihitung berdua? ({uuid4().hex[:4]})")
    kursus = make_kursus(kuis=make_kuis(soal), judul=f"Kursus {uuid4()}")
    peserta = make_peserta(kursus, anggota)
    kuis = peserta.rilis.susunan[0]["kuis"]["kunci"]
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=kuis)
    jawab(percobaan, soal, teks="Supaya jujur.")
    return finish_kuis(percobaan=percobaan)
