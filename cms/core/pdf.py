"""PDFs through typst: our templates and fonts, people's text as data only."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from wagtail.models import Site

from . import waktu
from .setelan.models import SetelanBkm
from .tulisan import format_tanggal

HURUF = Path(__file__).parent / "fonts"
STANDAR = ["ua-1", "a-2a"]


class TemplatTidakAda(LookupError):
    """No room holds this template."""


def render_pdf(template_name: str, data: dict[str, Any], *, saat: datetime | None = None) -> bytes:
    """A PDF of `<app label>/<file>.typ`, found in that app's `typst/` folder.

    `data` must be JSON; the template reads it as `data`, with the letterhead's facts under `rumah`.
    `saat` (aware) is the instant the file says it was made at; the same data and instant give the
    same bytes. Without it: now.
    Tagged for screen readers and fit for archives (PDF/UA-1, PDF/A-2a). Those standards refuse a
    script that our fonts lack; such a text still prints, as a plain PDF.
    """
    from typst import TypstError  # 7 MB in every process, needed in few

    path = find_templat(template_name)
    isi = data if "rumah" in data else {"rumah": get_rumah(), **data}
    isian = {"data": json.dumps(isi, ensure_ascii=False)}
    try:
        return _compile(path, isian, STANDAR, saat or waktu.sekarang())
    except TypstError:
        return _compile(path, isian, [], saat or waktu.sekarang())


def find_templat(template_name: str) -> Path:
    label, _, nama = template_name.partition("/")
    folder = Path(apps.get_app_config(label).path) / "typst"
    path = (folder / nama).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        raise TemplatTidakAda(template_name)
    return path


def _compile(path: Path, isian: dict[str, str], standar: list[str], saat: datetime) -> bytes:
    from typst import compile as compile_typst

    return compile_typst(  # type: ignore[call-overload]  # its stubs name every standard
        str(path),
        root=str(settings.BASE_DIR),
        font_paths=[str(HURUF)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=isian,
        pdf_standards=standar,
        timestamp=int(saat.timestamp()),
    )


def get_rumah() -> dict[str, Any]:
    """What letterhead and foot say of the BKM, as plain values."""
    site = Site.objects.filter(is_default_site=True).first()
    setelan = SetelanBkm.for_site(site) if site else SetelanBkm()
    kaki = [setelan.nama, setelan.alamat, setelan.telepon and f"Telepon {setelan.telepon}"]
    return {
        "nama": setelan.nama,
        "jenis_lembaga": setelan.jenis_lembaga,
        "desa": setelan.desa,
        "kaki": ", ".join(k for k in kaki if k),
        "contoh": setelan.contoh,
        "tanggal": format_tanggal(waktu.hari_ini()),
    }
