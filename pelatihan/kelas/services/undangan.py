"""Inviting one person into a class, and taking the invitation back."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.ketentuan.services import get_ketentuan
from cms.core.tulisan import format_tanggal
from cms.komunitas.models import Anggota

from ...peserta.models import Angkatan
from ..models import Permohonan
from .galat import SudahDijawab
from .masuk import check_kelas_lain, find_tempat, lock_terbuka
from .pesan import tell_anggota

HARI = "pelatihan.undangan_hari"


@transaction.atomic
def invite_anggota(*, angkatan: Angkatan, anggota: Anggota, actor=None) -> Permohonan | None:
    """Invite a person; None if they are in, wait, or asked themselves.

    While an invitation counts, a second one changes nothing; one that has expired counts anew.
    Raises AngkatanTutup, KelasLain.
    """
    angkatan = lock_terbuka(angkatan)
    if find_tempat(angkatan, anggota):
        return None
    check_kelas_lain(angkatan, anggota)
    undangan = Permohonan.objects.filter(
        angkatan=angkatan, anggota=anggota, status=Permohonan.Status.DIUNDANG
    ).first()
    if undangan and not undangan.is_lewat():
        return undangan
    undangan = undangan or Permohonan(
        angkatan=angkatan, anggota=anggota, status=Permohonan.Status.DIUNDANG
    )
    sampai = waktu.hari_ini() + timedelta(days=get_ketentuan(HARI))
    undangan.berlaku_sampai = sampai
    undangan.oleh = actor
    undangan.save()
    record_jejak(actor, "invite_anggota", undangan, sesudah={"sampai": str(sampai)})
    _tell_undangan(angkatan, undangan, format_tanggal(sampai))
    return undangan


def _tell_undangan(angkatan: Angkatan, undangan: Permohonan, hari: str) -> None:
    tell_anggota(
        angkatan,
        [undangan.anggota],
        _("You are invited to the class %(nama)s") % {"nama": angkatan.nama},
        _(
            "Open the page of the class and press “Join this class”. The invitation counts until %(hari)s."
        )
        % {"hari": hari},
    )


@transaction.atomic
def withdraw_undangan(*, undangan: Permohonan, actor=None) -> Permohonan:
    """Take an invitation back; the person is told. Locks the class. Raises SudahDijawab, AngkatanTutup."""
    angkatan = lock_terbuka(undangan.angkatan)
    undangan = Permohonan.objects.select_for_update(of=("self",)).get(pk=undangan.pk)
    if undangan.status != Permohonan.Status.DIUNDANG:
        raise SudahDijawab(undangan.pk)
    undangan.status, undangan.selesai_pada = Permohonan.Status.DITARIK, waktu.sekarang()
    undangan.oleh = actor
    undangan.save(update_fields=["status", "selesai_pada", "oleh"])
    record_jejak(actor, "withdraw_undangan", undangan)
    tell_anggota(
        angkatan,
        [undangan.anggota],
        _("Your invitation to the class %(nama)s was withdrawn") % {"nama": angkatan.nama},
        _("You can still learn on your own. If you think this is a mistake, ask the facilitator."),
    )
    return undangan
