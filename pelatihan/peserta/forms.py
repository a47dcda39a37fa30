"""Enrolling somebody, and naming who facilitates a course."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from cms.accounts import peran
from cms.accounts.selectors import get_users_with_peran
from cms.komunitas.models import Anggota
from cms.komunitas.pilih import PilihAnggota

from ..kursus.pages import KursusPage
from . import permissions
from .models import Pengampu, Peserta


class _KursusForm(WagtailAdminModelForm):
    kursus = forms.ModelChoiceField(KursusPage.objects.none(), label=_("Course"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kursus"].queryset = KursusPage.objects.live().order_by("path")
        self.fields["anggota"].queryset = Anggota.objects.aktif()


class PesertaForm(_KursusForm):
    class Meta:
        model = Peserta
        fields = ["anggota"]
        widgets = {"anggota": PilihAnggota}

    def clean_kursus(self):
        kursus = self.cleaned_data["kursus"]
        if not permissions.can_add_peserta_in(self.for_user, kursus.kunci):
            raise forms.ValidationError(_("You do not facilitate this course."))
        return kursus


class PengampuForm(_KursusForm):
    class Meta:
        model = Pengampu
        fields = ["anggota", "dari"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        fasilitator = get_users_with_peran(peran.FASILITATOR)
        self.fields["anggota"].queryset = Anggota.objects.filter(akun__in=fasilitator)


class AkhirPengampuForm(WagtailAdminModelForm):
    class Meta:
        model = Pengampu
        fields = ["sampai"]
