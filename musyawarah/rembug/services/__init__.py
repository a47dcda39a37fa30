"""Meetings and decisions: every change of this slice, one module per family of verbs."""

from .dasar import get_dasar, give_peran_by_keputusan, set_ketentuan
from .gabung import move_kehadiran, move_petugas
from .galat import (
    BelumSah,
    BerlakuMundur,
    BukanKonsep,
    BukanPenandaTangan,
    HadirSalah,
    KuorumTidakTercapai,
    NilaiTidakCocok,
    PenandaTanganKurang,
    RembugTerkunci,
    SuaraSalah,
    SudahDiganti,
    TeksBerubah,
    TidakMenunggu,
)
from .konsep import cancel_keputusan, draft_keputusan, update_keputusan
from .pengesahan import ask_tanda_tangan, return_konsep, sign_keputusan
from .rapat import create_rembug, is_terkunci, update_rembug

__all__ = [
    "BelumSah",
    "BerlakuMundur",
    "BukanKonsep",
    "BukanPenandaTangan",
    "HadirSalah",
    "KuorumTidakTercapai",
    "NilaiTidakCocok",
    "PenandaTanganKurang",
    "RembugTerkunci",
    "SuaraSalah",
    "SudahDiganti",
    "TeksBerubah",
    "TidakMenunggu",
    "ask_tanda_tangan",
    "cancel_keputusan",
    "create_rembug",
    "draft_keputusan",
    "get_dasar",
    "give_peran_by_keputusan",
    "is_terkunci",
    "move_kehadiran",
    "move_petugas",
    "return_konsep",
    "set_ketentuan",
    "sign_keputusan",
    "update_keputusan",
    "update_rembug",
]
