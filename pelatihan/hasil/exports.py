"""The gradebook as a sheet."""

import io
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from cms.core.kantor import guard_rumus

from .selectors import BarisNilai, Kolom, Sel


def build_buku(kolom: Sequence[Kolom], baris: Iterable[BarisNilai]) -> bytes:
    """Written line by line, so that thousands of learners fit into little memory."""
    buku = Workbook(write_only=True)
    lembar = buku.create_sheet("Nilai")
    lembar.freeze_panes = "B2"
    kepala = [_("Name"), _("Class"), _("State"), *(k.judul for k in kolom)]
    lembar.append(_clean([*kepala, _("Attendance (%)"), _("Certificate")]))
    for satu in baris:
        lembar.append(_clean(_build(satu)))
    hasil = io.BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


def _build(satu: BarisNilai) -> list:
    status = satu.peserta.get_status_display()
    sel = [_write(s) for s in satu.sel]
    return [satu.nama, satu.kelas, status, *sel, _to_persen(satu.hadir_bp), satu.nomor]


def _write(sel: Sel) -> float | str | None:
    return sel.teks if sel.nilai_bp is None else _to_persen(sel.nilai_bp)


def _to_persen(titik: int | None) -> float | None:
    return None if titik is None else titik / 100


def _clean(baris: Iterable) -> list:
    return [
        guard_rumus(ILLEGAL_CHARACTERS_RE.sub("", s)) if isinstance(s, str) else s for s in baris
    ]
