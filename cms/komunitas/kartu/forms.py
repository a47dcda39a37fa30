"""What a facilitator writes beside a card."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.accounts.forms import PinField


class AturPinForm(forms.Form):
    """The owner types; the helper looks away."""

    pin = PinField(
        label=_("New PIN (6 digits)"),
        help_text=_("The owner chooses and types it. Not a birthday, not 123456."),
    )


class AlasanKartuForm(forms.Form):
    kartu = forms.UUIDField(widget=forms.HiddenInput)
    alasan = forms.CharField(label=_("Reason"), max_length=200)
