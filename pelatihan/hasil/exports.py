"""The gradebook as a sheet."""

from collections.abc import Iterable, Sequence
from itertools import chain

from django.utils.translation import gettext as _

from cms.core.xlsx import Lembar, write_buku

from .selectors import BarisNilai, Kolom, Sel


def build_buku(kolom: Sequence[Kolom], baris: Iterable[BarisNilai]) -> bytes:
    """The workbook; rows are taken one by one."""
    kepala = [_("Name"), _("Class"), _("State"), *(k.judul for k in kolom)]
    kepala += [_("Attendance (%)"), _("Certificate")]
    return write_buku(Lembar("Nilai", chain([kepala], map(_build, baris)), beku="B2"))


def _build(satu: BarisNilai) -> list:
    status = satu.peserta.get_status_display()
    sel = [_write(s) for s in satu.sel]
    return [satu.nama, satu.kelas, status, *sel, _to_persen(satu.hadir_bp), satu.nomor]


def _write(sel: Sel) -> float | str | None:
    if sel.poin is not None:
        return sel.poin
    return sel.teks if sel.nilai_bp is None else _to_persen(sel.nilai_bp)


def _to_persen(titik: int | None) -> float | None:
    return None if titik is None else titik / 100
