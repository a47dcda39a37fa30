"""Settling an entry: take it or leave it, and why."""

from django import forms
from django.utils.translation import gettext_lazy as _


class TinjauForm(forms.Form):
    dipakai = forms.TypedChoiceField(
        label=_("What happens with it"),
        choices=[("ya", _("Take it as recorded")), ("tidak", _("Leave it aside"))],
        coerce=lambda nilai: nilai == "ya",
        widget=forms.RadioSelect,
    )
    catatan = forms.CharField(label=_("Note"), max_length=300, help_text=_("Why, in a few words."))

    def __init__(self, *args, boleh_dipakai: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not boleh_dipakai:
            self.fields["dipakai"].choices = [("tidak", _("Leave it aside"))]
