"""Changes to things and to who holds them."""

from .barang import ISIAN, create_barang, end_barang, set_foto, update_barang
from .gabung import move_pemegang
from .galat import (
    MasihBerjalan,
    PenerimaSama,
    SerahanTertutup,
    SudahBerakhir,
    TidakBerwenang,
)
from .serahan import close_serahan, confirm_on_paper, confirm_serahan, start_serahan

__all__ = [
    "ISIAN",
    "MasihBerjalan",
    "PenerimaSama",
    "SerahanTertutup",
    "SudahBerakhir",
    "TidakBerwenang",
    "close_serahan",
    "confirm_on_paper",
    "confirm_serahan",
    "create_barang",
    "end_barang",
    "move_pemegang",
    "set_foto",
    "start_serahan",
    "update_barang",
]
