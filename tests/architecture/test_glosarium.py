"""Every model has a word, and every word's model exists."""

from django.apps import apps

from .glosarium import DOKUMEN, read_baris
from .susunan import AKAR

LABEL = ["core", "accounts", "notifikasi", "komunitas", "home", "pelatihan", "musyawarah", "aset"]
BARIS = read_baris(DOKUMEN.read_text(encoding="utf-8"))
MODEL = {m._meta.label for label in LABEL for m in apps.get_app_config(label).get_models()}


def test_setiap_model_ada_di_glosarium():
    disebut = {nama for baris in BARIS for nama in baris.model}
    assert MODEL - disebut == set(), "add a row to docs/glosarium.md"


def test_setiap_kelas_ada_di_kode():
    assert {nama for baris in BARIS for nama in baris.model} - MODEL == set()
    hilang = {b for baris in BARIS for b in baris.berkas if not (AKAR / b).exists()}
    assert hilang == set()


def test_urut_abjad_dan_tidak_ganda():
    istilah = [baris.istilah.casefold() for baris in BARIS]
    assert istilah == sorted(set(istilah))


def test_setiap_istilah_berarti():
    assert BARIS and all(baris.istilah and baris.arti for baris in BARIS)


def test_baris_terbaca():
    (baris,) = read_baris("| a | b | c |\n|---|---|---|\n| kas | cash | `aset.Kas`, `cms/x.py` |\n")
    assert (baris.istilah, baris.model, baris.berkas) == ("kas", {"aset.Kas"}, {"cms/x.py"})
