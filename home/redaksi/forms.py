"""The shape of a reviewer's answer."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CatatanForm(forms.Form):
    """Sending back needs a note, so that the editor knows what to do."""

    catatan = forms.CharField(
        label=_("What should be changed?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write what should be changed; then send it back.")},
    )
