"""Everything that changes a class; callers import from here."""

from .daftar import DaftarBertabrakan, add_daftar, add_ksm, match_daftar, read_daftar
from .galat import (
    AngkatanTutup,
    BukanPeserta,
    KelasLain,
    KodeSalah,
    PerluDiundang,
    PertemuanBatal,
    StatusTidakAda,
    SudahDijawab,
    UndanganLewat,
)
from .hadir import mark_hadir, mark_hadir_sendiri
from .kelas import cancel_angkatan, create_angkatan, end_angkatan, make_kode, update_angkatan
from .masuk import (
    Masuk,
    add_peserta,
    answer_permohonan,
    join_angkatan,
    leave_angkatan,
    move_antri,
    promote_tunggu,
)
from .pertemuan import cancel_pertemuan, create_pertemuan, update_pertemuan
from .undangan import invite_anggota, withdraw_undangan

__all__ = [
    "AngkatanTutup",
    "BukanPeserta",
    "DaftarBertabrakan",
    "KelasLain",
    "KodeSalah",
    "Masuk",
    "PerluDiundang",
    "PertemuanBatal",
    "StatusTidakAda",
    "SudahDijawab",
    "UndanganLewat",
    "add_daftar",
    "add_ksm",
    "add_peserta",
    "answer_permohonan",
    "cancel_angkatan",
    "cancel_pertemuan",
    "create_angkatan",
    "create_pertemuan",
    "end_angkatan",
    "invite_anggota",
    "join_angkatan",
    "leave_angkatan",
    "make_kode",
    "mark_hadir",
    "mark_hadir_sendiri",
    "match_daftar",
    "move_antri",
    "promote_tunggu",
    "read_daftar",
    "update_angkatan",
    "update_pertemuan",
    "withdraw_undangan",
]
