"""The shape of input."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .jenis import get_pilihan


class LanggananForm(forms.Form):
    surel = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        help_text=_("We send news only. You can stop at any time with one tap."),
    )
    # A field people do not see; machines fill it in.
    situs = forms.CharField(required=False, widget=forms.HiddenInput)


class PilihanForm(forms.Form):
    """Which kinds of messages an account wants by e-mail."""

    mau = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, label=_("Send me by e-mail")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mau"].choices = [(j.kode, j.judul) for j in get_pilihan()]
