"""Gathers the slices of pelatihan for Django, which looks only here."""

from .balai import triggers as _balai_triggers  # noqa: F401
from .balai.models import Bawaan
from .diskusi import triggers as _diskusi_triggers  # noqa: F401
from .diskusi.models import Diskusi, LaporanTulisan, TulisanDiskusi, VersiTulisan
from .kelas import triggers as _kelas_triggers  # noqa: F401
from .kelas.models import DaftarTunggu, Kehadiran, Permohonan, Pertemuan
from .kursus import triggers as _kursus_triggers  # noqa: F401
from .kursus.models import (
    IsiRilis,
    Jalur,
    JalurLangkah,
    KriteriaTugas,
    Kuis,
    KuisSoal,
    KuisUndian,
    Rilis,
    Soal,
    Tugas,
)
from .kursus.pages import BagianPage, KursusIndexPage, KursusPage, PelajaranPage
from .lembar import triggers as _lembar_triggers  # noqa: F401
from .lembar.models import Ketikan, Lembar, LembarPeserta
from .lencana.models import KunciLencana
from .muat.models import Impor, Muatan
from .penilaian import triggers as _penilaian_triggers  # noqa: F401
from .penilaian.models import Jawaban, Koreksi, NilaiUraian, Percobaan
from .peserta.models import Angkatan, Kemajuan, Pengampu, Peserta
from .sertifikat import triggers as _sertifikat_triggers  # noqa: F401
from .sertifikat.models import Sertifikat
from .tugas import triggers as _tugas_triggers  # noqa: F401
from .tugas.models import Kumpulan, KumpulanBerkas, NilaiTugas

__all__ = [
    "Angkatan",
    "BagianPage",
    "Bawaan",
    "DaftarTunggu",
    "Diskusi",
    "Impor",
    "IsiRilis",
    "Jalur",
    "JalurLangkah",
    "Jawaban",
    "Kehadiran",
    "Kemajuan",
    "Ketikan",
    "Koreksi",
    "KriteriaTugas",
    "Kuis",
    "KuisSoal",
    "KuisUndian",
    "Kumpulan",
    "KumpulanBerkas",
    "KunciLencana",
    "KursusIndexPage",
    "KursusPage",
    "LaporanTulisan",
    "Lembar",
    "LembarPeserta",
    "Muatan",
    "NilaiTugas",
    "NilaiUraian",
    "PelajaranPage",
    "Pengampu",
    "Percobaan",
    "Permohonan",
    "Pertemuan",
    "Peserta",
    "Rilis",
    "Sertifikat",
    "Soal",
    "Tugas",
    "TulisanDiskusi",
    "VersiTulisan",
]
