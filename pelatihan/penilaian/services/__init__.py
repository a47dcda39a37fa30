"""Taking a quiz: begin (mulai.py), answer (jawaban.py), hand in (selesai.py); marks of essays (uraian.py)."""

from .galat import (
    BelumDikumpulkan,
    JawabanTetap,
    JawabanTidakSah,
    KuisTidakAda,
    NilaiSendiri,
    PercobaanHabis,
    PercobaanTerbuka,
    PoinTidakSah,
    SoalTidakAda,
    SudahDikumpulkan,
    TesTertutup,
    WaktuHabis,
)
from .gembok import lock_milik, lock_percobaan
from .jawaban import give_jawaban, give_jawaban_terkunci
from .mulai import start_percobaan
from .selesai import finish_percobaan, finish_percobaan_terkunci
from .uraian import mark_uraian

__all__ = [
    "BelumDikumpulkan",
    "JawabanTetap",
    "JawabanTidakSah",
    "KuisTidakAda",
    "NilaiSendiri",
    "PercobaanHabis",
    "PercobaanTerbuka",
    "PoinTidakSah",
    "SoalTidakAda",
    "SudahDikumpulkan",
    "TesTertutup",
    "WaktuHabis",
    "finish_percobaan",
    "finish_percobaan_terkunci",
    "give_jawaban",
    "give_jawaban_terkunci",
    "lock_milik",
    "lock_percobaan",
    "mark_uraian",
    "start_percobaan",
]
