"""The shape of an answer on a page, by kind of question."""

from uuid import UUID, uuid4

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ..penilaian import rules
from ..penilaian.selectors import SoalTampak, UraianDinilai
from ..penilaian.tampak import IsianTampak

BUKAN_ANGKA = _("Please write only a number, for example 2.950.000 or 1,5.")


class JawabanForm(forms.Form):
    """One question; the answer as services.give_jawaban wants it stands in `isi`."""

    kunci = forms.UUIDField()
    ke = forms.CharField(required=False, max_length=10)

    def __init__(self, data=None, *, soal: SoalTampak):
        super().__init__(data)
        self.soal = soal
        if soal.isian:
            self.fields |= {satu.nama: _make_isian(satu) for satu in soal.isian}
        elif soal.jenis in rules.PANJANG:
            batas = rules.PANJANG[soal.jenis]
            self.fields["jawaban"] = forms.CharField(required=False, max_length=batas)
        elif soal.jenis != rules.TANPA_NILAI:
            pilihan = [(p.id, p.teks) for p in soal.pilihan]
            jamak = soal.jenis == "pilihan-ganda"
            jenis = forms.MultipleChoiceField if jamak else forms.ChoiceField
            self.fields["jawaban"] = jenis(choices=pilihan, required=False)

    def clean_jawaban(self):
        jawaban = self.cleaned_data["jawaban"]
        if self.soal.jenis == "angka":
            check_angka(jawaban)
        return jawaban

    def clean(self):
        bersih = super().clean()
        if self.soal.jenis == "mengurutkan" and not self.errors:
            tempat = [bersih[s.nama] for s in self.soal.isian]
            if any(tempat) and len(set(tempat) - {""}) != len(tempat):
                raise forms.ValidationError(
                    _("Give every line its place, and no place twice. What you chose is kept.")
                )
        return bersih

    @property
    def isi(self) -> dict:
        if self.soal.isian:
            return self._build_isian()
        jawaban = self.cleaned_data.get("jawaban")
        if self.soal.jenis in rules.PANJANG:
            return {"teks": jawaban}
        if self.soal.jenis == "pilihan-ganda":
            return {"pilihan": sorted(jawaban)}
        return {"pilihan": [jawaban] if jawaban else []}

    def _build_isian(self) -> dict:
        diberi = {s.id: self.cleaned_data[s.nama] for s in self.soal.isian}
        diberi = {kunci: nilai for kunci, nilai in diberi.items() if nilai}
        if self.soal.jenis == "mengurutkan":
            return {"urutan": sorted(diberi, key=lambda kunci: int(diberi[kunci]))}
        return {"pasangan" if self.soal.jenis == "menjodohkan" else "celah": diberi}

    @property
    def terisi(self) -> bool:
        """Whether anything was given."""
        return self.soal.jenis != rules.TANPA_NILAI and rules.is_terjawab(self.isi)

    @property
    def galat(self) -> str:
        """The first thing to put right, for the top of the question."""
        return next((str(pesan[0]) for pesan in self.errors.values()), "")

    def list_isian(self) -> list[tuple[IsianTampak, str, str]]:
        """Every field with what stands in it now and what is wrong with it."""
        if not self.is_bound:
            return [(s, s.nilai, "") for s in self.soal.isian]
        salah = {nama: str(pesan[0]) for nama, pesan in self.errors.items()}
        return [(s, self[s.nama].value() or "", salah.get(s.nama, "")) for s in self.soal.isian]


def _make_isian(satu: IsianTampak) -> forms.Field:
    if satu.jenis == "pilihan":
        return forms.ChoiceField(choices=[("", ""), *satu.opsi], required=False)
    batas = rules.PANJANG["angka"] if satu.jenis == "angka" else rules.PANJANG_CELAH
    periksa = [check_angka] if satu.jenis == "angka" else []
    return forms.CharField(required=False, max_length=batas, validators=periksa)


def check_angka(teks: str) -> None:
    if teks and rules.parse_angka(teks) is None:
        raise forms.ValidationError(BUKAN_ANGKA)


def make_kunci() -> UUID:
    """The name of one submission of a form."""
    return uuid4()


class UraianForm(forms.Form):
    """Points by criterion and a remark for every essay of an attempt."""

    def __init__(self, *args, uraian: list[UraianDinilai], **kwargs):
        super().__init__(*args, **kwargs)
        self.uraian = uraian
        for satu in uraian:
            for r in satu.rubrik:
                self.fields[f"poin-{satu.urut}-{r.id}"] = forms.IntegerField(
                    label=format_lazy("{} (0–{})", r.kriteria, r.poin),
                    min_value=0,
                    max_value=r.poin,
                    initial=r.diberi,
                )
            self.fields[f"catatan-{satu.urut}"] = forms.CharField(
                label=_("Remark to the learner"),
                required=False,
                max_length=2000,
                initial=satu.catatan,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def list_uraian(self) -> list[tuple[UraianDinilai, list]]:
        """Every essay with its fields."""
        return [
            (
                satu,
                [self[f"poin-{satu.urut}-{r.id}"] for r in satu.rubrik]
                + [self[f"catatan-{satu.urut}"]],
            )
            for satu in self.uraian
        ]

    def build_nilai(self, bersih: dict) -> dict:
        """As services.mark_uraian takes it."""
        return {
            satu.kunci: (
                {r.id: bersih[f"poin-{satu.urut}-{r.id}"] for r in satu.rubrik},
                bersih[f"catatan-{satu.urut}"],
            )
            for satu in self.uraian
        }
