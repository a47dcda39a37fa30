"""Questions and quizzes in the office: fields people can fill in, no raw JSON."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.images.widgets import AdminImageChooser

from cms.core.media.models import Gambar

from . import rules
from .bidang import make_bidang
from .blocks import list_gambar
from .isian import build_isi, show_isi, split_baris
from .models import KriteriaTugas, Kuis, Soal, Tugas, Umpan
from .selectors import TopikBank, find_gambar, list_topik

KELUHAN = {
    "tanpa-soal": _("The question itself is missing."),
    "pilihan-kurang": _("Give at least two answers to choose from."),
    "pilihan-kosong": _("An answer has no text."),
    "pilihan-kembar": _("Two answers have the same key."),
    "tanpa-jawaban-benar": _("Mark which answer is right; of a single choice exactly one."),
    "angka-salah": _("The number or its tolerance cannot be read."),
    "bentuk-salah": _("This question is not complete."),
    "isian-kosong": _("An accepted answer has no text."),
    "isian-menerima-semua": _("A star alone would take any answer as right."),
    "ejaan-salah": _("The tolerance for spelling is 0, 1 or 2."),
    "pasangan-kurang": _("Give at least two lines with what belongs to them."),
    "pasangan-kosong": _("A line has no partner, or a partner no line."),
    "pasangan-kembar": _("Two lines are the same."),
    "pasangan-sama": _("All lines have the same partner; add further answers that belong to none."),
    "pengecoh-salah": _("A further answer is also the right one of a line."),
    "urutan-kurang": _("Give at least two lines to put in order."),
    "urutan-kosong": _("A line is empty."),
    "urutan-kembar": _("Two lines are the same."),
    "celah-kurang": _("Give at least one gap with its right answer."),
    "celah-tak-sama": _(
        "The gaps in the text, [[1]] and so on, are not those that have an answer."
    ),
    "celah-bobot": _("The weight of a gap is a whole number from 1 to 999."),
    "rubrik-kurang": _("Give at least one line of what is looked for."),
    "rubrik-kosong": _("A line of the rubric has no words."),
    "rubrik-poin": _("Every line of the rubric has 1 to 100 points."),
    "rubrik-kembar": _("Two lines of the rubric are the same."),
    "gambar-salah": _("Choose either a picture or a drawing of the course."),
    "gambar-tanpa-alt": _("Say what the picture shows, for who cannot see it."),
}

SoalBidang = type("SoalBidang", (forms.Form,), dict(make_bidang()))


class SoalForm(WagtailAdminModelForm, SoalBidang):  # type: ignore[valid-type,misc]
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
    petunjuk = forms.CharField(
        label=_("Hints"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One on each line; the learner opens them on request."),
    )
    gambar = forms.ModelChoiceField(
        Gambar.objects.all(),
        label=_("picture"),
        required=False,
        to_field_name="pk",
        widget=AdminImageChooser,
    )
    gambar_bawaan = forms.ChoiceField(label=_("drawing of the course"), required=False)
    gambar_alt = forms.CharField(label=_("what the picture shows"), required=False, max_length=300)

    class Meta:
        model = Soal
        fields = ["judul", "jenis", "topik", "kesukaran", "status"]

    class Media:
        js = ["guyub/jenis-soal.js"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        isi = self.instance.isi or {}
        gambar = isi.get("gambar") or {}
        self.fields["gambar_bawaan"].choices = [("", "—"), *list_gambar()]
        awal = {n: isi.get(n, "") for n in ("bacaan", "soal", "umpan_balik")} | show_isi(isi)
        awal |= {"petunjuk": "\n".join(isi.get("petunjuk", ()))}
        awal |= {"gambar_bawaan": gambar.get("bawaan", ""), "gambar_alt": gambar.get("alt", "")}
        awal |= {"gambar": find_gambar(gambar.get("kunci"))}
        for nama, nilai in awal.items():
            self.fields[nama].initial = nilai

    def clean(self):
        bersih = super().clean()
        if bersih.get("jenis") and not self.errors:
            isi = self._build_isi(bersih)
            for kode in dict.fromkeys(rules.find_faults(bersih["jenis"], isi)):
                self.add_error(None, KELUHAN.get(kode, KELUHAN["bentuk-salah"]))
            self.instance.isi = isi
        return bersih

    def _build_isi(self, bersih: dict) -> dict:
        umum = {n: bersih[n].strip() for n in ("bacaan", "soal", "umpan_balik")}
        umum |= {"petunjuk": split_baris(bersih["petunjuk"]), "gambar": _build_gambar(bersih)}
        lama = self.instance.isi or {}
        return {"versi": rules.VERSI, **umum, **build_isi(bersih["jenis"], bersih, lama)}


def _build_gambar(bersih: dict) -> dict | None:
    pustaka, bawaan = bersih["gambar"], bersih["gambar_bawaan"]
    if not (pustaka or bawaan):
        return None
    dari = {"kunci": str(pustaka.uuid)} if pustaka else {}
    dari |= {"bawaan": bawaan} if bawaan else {}
    return {**dari, "alt": bersih["gambar_alt"].strip()}


class PilihTopik(forms.Select):
    """A topic of the bank with how many questions it holds; one that has none left stays choosable."""

    def optgroups(self, name, value, attrs=None):
        ada = list_topik()
        pilihan = [("", _("Choose a topic")), *((t.topik, say_topik(t)) for t in ada)]
        lama = set(filter(None, value)) - {t.topik for t in ada}
        kosong = _("%(topik)s: no published question")
        self.choices = [*pilihan, *((t, kosong % {"topik": t}) for t in sorted(lama))]
        return super().optgroups(name, value, attrs)


def say_topik(satu: TopikBank) -> str:
    mudah, sedang, sukar = satu.kesukaran
    angka = {"topik": satu.topik, "n": satu.banyak, "a": mudah, "b": sedang, "c": sukar}
    return _("%(topik)s: %(n)s questions (easy %(a)s, medium %(b)s, hard %(c)s)") % angka


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


class TugasForm(WagtailAdminModelForm):
    """An assignment with the lines of its rubric."""

    class Meta:
        model = Tugas
        fields = [
            "judul",
            "petunjuk",
            "lulus_poin",
            "terima_teks",
            "terima_foto",
            "terima_pdf",
            "berkas_maks",
            "perbaikan_hari",
        ]

    def clean(self):
        bersih = super().clean()
        if not any(bersih.get(f"terima_{nama}") for nama in ("teks", "foto", "pdf")):
            self.add_error("terima_teks", _("Choose at least one thing that is handed in."))
        return bersih

    @property
    def kriteria(self) -> list[KriteriaTugas]:
        """Lines of the rubric in the order of the screen."""
        isi = [f for f in self.formsets["kriteria"].forms if f.cleaned_data]
        ada = [f for f in isi if not f.cleaned_data.get("DELETE")]
        ada.sort(key=lambda f: f.cleaned_data.get("ORDER") or len(ada))
        return [f.instance for f in ada]
