"""Questions and quizzes in the office: fields people can fill in, no raw JSON."""

from decimal import Decimal

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from . import rules
from .models import Jenis, Kuis, Soal, Umpan

PILIHAN_MAKS = 6
KELUHAN = {
    "tanpa-soal": _("The question itself is missing."),
    "pilihan-kurang": _("Give at least two answers to choose from."),
    "pilihan-kosong": _("An answer has no text."),
    "pilihan-kembar": _("Two answers have the same key."),
    "tanpa-jawaban-benar": _("Mark which answer is right; of a single choice exactly one."),
    "angka-salah": _("The number or its tolerance cannot be read."),
    "bentuk-salah": _("This question is not complete."),
}
BENAR_SALAH = (("b", "Benar"), ("s", "Salah"))


def to_angka(teks: str) -> str:
    """A number as typed here, "2.950.000" or "58,2", as the content stores it."""
    return teks.strip().replace(".", "").replace(",", ".")


def from_angka(nilai: str) -> str:
    return f"{Decimal(nilai):f}".replace(".", ",") if nilai else ""


def _make_pilihan() -> dict:
    bidang: dict = {}
    for nomor in range(1, PILIHAN_MAKS + 1):
        label = format_lazy("{} {}", _("Answer"), nomor)
        bidang[f"pilihan_{nomor}"] = forms.CharField(label=label, required=False)
        bidang[f"benar_{nomor}"] = forms.BooleanField(label=_("right"), required=False)
        bidang[f"umpan_{nomor}"] = forms.CharField(label=_("Feedback"), required=False)
    return bidang


PilihanForm = type("PilihanForm", (forms.Form,), _make_pilihan())


