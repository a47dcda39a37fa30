"""Changes to accounts and roles. `actor` is the officer, or None for the house itself."""

from .akun import (
    change_alamat,
    create_akun,
    create_user,
    deactivate_user,
    reactivate_user,
    update_user,
)
from .dua_langkah import reset_dua_langkah
from .galat import (
    AdminTerakhir,
    AkunNonaktif,
    AlasanKosong,
    BerakhirSebelumMulai,
    NamaMasukTidakSah,
    PeranSudahBerakhir,
    PeranSudahMulai,
    PeranTidakDikenal,
    PeranTumpangTindih,
    SudahAktif,
    SudahDipakai,
    TanggalTidakWajar,
    TanpaDuaLangkah,
    TidakBerwenang,
)
from .peran import cancel_peran, end_peran, give_peran, sync_groups

__all__ = [
    "AdminTerakhir",
    "AkunNonaktif",
    "AlasanKosong",
    "BerakhirSebelumMulai",
    "NamaMasukTidakSah",
    "PeranSudahBerakhir",
    "PeranSudahMulai",
    "PeranTidakDikenal",
    "PeranTumpangTindih",
    "SudahAktif",
    "SudahDipakai",
    "TanggalTidakWajar",
    "TanpaDuaLangkah",
    "TidakBerwenang",
    "cancel_peran",
    "change_alamat",
    "create_akun",
    "create_user",
    "deactivate_user",
    "end_peran",
    "give_peran",
    "reactivate_user",
    "reset_dua_langkah",
    "sync_groups",
    "update_user",
]
