"""What a course's booklet is made of: the release's own content, and the sources of the live pages."""

import base64
import hashlib
import json

from django.conf import settings
from wagtail.images import get_image_model

from cms.core.pdf import find_templat, get_rumah
from cms.core.tulisan import format_tanggal

from ..kursus.blocks import DATA
from ..kursus.models import Rilis
from ..kursus.pages import KursusPage, PelajaranPage
from ..kursus.selectors import get_isi
from . import rules

TEMPLAT = ("buku.typ", "isi-blok.typ")


def get_sidik(rilis: Rilis) -> str:
    """The digest of everything a booklet depends on; three small queries."""
    bahan = [
        rilis.sidik,
        _get_rumah(),
        _list_sumber(rilis),
        *(find_templat(f"pelatihan/{nama}").read_text() for nama in TEMPLAT),
    ]
    return hashlib.sha256(json.dumps(bahan, sort_keys=True, default=str).encode()).hexdigest()


def _get_rumah() -> dict:
    return {nama: nilai for nama, nilai in get_rumah().items() if nama != "tanggal"}


def _list_sumber(rilis: Rilis) -> dict[str, tuple]:
    kunci = [p["kunci"] for bagian in rilis.susunan for p in bagian["pelajaran"]]
    baris = PelajaranPage.objects.filter(kunci__in=kunci).values_list(
        "kunci", "sumber", "per_tanggal"
    )
    return {str(k): (sumber, hari) for k, sumber, hari in baris}


def collect_buku(rilis: Rilis) -> dict:
    """Everything the template prints."""
    page = KursusPage.objects.filter(kunci=rilis.kursus_kunci).first()
    sumber = _list_sumber(rilis)
    gambar = _read_gambar(rilis)
    return {
        "rumah": _get_rumah(),
        "judul": rilis.judul,
        "jpl": rilis.jpl,
        "terbit": format_tanggal(rilis.dibuat_pada.date()),
        "ringkasan": page.ringkasan if page else "",
        "sasaran": page.sasaran if page else "",
        "akar_gambar": f"/{DATA.relative_to(settings.BASE_DIR)}",
        "bagian": [_build_bagian(bagian, sumber, gambar) for bagian in rilis.susunan],
    }


def _build_bagian(bagian: dict, sumber: dict[str, tuple], gambar: dict[int, str]) -> dict:
    return {
        "judul": bagian["judul"],
        "pelajaran": [_build_pelajaran(p, sumber, gambar) for p in bagian["pelajaran"]],
    }


def _build_pelajaran(pelajaran: dict, sumber: dict[str, tuple], gambar: dict[int, str]) -> dict:
    asal, hari = sumber.get(pelajaran["kunci"], ("", None))
    blok = rules.build_blok(get_isi(pelajaran["sidik"])["isi"], gambar)
    return {
        "judul": pelajaran["judul"],
        "blok": [satu for satu in blok if _is_ada(satu)],
        "sumber": [satu.strip() for satu in asal.splitlines() if satu.strip()],
        "per_tanggal": format_tanggal(hari) if hari else "",
    }


def _is_ada(blok: dict) -> bool:
    """A drawing that went away since is left out rather than stopping the whole booklet."""
    if blok["jenis"] != "gambar" or not blok["path"]:
        return True
    path = (DATA / blok["path"]).resolve()
    return path.is_relative_to(DATA.resolve()) and path.is_file()


def _read_gambar(rilis: Rilis) -> dict[int, str]:
    """Pictures of the library that the lessons show, as SVG text; what is gone is left out."""
    sidik = [p["sidik"] for bagian in rilis.susunan for p in bagian["pelajaran"]]
    nomor: set[int] = set().union(*(rules.list_gambar(get_isi(s)["isi"]) for s in sidik))
    ada = get_image_model().objects.filter(pk__in=nomor)
    return {satu.pk: svg for satu in ada if (svg := _wrap(satu))}


def _wrap(gambar) -> str:
    try:
        turunan = gambar.get_rendition("max-1000x1000|format-jpeg")
        with turunan.file.storage.open(turunan.file.name) as berkas:
            isi = base64.b64encode(berkas.read()).decode()
    except (OSError, ValueError):
        return ""
    lebar, tinggi = turunan.width, turunan.height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lebar} {tinggi}">'
        f'<image width="{lebar}" height="{tinggi}" href="data:image/jpeg;base64,{isi}"/></svg>'
    )
