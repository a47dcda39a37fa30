"""Enrolment (daftar.py) and progress (kemajuan.py)."""

from .daftar import (
    KursusBelumTerbit,
    KursusPrasyarat,
    SudahBerakhir,
    assign_pengampu,
    end_pengampu,
    enroll_peserta,
    leave_peserta,
    lock_angkatan,
    move_peserta,
    register_sesudah_keluar,
    tell_sesudah_keluar,
)
from .kemajuan import (
    CaraLain,
    LangkahTerkunci,
    PelajaranTidakAda,
    check_terbuka,
    mark_pelajaran,
    rebuild_kemajuan,
    register_sesudah,
    register_sumber,
    sync_langkah,
)

__all__ = [
    "CaraLain",
    "KursusBelumTerbit",
    "KursusPrasyarat",
    "LangkahTerkunci",
    "PelajaranTidakAda",
    "SudahBerakhir",
    "assign_pengampu",
    "check_terbuka",
    "end_pengampu",
    "enroll_peserta",
    "leave_peserta",
    "lock_angkatan",
    "mark_pelajaran",
    "move_peserta",
    "rebuild_kemajuan",
    "register_sesudah",
    "register_sesudah_keluar",
    "register_sumber",
    "sync_langkah",
    "tell_sesudah_keluar",
]
