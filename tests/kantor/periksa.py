"""What the tests on the marked catalogue share: what may stand unmarked, and looking at answers."""

from django.apps import apps
from django.db import models

from cms.core import waktu
from cms.core.tulisan import format_tanggal
from pelatihan.kursus.blocks import list_gambar

from .teks import TANGGAL, find_plain

# Names of formats and programs, codes, and what stays as it is in every language.
BOLEH = {
    "Bahasa Indonesia",  # a language is written in itself
    "Daftar barang milik bersama",  # page types named in Indonesian by their room
    "Daftar Barang Milik Bersama",
    "Usul & aduan",
    "Usul & Aduan",
    "Search",  # on a button hidden from sight; Wagtail's header leaves no smaller place to change it
    "KSM",  # the name of a kind of group, the same in every language
    "None",  # a counter that its script fills before showing it
    # ids that the table editor's own script translates
    *[
        "row_above",
        "row_below",
        "col_left",
        "col_right",
        "remove_row",
        "remove_col",
        "undo",
        "redo",
    ],
}


JENIS = (models.CharField, models.TextField, models.FileField, models.JSONField)


def _list_kata(isi) -> list:
    """The texts of one column, which may be JSON."""
    if isinstance(isi, (list, dict)):
        dalam = isi.values() if isinstance(isi, dict) else isi
        return [kata for satu in dalam for kata in _list_kata(satu)]
    return [isi] if isi else []


def list_data() -> list[str]:
    """Every text stored in a row, the longest first."""
    nilai: set[str] = set()
    for model in apps.get_models():
        kolom = [
            f.name for f in model._meta.concrete_fields if isinstance(f, JENIS) and not f.choices
        ]
        for baris in model._base_manager.values_list(*kolom) if kolom else ():
            nilai |= {str(v).strip().split("/")[-1] for isi in baris for v in _list_kata(isi)}
    nilai |= {
        "BKM",
        "Wagtail",
        *["Bawa", "cangkul.", "karung."],
    }  # the last are parts of a comparison
    nilai |= {kata for _nama, kata in list_gambar()}  # drawings are named by their files
    nilai |= {format_tanggal(waktu.hari_ini(), bentuk) for bentuk in ("hari", "pendek")}
    nilai = {TANGGAL.sub(" ", satu).strip() for satu in nilai}
    nilai = {satu for satu in nilai if 2 < len(satu) < 300 and not satu.isdecimal()}
    return sorted(nilai, key=len, reverse=True)


class Pembaca:
    """Reads answers and gathers every text that no catalogue translated, with where it stood."""

    def __init__(self, client):
        self.client, self.asing, self.terlihat, self.data = client, {}, 0, []

    def get(self, *alamat: str) -> None:
        for satu in alamat:
            self._read(satu, self.client.get(satu, follow=True))

    def post(self, alamat: str, data: dict, *, ajax: bool = False) -> str:
        kepala = {"x-requested-with": "XMLHttpRequest"} if ajax else {}
        return self._read(alamat, self.client.post(alamat, data, follow=True, headers=kepala))

    def _read(self, alamat: str, jawaban) -> str:
        assert jawaban.status_code in (200, 400), f"{alamat}: {jawaban.status_code}"
        self.terlihat += not jawaban.redirect_chain  # what is refused leads to the first page
        json = "json" in jawaban["Content-Type"]
        isi = str(jawaban.json().get("html", "")) if json else jawaban.content.decode()
        for teks in self._find(isi):
            self.asing.setdefault(teks, alamat)
        return isi

    def _find(self, isi: str) -> set[str]:
        """The rows are read again only for a text that the rows known so far do not explain."""
        if not find_plain(isi, self.data, BOLEH):
            return set()
        self.data = list_data()
        return find_plain(isi, self.data, BOLEH)

    def assert_clean(self, terlihat: int) -> None:
        assert not self.asing, "\n".join(f"{v}: {k!r}" for k, v in sorted(self.asing.items()))
        assert self.terlihat >= terlihat, self.terlihat
