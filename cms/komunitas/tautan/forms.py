"""What the office says about a new link."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from cms.core import waktu

from ..models import Anggota
from ..pilih import PilihAnggota
from .models import TautanPribadi

SETAHUN = timedelta(days=365)


class TautanForm(WagtailAdminModelForm):
    """For whom and how long; a year unless said otherwise."""

    class Meta:
        model = TautanPribadi
        fields = ["anggota", "sebutan", "berlaku_sampai"]
        widgets = {"anggota": PilihAnggota}
        labels = {"anggota": _("For whom"), "sebutan": _("Office of this person")}
        help_texts = {
            "anggota": _("A link that this person has already ends with the new one."),
            "sebutan": _("Stands above the page: Kepala Desa, Lurah."),
            "berlaku_sampai": _("The last day on which it opens. Empty: until you withdraw it."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["anggota"].queryset = Anggota.objects.aktif()
        self.initial["berlaku_sampai"] = waktu.hari_ini() + SETAHUN

    def clean_berlaku_sampai(self):
        hari = self.cleaned_data["berlaku_sampai"]
        if hari and hari < waktu.hari_ini():
            raise forms.ValidationError(_("This day is over already."))
        return hari


class CabutForm(WagtailAdminModelForm):
    """Only a button."""

    class Meta:
        model = TautanPribadi
        fields: list[str] = []
