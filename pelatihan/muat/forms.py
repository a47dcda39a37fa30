"""Sending a file of questions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .impor import BANK


class ImporForm(forms.Form):
    berkas = forms.FileField(
        label=_("File of questions"),
        help_text=_("Our sheet (XLSX), a CSV, or a GIFT text in UTF-8. At most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.gift,.txt"}),
    )
    bank = forms.RegexField(
        rf"^{BANK}\Z",
        label=_("Bank of questions"),
        required=False,
        help_text=_("A code to keep these questions together, such as kas-2026. May stay empty."),
        error_messages={"invalid": _("Small letters, digits and dashes only, such as kas-2026.")},
    )
