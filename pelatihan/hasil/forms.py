"""What the gradebook is filtered by."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..peserta.models import Angkatan, Peserta


class SaringForm(forms.Form):
    keadaan = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("All")), *Peserta.Status.choices]
    )
    kelas = forms.ModelChoiceField(
        Angkatan.objects.none(),
        label=_("Class"),
        required=False,
        to_field_name="uuid",
        empty_label=_("All"),
    )
    perhatian = forms.BooleanField(label=_("Only who needs a word"), required=False)

    def __init__(self, *args, kelas, **kwargs):
        super().__init__(*args, **kwargs)
        if kelas is None:
            del self.fields["kelas"]
        else:
            self.fields["kelas"].queryset = kelas

    def apply(self, peserta, list_alasan):
        """The learners that fit; what is not understood filters nothing."""
        isi = self.cleaned_data if self.is_valid() else {}
        if isi.get("keadaan"):
            peserta = peserta.filter(status=isi["keadaan"])
        if isi.get("kelas"):
            peserta = peserta.filter(angkatan=isi["kelas"])
        if isi.get("perhatian"):
            aktif = peserta.filter(status=Peserta.Status.AKTIF)
            peserta = aktif.filter(pk__in=list(list_alasan(aktif)))
        return peserta
