"""What the public form and the office's forms take in."""

import uuid

from django import forms
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _

from cms.core import waktu

from .models import Aspirasi
from .selectors import get_calon_petugas

PALING_CEPAT = 3  # seconds; nobody reads and writes faster
PALING_LAMA = 12 * 3600
_CAP = Signer(salt="aspirasi.cap")


def make_cap() -> str:
    """The instant a form was handed out, signed: a time trap without cookie or session."""
    return _CAP.sign(str(int(waktu.sekarang().timestamp())))


def get_umur_cap(cap: str) -> int | None:
    """Seconds since the form was handed out; None when the stamp is not ours."""
    try:
        return int(waktu.sekarang().timestamp()) - int(_CAP.unsign(cap))
    except (BadSignature, ValueError):
        return None


class IsianForm(forms.ModelForm):
    """What every way of sending shares."""

    telepon = forms.RegexField(
        r"^[0-9+()\s.-]{6,20}$",
        label=_("Phone or WhatsApp number"),
        required=False,
        error_messages={
            "invalid": _("Please write the number with digits only, like 081234567890.")
        },
    )

    class Meta:
        model = Aspirasi
        fields = ["jenis", "isi", "nama", "telepon", "surel", "alamat"]
        labels = {
            "jenis": _("What is it?"),
            "isi": _("What do you want to say?"),
            "nama": _("Your name"),
            "surel": _("E-mail"),
            "alamat": _("Where do you live?"),
        }
        widgets = {"jenis": forms.RadioSelect, "isi": forms.Textarea(attrs={"rows": 7})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jenis"].choices = Aspirasi.Jenis.choices
        for nama, isian in _AUTOCOMPLETE.items():
            self.fields[nama].widget.attrs["autocomplete"] = isian
        self.fields["telepon"].widget.attrs["inputmode"] = "tel"


_AUTOCOMPLETE = {"nama": "name", "telepon": "tel", "surel": "email", "alamat": "address-line1"}


class UsulForm(IsianForm):
    """The public form: its own random key, a signed stamp, and a field that people do not see."""

    kunci = forms.UUIDField(widget=forms.HiddenInput)
    cap = forms.CharField(widget=forms.HiddenInput, max_length=120)
    situs = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    field_order = ["jenis", "isi", "nama", "telepon", "surel", "alamat"]

    @classmethod
    def make_kosong(cls, jenis: str = "") -> "UsulForm":
        """A form to hand out."""
        awal = {"kunci": uuid.uuid4(), "cap": make_cap()}
        return cls(initial={**awal, "jenis": jenis} if jenis in Aspirasi.Jenis else awal)

    def clean(self):
        bersih = super().clean()
        if salah := self._find_curiga(bersih):
            self.add_error(None, salah)
        return bersih

    def _find_curiga(self, bersih) -> str:
        if bersih.get("situs"):
            return _(
                "A field that must stay empty was filled in. We emptied it; please send again."
            )
        umur = get_umur_cap(bersih.get("cap", ""))
        if umur is None or umur > PALING_LAMA:
            return _(
                "This page has been open for long. Your text is still here; please send again."
            )
        if umur < PALING_CEPAT:
            return _("That was very quick. Please read your text once more, then send again.")
        return ""

    def renew(self) -> "UsulForm":
        """Let the next try of the same text pass: a fresh stamp, an empty trap, the key kept."""
        self.data = self.data.copy()
        self.data["cap"] = make_cap()
        self.data["situs"] = ""
        if "kunci" in self.errors:
            self.data["kunci"] = str(uuid.uuid4())
        return self

    @property
    def isian(self) -> dict:
        return {nama: self.cleaned_data[nama] for nama in self._meta.fields}


class KodeForm(forms.Form):
    """A follow-up code, as read from a slip."""

    kode = forms.CharField(
        label=_("Follow-up code"),
        max_length=40,
        help_text=_("13 letters and digits from the slip, like 7k2m-9pqr-abcde."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class CatatForm(IsianForm):
    """The office writes down what was said or came by letter."""

    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta(IsianForm.Meta):
        fields = ["saluran", *IsianForm.Meta.fields]
        labels = {
            **IsianForm.Meta.labels,
            "saluran": _("How did it arrive?"),
            "isi": _("What was said, in the person's own words"),
            "nama": _("Name (only if they want)"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["saluran"].choices = [
            (s.value, s.label) for s in (Aspirasi.Saluran.LISAN, Aspirasi.Saluran.SURAT)
        ]
        self.initial.setdefault("saluran", Aspirasi.Saluran.LISAN)


class PenangananForm(forms.ModelForm):
    """Answer, note, pass on: whatever is filled in is done."""

    jawaban = forms.CharField(
        label=_("Answer to the person"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Shown on the follow-up page, and sent if an e-mail address was left."),
    )
    catatan = forms.CharField(
        label=_("Internal note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only the office sees it."),
    )
    petugas = forms.ModelChoiceField(
        queryset=Aspirasi.objects.none(),
        label=_("Passed on to"),
        required=False,
        help_text=_("This person then sees this one and may answer it."),
    )

    class Meta:
        model = Aspirasi
        fields = ["petugas"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["petugas"].queryset = get_calon_petugas()
        self.order_fields(["jawaban", "catatan", "petugas"])
