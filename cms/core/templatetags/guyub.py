"""What templates of the face ask for: words for money and dates, icons, and the components with logic."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from cms.core import navigasi as nav
from cms.core import rupiah as uang
from cms.core import tulisan, waktu
from cms.core.kawung import build_kawung
from cms.core.pohon import Generasi, build_pohon
from cms.core.sanitasi import clean_alamat
from cms.core.tugas import Pintasan, Tugas, list_pintasan, list_tugas

register = template.Library()

IKON = Path(__file__).parent.parent / "static" / "guyub" / "ikon.svg"
TAK_PUTUS = tulisan.TAK_PUTUS
KOMPONEN = "components/"


# -- filters: values into words ----------------------------------------------------------------
@register.filter
def rupiah(nilai: int | None) -> str:
    """Rp 2.950.000, unbroken; empty for None."""
    return "" if nilai is None else uang.format_rupiah(int(nilai)).replace(" ", TAK_PUTUS)


@register.filter
def angka(nilai: int | None) -> str:
    """12.500, empty for None."""
    return "" if nilai is None else uang.format_angka(int(nilai))


@register.filter
def terbilang(nilai: int | None) -> str:
    return "" if nilai is None else uang.terbilang(int(nilai))


@register.filter
def tanggal(hari: date | datetime | None, bentuk: str = "panjang") -> str:
    """A date or instant in one of the forms of `tulisan.format_tanggal`; empty for None."""
    if not hari:
        return ""
    hari = waktu.ke_wib(hari).date() if isinstance(hari, datetime) else hari
    return tulisan.format_tanggal(hari, bentuk)


@register.filter
def jam(saat: datetime | None) -> str:
    """The hour in Asia/Jakarta, 09.41; also for a plain time."""
    if saat is None:
        return ""
    return tulisan.format_jam(waktu.ke_wib(saat) if isinstance(saat, datetime) else saat)


@register.filter
def persen(titik: int | None) -> str:
    """Basis points as 6,4%."""
    return "" if titik is None else tulisan.format_persen(int(titik))


@register.filter
def persen_bulat(titik: int | None) -> str:
    return "" if titik is None else tulisan.format_persen_bulat(int(titik))


@register.filter
def iso(hari: date | datetime | None) -> str:
    """For the datetime attribute of <time>."""
    return hari.isoformat(*(["T", "minutes"] if isinstance(hari, datetime) else [])) if hari else ""


@register.filter(is_safe=True)
def sambung(teks) -> str:
    """RT 04 or Bu Yati on one line; what was safe stays safe, all else is escaped as any text."""
    return tulisan.join_pasangan(str(teks)) if teks else ""


@register.filter
def alamat_aman(alamat: str | None) -> str:
    """A link that only leads somewhere, however it came into the database; else empty."""
    return clean_alamat(alamat)


@register.filter
def di_kolom(nomor: int, daftar: str) -> bool:
    """Whether a column number stands in "2,3"."""
    return str(nomor) in str(daftar or "").replace(" ", "").split(",")


@register.simple_tag
def hari_ini() -> date:
    """Today in Asia/Jakarta, for pages and paper; a stored page ends at midnight, so it stays true."""
    return waktu.hari_ini()


# -- drawings ----------------------------------------------------------------------------------
@lru_cache(maxsize=1)
def _ikon() -> dict[str, str]:
    pola = re.compile(r'<symbol id="([a-z-]+)" viewBox="0 0 24 24">(.*?)</symbol>', re.DOTALL)
    return dict(pola.findall(IKON.read_text(encoding="utf-8")))


@register.simple_tag
def ikon(nama: str) -> SafeString:
    """An icon of the sprite, drawn in place (no request); decoration beside a word."""
    return mark_safe(  # noqa: S308 - our own file
        f'<svg class="ikon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{_ikon()[nama]}</svg>'
    )


@register.simple_tag
@lru_cache(maxsize=1)
def tanda() -> SafeString:
    """The house's mark, drawn in place."""
    svg = IKON.with_name("tanda.svg").read_text(encoding="utf-8").strip()
    return mark_safe(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S308


@register.simple_tag
def kawung(judul) -> SafeString:
    """A kawung variation seeded by a title, for what has no photograph."""
    return mark_safe(build_kawung(str(judul)))  # noqa: S308 - holds nothing of the title


# -- where the reader stands ---------------------------------------------------------------------
@register.inclusion_tag(KOMPONEN + "navigasi.html", takes_context=True)
def navigasi(context, letak: str):
    """Links of one place: "atas" (header), "tab" (phone), "peta" (foot). `bagian` in context overrides."""
    request = context.get("request")
    path = getattr(request, "path", "")
    kunci = context.get("bagian") or nav.find_bagian(path)
    bagian = {"atas": nav.ATAS, "tab": nav.TAB, "peta": nav.SEMUA}[letak]
    tambahan = [] if letak == "tab" else nav.list_halaman_menu(request)
    khusus = nav.list_butir([nav.USUL], path, kunci) if letak == "atas" else []
    return {
        "letak": letak,
        "butir": nav.list_butir(bagian, path, kunci),
        "tambahan": [*khusus, *tambahan],
    }


@register.simple_tag
def pintu() -> dict:
    """`masuk` and `akun`: the addresses for signing in and for one's own pages."""
    return nav.get_pintu()


@register.inclusion_tag(KOMPONEN + "remah.html")
def remah_halaman(page):
    """Breadcrumb of a Wagtail page (one query): its ancestors below the front page, then itself."""
    leluhur = page.get_ancestors().live().filter(depth__gt=2).values_list("title", "slug")
    butir, jejak = [], "/"
    for judul, slug in leluhur:
        jejak += f"{slug}/"
        butir.append({"judul": judul, "url": jejak})
    return {"butir": butir, "kini": page.title}


# -- components with logic -----------------------------------------------------------------------
@register.inclusion_tag(KOMPONEN + "jumlah.html")
def jumlah(baris: Iterable, total: str, judul: str = "", tanda: bool = True):
    """A sum that adds up before the reader. `baris`: (label, rupiah) pairs; the total is computed here."""
    baris = [tuple(b) for b in baris]
    return {
        "judul": judul,
        "baris": [(label, _bertanda(n, tanda and i > 0)) for i, (label, n) in enumerate(baris)],
        "total": total,
        "hasil": rupiah(sum(n for _label, n in baris)),
    }


def _bertanda(nilai: int, tanda: bool) -> str:
    if not tanda and nilai >= 0:
        return rupiah(nilai)
    return f"{'−' if nilai < 0 else '+'}{TAK_PUTUS}{rupiah(abs(nilai))}"


@register.inclusion_tag(KOMPONEN + "kemajuan.html")
def kemajuan(nilai: int, dari: int, teks: str = "", ruas: bool = False):
    """A progress bar with its words; `ruas` draws one block per step (up to 60)."""
    dari = max(int(dari), 1)
    nilai = min(max(int(nilai), 0), dari)
    langkah = 300 / dari
    return {
        "nilai": nilai,
        "dari": dari,
        "teks": teks,
        "ruas": ruas and dari <= 60,
        "lebar": round(nilai * 100 / dari, 2),
        "blok": [
            (round(i * langkah, 2), round(langkah * 0.78, 2), i < nilai)
            for i in range(dari if ruas else 0)
        ],
    }


@register.inclusion_tag(KOMPONEN + "batang.html")
def batang(baris: Iterable, total: str = "", keterangan: str = ""):
    """A sum as one bar in parts. `baris`: up to four (label, rupiah) pairs; the total is computed."""
    baris = [tuple(b) for b in baris]
    jumlah_semua = sum(n for _label, n in baris)
    bagian, x = [], 0.0
    for label, n in baris:
        lebar = n * 100 / (jumlah_semua or 1)
        bagian.append(
            {"label": label, "nilai": rupiah(n), "x": round(x, 2), "lebar": round(lebar, 2)}
        )
        x += lebar
    return {
        "bagian": bagian,
        "total": total,
        "hasil": rupiah(jumlah_semua),
        "keterangan": keterangan,
    }


@register.inclusion_tag(KOMPONEN + "pohon.html")
def pohon(generasi: list[Generasi], judul: str, keterangan: str = ""):
    """A tree of generations with its table. `generasi`: list of `cms.core.pohon.Generasi`."""
    return {
        "generasi": generasi,
        "gambar": build_pohon(generasi),
        "judul": judul,
        "keterangan": keterangan,
        "id": f"pohon-{crc32(judul.encode()):08x}",
    }


@register.inclusion_tag(KOMPONEN + "bidang.html")
def bidang(field, jenis: str = "", bantuan: str = ""):
    """One form field with label, help and error. `jenis`: "uang", "centang", "pilihan" or guessed."""
    jenis = jenis or _tebak_jenis(field)
    return {
        "field": field,
        "jenis": jenis,
        "bantuan": bantuan or field.help_text,
        "isian": _isian(field, jenis, bool(bantuan or field.help_text)),
        "kata": _kata(field) if jenis == "uang" else "",
    }


def _kata(field) -> str:
    """The amount in words as far as the server knows it; the script keeps it up to date."""
    try:
        return uang.terbilang(uang.parse_rupiah(str(field.value() or "")))
    except uang.RupiahTidakSah:
        return ""


def _tebak_jenis(field) -> str:
    nama = type(field.field.widget).__name__
    if getattr(field.field, "uang", False):
        return "uang"
    return {
        "CheckboxInput": "centang",
        "RadioSelect": "pilihan",
        "CheckboxSelectMultiple": "pilihan",
    }.get(nama, "")


def _isian(field, jenis: str, ada_bantuan: bool) -> SafeString:
    """The widget, told to screen readers what stands below it."""
    id_ = field.id_for_label or field.auto_id
    sebut = [f"{id_}-bantuan"] if ada_bantuan else []
    sebut += [f"{id_}-galat"] if field.errors else []
    attrs = {"aria-describedby": " ".join(sebut)} if sebut else {}
    if field.errors:
        attrs["aria-invalid"] = "true"
    if jenis == "uang":
        attrs |= {"inputmode": "numeric", "autocomplete": "off", "data-terbilang": f"{id_}-kata"}
    return field.as_widget(attrs=attrs)


@register.simple_tag
def keadaan(kode: str, teks) -> SafeString:
    """A state in words, colour as the second sign. `kode`: baik, tunggu, tutup, buruk or biasa."""
    if kode not in {"baik", "tunggu", "tutup", "buruk", "biasa"}:
        raise ValueError(f"unknown state {kode!r}")
    return format_html('<span class="keadaan keadaan-{}">{}</span>', kode, conditional_escape(teks))


@register.simple_tag(takes_context=True)
def tugas_hari_ini(context) -> list[Tugas]:
    """What waits for the signed-in person, from every room."""
    return list_tugas(context["request"].user)


@register.simple_tag(takes_context=True)
def pintasan(context) -> list[Pintasan]:
    """What the signed-in person may begin, from every room."""
    return list_pintasan(context["request"].user)
