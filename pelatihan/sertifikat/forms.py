"""Why a completion is taken back."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CabutForm(forms.Form):
    alasan = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("Only the office reads it; the public page says that it was revoked and when."),
    )