class SoalForm(WagtailAdminModelForm, PilihanForm):  # type: ignore[valid-type,misc]
    """One question of any kind; what does not belong to its kind is left out."""

    bacaan = forms.CharField(
        label=_("To be read first"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("A case or a table, in Markdown. Stands above the question."),
    )
    soal = forms.CharField(label=_("Question"), widget=forms.Textarea(attrs={"rows": 2}))
    umpan_balik = forms.CharField(
        label=_("Feedback to everybody"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    nilai = forms.CharField(
        label=_("Right number"),
        required=False,
        max_length=40,
        help_text=_("Number questions only."),
    )
    toleransi = forms.CharField(
        label=_("Tolerance"),
        required=False,
        max_length=40,
        help_text=_("How far off still counts as right; empty means exactly."),
    )
    umpan_tepat = forms.CharField(label=_("Feedback to the right number"), required=False)
    umpan_lain = forms.CharField(label=_("Feedback to any other number"), required=False)

    class Meta:
        model = Soal
        fields = ["judul", "jenis", "topik", "kesukaran", "status"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        isi = self.instance.isi or {}
        for nama in ("bacaan", "soal", "umpan_balik", "umpan_lain"):
            self.fields[nama].initial = isi.get(nama, "")
        self._show_pilihan(isi.get("pilihan", []))
        tepat = self._find_tepat(isi)
        self.fields["nilai"].initial = from_angka(tepat.get("nilai", ""))
        self.fields["toleransi"].initial = from_angka(tepat.get("toleransi", ""))
        self.fields["umpan_tepat"].initial = tepat.get("umpan_balik", "")

    @staticmethod
    def _find_tepat(isi: dict) -> dict:
        return next((a for a in isi.get("angka", []) if a["bobot"] == rules.PENUH), {})

    def _show_pilihan(self, pilihan: list[dict]) -> None:
        for nomor, satu in enumerate(pilihan[:PILIHAN_MAKS], start=1):
            self.fields[f"pilihan_{nomor}"].initial = satu["teks"]
            self.fields[f"benar_{nomor}"].initial = satu["bobot"] > 0
            self.fields[f"umpan_{nomor}"].initial = satu["umpan_balik"]

    def clean(self):
        bersih = super().clean()
        if bersih.get("jenis") and not self.errors:
            isi = self._build_isi(bersih)
            for kode in rules.find_faults(bersih["jenis"], isi):
                self.add_error(None, KELUHAN.get(kode, KELUHAN["bentuk-salah"]))
            self.instance.isi = isi
        return bersih

    def _build_isi(self, bersih: dict) -> dict:
        umum = {n: bersih[n].strip() for n in ("bacaan", "soal", "umpan_balik")}
        if bersih["jenis"] == Jenis.ANGKA:
            return {"versi": rules.VERSI, **umum, **self._build_angka(bersih)}
        return {"versi": rules.VERSI, **umum, "pilihan": self._build_pilihan(bersih)}

    def _build_angka(self, bersih: dict) -> dict:
        """The full mark from the fields; answers with part of the mark that were loaded are kept."""
        tepat = {
            "nilai": to_angka(bersih["nilai"]),
            "toleransi": to_angka(bersih["toleransi"]) or "0",
            "bobot": rules.PENUH,
            "umpan_balik": bersih["umpan_tepat"],
        }
        lama = (self.instance.isi or {}).get("angka", [])
        sebagian = [a for a in lama if a["bobot"] != rules.PENUH]
        return {"angka": [tepat, *sebagian], "umpan_lain": bersih["umpan_lain"]}

    def _build_pilihan(self, bersih: dict) -> list[dict]:
        nomor = [n for n in range(1, PILIHAN_MAKS + 1) if bersih[f"pilihan_{n}"].strip()]
        if bersih["jenis"] == Jenis.BENAR_SALAH:
            nomor = [1, 2]
        benar = [bersih[f"benar_{n}"] for n in nomor]
        if bersih["jenis"] == Jenis.GANDA:
            bobot = rules.weigh_pilihan(benar)
        else:
            bobot = [rules.PENUH * satu for satu in benar]
        tetap = BENAR_SALAH if bersih["jenis"] == Jenis.BENAR_SALAH else None
        return [
            {
                "id": tetap[i][0] if tetap else f"p{n}",
                "teks": tetap[i][1] if tetap else bersih[f"pilihan_{n}"].strip(),
                "bobot": bobot[i],
                "umpan_balik": bersih[f"umpan_{n}"].strip(),
            }
            for i, n in enumerate(nomor)
        ]


class KuisForm(WagtailAdminModelForm):
    """The passing mark as people say it, in percent."""

    lulus_persen = forms.IntegerField(
        label=_("Passing mark in percent"), min_value=1, max_value=100, initial=70
    )

    class Meta:
        model = Kuis
        fields = [
            "judul",
            "pengantar",
            "acak_pilihan",
            "acak_soal",
            "batas_menit",
            "toleransi_detik",
            "percobaan_maks",
            "cara_nilai",
            "umpan",
            "umpan_tanggal",
            "status",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["lulus_persen"].initial = self.instance.lulus_bp // 100

    def clean_lulus_persen(self):
        persen = self.cleaned_data["lulus_persen"]
        self.instance.lulus_bp = persen * 100
        return persen

    def clean(self):
        bersih = super().clean()
        if bersih.get("umpan") == Umpan.TANGGAL and not bersih.get("umpan_tanggal"):
            self.add_error("umpan_tanggal", _("Say from which date on the feedback shows."))
        return bersih

    @property
    def undian(self) -> list[tuple]:
        """(topic, difficulty, how many) of every draw, as given."""
        isi = [f.cleaned_data for f in self.formsets["undian"].forms if f.cleaned_data]
        ada = [satu for satu in isi if not satu.get("DELETE")]
        return [(satu["topik"], satu["kesukaran"], satu["banyak"]) for satu in ada]

    @property
    def butir(self) -> list:
        """(question, weight) pairs in the order of the screen."""
        isi = [f for f in self.formsets["butir"].forms if f.cleaned_data]
        ada = [f for f in isi if not f.cleaned_data.get("DELETE")]
        ada.sort(key=lambda f: f.cleaned_data.get("ORDER") or len(ada))
        return [(f.cleaned_data["soal"], f.cleaned_data["bobot"]) for f in ada]
