"""What people are told about a class."""

from collections.abc import Iterable
from uuid import uuid4

from django.urls import reverse

from cms.komunitas.models import Anggota
from cms.komunitas.selectors import get_penerima, get_penerima_peran
from cms.notifikasi.services import queue_pesan

from ...peserta.models import Angkatan, Pengampu, Peserta
from ...peserta.permissions import KANTOR


def tell_anggota(angkatan: Angkatan, anggota: Iterable[Anggota], judul: str, isi: str) -> None:
    """To learners and those who want to be: one message each, with the class behind it."""
    penerima = [get_penerima(satu) for satu in anggota]
    if penerima:
        queue_pesan(
            "kelas_kabar",
            kunci=f"kelas:{angkatan.uuid}:{uuid4()}",
            penerima=penerima,
            judul=judul,
            isi=isi,
            tautan=reverse("pelatihan:show_kelas", args=[angkatan.uuid]),
        )


def tell_pengampu(angkatan: Angkatan, judul: str, isi: str) -> None:
    """To who leads the class; to the office where nobody does."""
    terbuka = Pengampu.objects.filter(angkatan=angkatan, sampai__isnull=True)
    penerima = [get_penerima(satu.anggota) for satu in terbuka.select_related("anggota__akun")]
    queue_pesan(
        "kelas_permohonan",
        kunci=f"kelas:{angkatan.uuid}:{uuid4()}",
        penerima=penerima or get_penerima_peran(*KANTOR),
        judul=judul,
        isi=isi,
        tautan=reverse("kelas:show_kelas", args=[angkatan.uuid]),
    )


def list_anggota_kelas(angkatan: Angkatan) -> list[Anggota]:
    """The people of a class, those who left excepted."""
    ikut = Peserta.objects.filter(angkatan=angkatan).exclude(status=Peserta.Status.BERHENTI)
    return [p.anggota for p in ikut.select_related("anggota__akun")]
