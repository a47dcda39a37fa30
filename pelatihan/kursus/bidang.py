"""The fields of the office's form of a question, of all kinds together."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .bentuk import EJAAN_MAKS, PENUH

PILIHAN_MAKS = 6
BARIS_MAKS = 8
CELAH_MAKS = 6
BOBOT = [(10000, "100%"), (7500, "75%"), (5000, "50%"), (2500, "25%"), (0, "0%")]
JENIS_CELAH = [
    ("isian", _("to write")),
    ("pilihan", _("to choose")),
    ("angka", _("a number")),
]
NOMOR = range(1, BARIS_MAKS + 1)


def _teks(label, maks: int = 500, **lain) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=maks, **lain)


def _luas(label, baris: int = 3, maks: int = 10_000, **lain) -> forms.CharField:
    return _teks(label, maks, widget=forms.Textarea(attrs={"rows": baris}), **lain)


def _nomor(label, n: int):
    return format_lazy("{} {}", label, n)


def make_bidang() -> dict[str, forms.Field]:
    """All fields of all kinds; none is required, because rules.find_faults knows what is missing."""
    bidang: dict[str, forms.Field] = {}
    for n in range(1, PILIHAN_MAKS + 1):
        bidang[f"pilihan_{n}"] = _teks(_nomor(_("Answer"), n))
        bidang[f"benar_{n}"] = forms.BooleanField(label=_("right"), required=False)
        bidang[f"umpan_{n}"] = _teks(_("Feedback"), 2000)
    for n in NOMOR:
        bidang[f"isian_{n}"] = _teks(_nomor(_("Accepted answer"), n), 200)
        bidang[f"isian_bobot_{n}"] = forms.TypedChoiceField(
            label=_("is worth"),
            choices=BOBOT,
            coerce=int,
            required=False,
            empty_value=PENUH,  # type: ignore[arg-type]
        )
        bidang[f"isian_umpan_{n}"] = _teks(_("Feedback"), 2000)
        bidang[f"kiri_{n}"] = _teks(_nomor(_("Line"), n))
        bidang[f"kanan_{n}"] = _teks(_("belongs to"))
        bidang[f"kriteria_{n}"] = _teks(_nomor(_("What is looked for"), n))
        bidang[f"poin_{n}"] = forms.IntegerField(
            label=_("points at most"), required=False, min_value=1, max_value=100
        )
    for n in range(1, CELAH_MAKS + 1):
        bidang |= _make_celah(n)
    return bidang | _make_lain()


def _make_celah(n: int) -> dict[str, forms.Field]:
    return {
        f"celah_jenis_{n}": forms.ChoiceField(
            label=_nomor(_("Gap"), n), choices=JENIS_CELAH, required=False
        ),
        f"celah_benar_{n}": _luas(_("right, one on each line"), 2, 2000),
        f"celah_salah_{n}": _luas(_("wrong ones to choose from"), 2, 2000),
        f"celah_bobot_{n}": forms.IntegerField(
            label=_("weight"), required=False, min_value=1, max_value=999
        ),
    }


def _make_lain() -> dict[str, forms.Field]:
    return {
        "nilai": _teks(_("Right number"), 40),
        "toleransi": _teks(
            _("Tolerance"),
            40,
            help_text=_("How far off still counts as right; empty means exactly."),
        ),
        "umpan_tepat": _teks(_("Feedback to the right number"), 2000),
        "umpan_lain": _teks(_("Feedback to any other answer"), 2000),
        "toleransi_ejaan": forms.TypedChoiceField(
            label=_("Slips of spelling that are forgiven"),
            choices=[(n, str(n)) for n in range(EJAAN_MAKS + 1)],
            coerce=int,
            required=False,
            empty_value=0,  # type: ignore[arg-type]
            help_text=_("In answers of five letters or more; never in a digit."),
        ),
        "peka_huruf": forms.BooleanField(label=_("Capital letters count"), required=False),
        "pengecoh": _luas(
            _("Further answers that belong to no line"), help_text=_("One on each line.")
        ),
        "urutan": _luas(_("The lines in the right order"), 6, help_text=_("One on each line.")),
        "teks_rumpang": _luas(
            _("The text with its gaps"),
            5,
            help_text=_("Write [[1]] where the first gap stands, [[2]] for the second, and so on."),
        ),
        "contoh_jawaban": _luas(_("An example of a good answer"), 4, 20_000),
    }
