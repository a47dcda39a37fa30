"""The shape of an answer on a page, by kind of question."""

from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from ..penilaian.rules import parse_angka
from ..penilaian.selectors import SoalTampak

PANJANG_MAKS = 40


class JawabanForm(forms.Form):
    """One question; `jawaban` as services.give_jawaban wants it stands in `isi`."""

    kunci = forms.UUIDField()
    ke = forms.CharField(required=False, max_length=10)

    def __init__(self, data=None, *, soal: SoalTampak):
        super().__init__(data)
        self.soal = soal
        if soal.jenis == "angka":
            self.fields["jawaban"] = forms.CharField(required=False, max_length=PANJANG_MAKS)
        else:
            pilihan = [(p.id, p.teks) for p in soal.pilihan]
            jamak = soal.jenis == "pilihan-ganda"
            jenis = forms.MultipleChoiceField if jamak else forms.ChoiceField
            self.fields["jawaban"] = jenis(choices=pilihan, required=False)

    def clean_jawaban(self):
        jawaban = self.cleaned_data["jawaban"]
        if self.soal.jenis == "angka" and jawaban and parse_angka(jawaban) is None:
            raise forms.ValidationError(
                _("Please write only a number, for example 2.950.000 or 1,5.")
            )
        return jawaban

    @property
    def isi(self) -> dict:
        jawaban = self.cleaned_data["jawaban"]
        if self.soal.jenis == "angka":
            return {"teks": jawaban}
        if self.soal.jenis == "pilihan-ganda":
            return {"pilihan": sorted(jawaban)}
        return {"pilihan": [jawaban] if jawaban else []}

    @property
    def kosong(self) -> bool:
        """Nothing was given, and nothing was given before: the question is only passed by."""
        return not self.cleaned_data["jawaban"] and not self.soal.disimpan_pada


def make_kunci() -> UUID:
    """The name of one submission of a form."""
    return uuid4()
