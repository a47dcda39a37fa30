"""Changes to people, groups and offices."""

from datetime import date

from django.db import transaction

from cms.accounts.models import User
from cms.core.jejak.services import record_jejak

from .models import Anggota, Jabatan, Keanggotaan, Ksm, RiwayatPelatihan, Wilayah


@transaction.atomic
def create_anggota(
    *,
    nama: str,
    actor: User | None = None,
    akun: User | None = None,
    jenis_kelamin: str = "",
    wilayah: Wilayah | None = None,
    telepon: str = "",
    surel: str = "",
) -> Anggota:
    """Enter a person."""
    anggota = Anggota(
        nama=nama,
        akun=akun,
        jenis_kelamin=jenis_kelamin,
        wilayah=wilayah,
        telepon=telepon,
        surel=surel,
    )
    anggota.full_clean()
    anggota.save()
    record_jejak(actor, "create_anggota", anggota)
    return anggota


@transaction.atomic
def create_ksm(
    *, nama: str, berdiri_pada: date, wilayah: Wilayah | None = None, actor: User | None = None
) -> Ksm:
    """Enter a self-help group."""
    ksm = Ksm(nama=nama, berdiri_pada=berdiri_pada, wilayah=wilayah)
    ksm.full_clean()
    ksm.save()
    record_jejak(actor, "create_ksm", ksm)
    return ksm


@transaction.atomic
def join_ksm(
    *,
    ksm: Ksm,
    anggota: Anggota,
    dari: date,
    tugas: str = Keanggotaan.Tugas.ANGGOTA,
    actor: User | None = None,
) -> Keanggotaan:
    """Let a person join a group."""
    baris = Keanggotaan(ksm=ksm, anggota=anggota, tugas=tugas, dari=dari)
    baris.full_clean()
    baris.save()
    record_jejak(actor, "join_ksm", baris)
    return baris


@transaction.atomic
def give_jabatan(
    *,
    anggota: Anggota,
    unit: str,
    jabatan: str,
    dari: date,
    sampai: date | None = None,
    urutan: int = 0,
    actor: User | None = None,
) -> Jabatan:
    """Give a person an office for a time."""
    baris = Jabatan(
        anggota=anggota, unit=unit, jabatan=jabatan, dari=dari, sampai=sampai, urutan=urutan
    )
    baris.full_clean()
    baris.save()
    record_jejak(actor, "give_jabatan", baris)
    return baris


@transaction.atomic
def record_riwayat_pelatihan(
    *, anggota: Anggota, judul: str, topik: str, selesai_pada: date, jpl: int, sumber_uuid
) -> RiwayatPelatihan:
    """Write down a completed training once; `sumber_uuid` names what proves it."""
    baris, baru = RiwayatPelatihan.objects.get_or_create(
        sumber_uuid=sumber_uuid,
        defaults={
            "anggota": anggota,
            "judul": judul,
            "topik": topik,
            "selesai_pada": selesai_pada,
            "jpl": jpl,
        },
    )
    if baru:
        record_jejak(None, "record_riwayat_pelatihan", baris)
    return baris
