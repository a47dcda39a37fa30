"""What a card's owner types: the code printed on it, and the PIN."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..rules import PIN_ANGKA

ANGKA = {
    "inputmode": "numeric",
    "autocomplete": "off",
    "maxlength": PIN_ANGKA,
    "pattern": "[0-9]*",
}


class PinField(forms.CharField):
    """Six digits, without the spaces that people put between them."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.PasswordInput(attrs=ANGKA))
        super().__init__(max_length=40, **kwargs)

    def clean(self, value):
        return "".join((super().clean(value) or "").split())


class KodeKartuForm(forms.Form):
    kode = forms.CharField(
        label=_("Code on the card"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        help_text=_(
            "Thirteen letters and digits, beside the QR. Capitals and spaces do not matter."
        ),
    )


class PinForm(forms.Form):
    pin = PinField(label=_("Your PIN (6 digits)"))
