"""Why a completion is taken back, and for whom many are issued."""

from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from ..kursus.pages import KursusPage
from ..peserta.models import Angkatan


class CabutForm(forms.Form):
    alasan = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("Only the office reads it; the public page says that it was revoked and when."),
    )


class TerbitForm(forms.Form):
    """A course, or one class of it."""

    kursus = forms.ModelChoiceField(
        KursusPage.objects.none(), label=_("Course"), to_field_name="kunci"
    )
    angkatan = forms.ModelChoiceField(
        Angkatan.objects.none(),
        to_field_name="uuid",
        label=_("Class"),
        required=False,
        help_text=_("Leave empty for everybody in the course."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kursus"].queryset = KursusPage.objects.order_by("path")
        self.fields["angkatan"].queryset = Angkatan.objects.order_by("-dari", "nama")

    def clean(self):
        isi = super().clean()
        kursus, angkatan = isi.get("kursus"), isi.get("angkatan")
        if kursus and angkatan and angkatan.kursus_kunci != kursus.kunci:
            self.add_error("angkatan", _("This class belongs to another course."))
        return isi

    def filter_peserta(self, peserta):
        """Those of `peserta` whom the choice means."""
        pilihan = peserta.filter(kursus_kunci=self.cleaned_data["kursus"].kunci)
        angkatan = self.cleaned_data["angkatan"]
        return pilihan.filter(angkatan=angkatan) if angkatan else pilihan

    def to_kueri(self) -> str:
        """The choice as a query string."""
        kursus, angkatan = self.cleaned_data["kursus"], self.cleaned_data["angkatan"]
        return urlencode(
            {"kursus": kursus.kunci} | ({"angkatan": angkatan.uuid} if angkatan else {})
        )
