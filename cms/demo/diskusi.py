"""The sample's questions under two lessons: answered, one with its good answer, one that still waits."""

from datetime import datetime, time, timedelta
from uuid import UUID, uuid4

from cms.accounts.models import User
from cms.core import waktu
from pelatihan.diskusi.models import TulisanDiskusi
from pelatihan.diskusi.services import answer_tanya, ask_tanya, pin_jawaban
from pelatihan.kursus.selectors import list_pelajaran_kunci
from pelatihan.peserta.models import Peserta

from .dasar import Bkm

PEREMPUAN = (
    "Di RT saya lima utusan yang terpilih bapak-bapak semua. Kalau bagian perempuan kurang dari 30%, apakah "
    "pemilihan di RT kami harus diulang?"
)
PEREMPUAN_TEMAN = (
    "Di RT kami dulu disepakati dulu sebelum memilih: dari lima utusan, paling sedikit dua ibu. Jadi tidak "
    "perlu mengulang."
)
PEREMPUAN_GURU = (
    "30% itu pertimbangan dalam banyak pedoman, dan dihitung dari seluruh utusan, bukan dari satu RT. Contoh "
    "di pelajaran: dari 55 utusan paling sedikit 17 perempuan.\n\nApa yang dilakukan kalau kurang, ditulis "
    "dalam tata tertib kita sendiri. Jadi bacakan tata tertibnya sebelum kertas suara dibagikan, seperti "
    "yang dilakukan RT tetangga itu. Sesudah memilih baru ribut, sudah terlambat."
)
LURAH = "Kalau Pak Lurah hadir di rembug, apakah beliau ikut memilih?"
LURAH_TEMAN = (
    "Setahu saya beliau diundang dan boleh bicara, tetapi yang memilih hanya utusan warga. Suaranya tidak "
    "dihitung."
)
PULANG = (
    "Rapat kami mulai dengan 32 orang, tetapi menjelang magrib tinggal 25. Keputusan yang diambil sebelum "
    "mereka pulang, apakah tetap berlaku?"
)
PULANG_GURU = (
    "Yang diputuskan waktu orangnya masih cukup tetap berlaku, asal tertulis jam berapa diputuskan dan siapa "
    "yang hadir. Untuk acara sesudahnya hitung lagi: kalau di bawah kuorum tata tertib Anda, tunda ke rapat "
    "berikutnya. Karena itu taruh acara yang penting di depan."
)
PESAN = (
    "Dua anggota BKM kami bekerja di luar kota dan hanya bisa setuju lewat pesan WhatsApp. Apakah mereka "
    "boleh dihitung hadir?"
)


def build(bkm: Bkm) -> None:
    guru, relawan = bkm.pengguna["fasilitator"], bkm.pengguna["relawan"]
    awal = Peserta.objects.filter(anggota__akun=relawan).first()
    ikut = Peserta.objects.filter(kursus_kunci=awal.kursus_kunci, anggota__akun__isnull=False)
    teman = list(ikut.exclude(pk=awal.pk).filter(angkatan__isnull=False).order_by("pk")[:3])
    satu, dua = (UUID(kunci) for kunci in list_pelajaran_kunci(awal.rilis)[:2])

    def pada(hari: int, jam: int) -> datetime:
        return waktu.gabung(bkm.hari_ini - timedelta(days=hari), time(jam))

    tanya = _ask(teman[0], satu, PEREMPUAN, pada(7, 19))
    _answer(tanya, teman[1], PEREMPUAN_TEMAN, pada(7, 20))
    baik = _answer(tanya, guru, PEREMPUAN_GURU, pada(6, 8))
    with waktu.pada(pada(6, 9)):
        pin_jawaban(jawaban=baik, actor=guru)
    _answer(_ask(teman[2], satu, LURAH, pada(4, 18)), awal, LURAH_TEMAN, pada(4, 21))
    _answer(_ask(awal, dua, PULANG, pada(3, 17)), guru, PULANG_GURU, pada(2, 10))
    _ask(teman[1], dua, PESAN, pada(1, 19))


def _ask(peserta: Peserta, pelajaran: UUID, teks: str, saat: datetime) -> TulisanDiskusi:
    with waktu.pada(saat):
        return ask_tanya(
            peserta=peserta,
            pelajaran_kunci=pelajaran,
            teks=teks,
            kunci=uuid4(),
            actor=peserta.anggota.akun,
        )


def _answer(
    tanya: TulisanDiskusi, oleh: Peserta | User, teks: str, saat: datetime
) -> TulisanDiskusi:
    peserta = oleh if isinstance(oleh, Peserta) else None
    akun = peserta.anggota.akun if peserta else oleh
    with waktu.pada(saat):
        return answer_tanya(tanya=tanya, peserta=peserta, teks=teks, kunci=uuid4(), actor=akun)
