"""Changes to people, groups, offices and places."""

from .akun import SudahBerakun, create_akun_warga
from .anggota import (
    BelumBerakhir,
    SudahBerakhir,
    create_anggota,
    end_anggota,
    resume_anggota,
    update_anggota,
)
from .gabung import AkunPengurus, DiriSendiri, OrangSama, SudahDigabung, merge_anggota
from .jabatan import JabatanSendiri, SebelumMulai, end_jabatan, give_jabatan, update_jabatan
from .ksm import (
    SebelumBerdiri,
    SudahKeluar,
    TanggalSebelumDari,
    change_tugas,
    create_ksm,
    end_ksm,
    join_ksm,
    leave_ksm,
    update_ksm,
)
from .riwayat import record_riwayat_pelatihan
from .wilayah import DesaSudahAda, IndukTidakCocok, create_wilayah, update_wilayah

__all__ = [
    "AkunPengurus",
    "BelumBerakhir",
    "DesaSudahAda",
    "DiriSendiri",
    "IndukTidakCocok",
    "JabatanSendiri",
    "OrangSama",
    "SebelumBerdiri",
    "SebelumMulai",
    "SudahBerakhir",
    "SudahBerakun",
    "SudahDigabung",
    "SudahKeluar",
    "TanggalSebelumDari",
    "change_tugas",
    "create_akun_warga",
    "create_anggota",
    "create_ksm",
    "create_wilayah",
    "end_anggota",
    "end_jabatan",
    "end_ksm",
    "give_jabatan",
    "join_ksm",
    "leave_ksm",
    "merge_anggota",
    "record_riwayat_pelatihan",
    "resume_anggota",
    "update_anggota",
    "update_jabatan",
    "update_ksm",
    "update_wilayah",
]
