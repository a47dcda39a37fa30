"""What a learner does on the pages, in terms of the slices below."""

from uuid import UUID

from django.db import transaction

from cms.core import waktu

from ..penilaian import services as penilaian
from ..penilaian.capaian import list_habis
from ..penilaian.models import Percobaan
from ..peserta import services as peserta_services
from ..peserta.models import Peserta
from ..sertifikat.models import Sertifikat


@transaction.atomic
def finish_pelajaran(*, peserta: Peserta, pelajaran_kunci: UUID, actor=None) -> Sertifikat | None:
    """Mark a lesson; gives the completion if there is one, since this step or before."""
    peserta_services.mark_pelajaran(peserta=peserta, pelajaran_kunci=pelajaran_kunci, actor=actor)
    return Sertifikat.objects.filter(peserta=peserta).first()


def finish_kuis(*, percobaan: Percobaan, actor=None) -> Percobaan:
    """Hand in a quiz; a pass may complete the course."""
    return penilaian.finish_percobaan(percobaan=percobaan, actor=actor)


@transaction.atomic
def finish_kuis_sendiri(*, user, percobaan: UUID) -> Percobaan | None:
    """Hand in one's own attempt by its uuid; None where one has no such attempt. Locks the attempt."""
    satu = penilaian.lock_milik(user, percobaan)
    return satu and penilaian.finish_percobaan_terkunci(percobaan=satu, actor=user)


def close_kuis(*, percobaan: Percobaan, actor=None) -> Percobaan:
    """Close an attempt whose time and grace are over, as anybody finds it; others stay as they are."""
    if percobaan.selesai_pada or not percobaan.is_habis(waktu.sekarang()):
        return percobaan
    return finish_kuis(percobaan=percobaan, actor=actor)


def close_kuis_habis() -> int:
    """Close what time has ended and nobody came back to. The number of attempts closed."""
    habis = list_habis()
    for percobaan in habis:
        close_kuis(percobaan=percobaan)
    return len(habis)
