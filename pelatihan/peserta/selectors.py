"""What a learner has done, what is still locked and which tests are open."""

from datetime import date, timedelta

from django.db.models import Q

from cms.core import waktu
from cms.core.ketentuan.services import get_ketentuan
from cms.komunitas.models import Anggota

from ..kursus.alur import find_terkunci, list_tes_terbuka
from ..kursus.models import Rilis
from ..kursus.selectors import get_tes, list_langkah
from .models import Pengampu, Peserta


def list_selesai(peserta: Peserta) -> set[str]:
    """Keys of the steps that are done; prefetched rows are used where they are."""
    return {str(satu.langkah_kunci) for satu in peserta.kemajuan.all()}


def list_terkunci(peserta: Peserta) -> dict[str, list[str]]:
    """Locked steps by key, with the titles of those that open them."""
    langkah = list_langkah(peserta.rilis)
    berurutan = peserta.rilis.aturan.get("berurutan", False)
    if not berurutan and not any(satu.syarat for satu in langkah):
        return {}
    judul = {satu.kunci: satu.judul for satu in langkah}
    terkunci = find_terkunci(langkah, list_selesai(peserta), berurutan=berurutan)
    return {kunci: [judul[k] for k in kurang] for kunci, kurang in terkunci.items()}


def list_syarat_kurang(anggota: Anggota, rilis: Rilis) -> list[str]:
    """Keys of the courses that this person has to complete before."""
    syarat = set(rilis.aturan.get("syarat_kursus", ()))
    if not syarat:
        return []
    tamat = Peserta.objects.filter(anggota=anggota, status=Peserta.Status.SELESAI)
    return sorted(syarat - {str(k) for k in tamat.values_list("kursus_kunci", flat=True)})


def get_buka_lanjutan(peserta: Peserta) -> date | None:
    """From when on the test of three months later is open; None while the course is not completed."""
    if peserta.status != Peserta.Status.SELESAI or peserta.berakhir_pada is None:
        return None
    hari = timedelta(days=get_ketentuan("pelatihan.tes_lanjutan_hari"))
    return waktu.ke_wib(peserta.berakhir_pada).date() + hari


def list_tes_buka(peserta: Peserta) -> set[str]:
    """Keys of the tests that this learner's progress opens today, taken or not."""
    tes = get_tes(peserta.rilis)
    if not tes:
        return set()
    tamat = {s.kunci for s in list_langkah(peserta.rilis)} <= list_selesai(peserta)
    buka = get_buka_lanjutan(peserta)
    lanjut = buka is not None and buka <= waktu.hari_ini()
    return {tes[k]["kunci"] for k in list_tes_terbuka(tamat=tamat, lanjut=lanjut) if k in tes}


def list_pengampu(peserta: Peserta) -> list[Anggota]:
    """The facilitators of this learner's class and course today, the learner excepted."""
    hari = waktu.hari_ini()
    lingkup = Q(angkatan__isnull=True, kursus_kunci=peserta.kursus_kunci)
    if peserta.angkatan_id:
        lingkup |= Q(angkatan=peserta.angkatan_id)
    berlaku = Q(sampai__isnull=True) | Q(sampai__gte=hari)
    semua = Pengampu.objects.filter(lingkup, berlaku, dari__lte=hari)
    semua = semua.exclude(anggota=peserta.anggota_id).select_related("anggota__akun")
    return list({satu.anggota_id: satu.anggota for satu in semua.order_by("pk")}.values())
