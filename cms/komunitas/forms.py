"""The shape of input about people, groups, offices and places."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from cms.accounts.forms import TeleponField
from cms.accounts.rules import is_tanggal_wajar
from cms.core import waktu

from .models import Anggota, Jabatan, Keanggotaan, Ksm, Wilayah
from .pilih import PilihAnggota


def refuse_aneh(hari) -> None:
    if not is_tanggal_wajar(hari):
        raise forms.ValidationError(_("Please look at the year again."))


class TanggalField(forms.DateField):
    """A day of a year in which the BKM may have written it down."""

    default_validators = [refuse_aneh]


def make_hari() -> forms.DateField:
    """A day that is not in the future; today unless said otherwise."""
    return TanggalField(
        label=_("On which day"),
        initial=waktu.hari_ini,
        widget=AdminDateInput,
        validators=[refuse_nanti],
    )


def refuse_nanti(hari) -> None:
    if hari > waktu.hari_ini():
        raise forms.ValidationError(_("This day is still to come."))


class WilayahForm(WagtailAdminModelForm):
    class Meta:
        model = Wilayah
        fields = ["jenis", "nama", "induk"]
        help_texts = {"induk": _("An RT is part of an RW, an RW of the village.")}


class AnggotaForm(WagtailAdminModelForm):
    telepon = TeleponField(label=_("Phone number"), required=False)

    class Meta:
        model = Anggota
        fields = ["nama", "jenis_kelamin", "wilayah", "telepon", "surel"]
        help_texts = {
            "nama": _("As on the identity card. The number of the card is not asked here."),
            "surel": _("Only if the person wants letters; an account's own e-mail goes first."),
        }


class AkhiriForm(forms.Form):
    """When and why a record ended."""

    tanggal = make_hari()
    alasan = forms.CharField(label=_("Reason"), max_length=200)


class HariForm(forms.Form):
    tanggal = make_hari()


class KosongForm(forms.Form):
    """Only a button."""


class GabungForm(forms.Form):
    ke = forms.ModelChoiceField(
        Anggota.objects.aktif(),
        label=_("The entry that stays"),
        widget=PilihAnggota,
    )
    yakin = forms.BooleanField(label=_("I know that both are one and the same person."))


class KsmForm(WagtailAdminModelForm):
    class Meta:
        model = Ksm
        fields = ["nama", "wilayah", "berdiri_pada"]
        field_classes = {"berdiri_pada": TanggalField}


class MasukKsmForm(forms.Form):
    anggota = forms.ModelChoiceField(
        Anggota.objects.aktif(), label=_("Person"), widget=PilihAnggota
    )
    tugas = forms.ChoiceField(
        label=_("Office"),
        choices=Keanggotaan.Tugas.choices,
        initial=Keanggotaan.Tugas.ANGGOTA,
    )
    dari = make_hari()


class TugasForm(forms.Form):
    tugas = forms.ChoiceField(label=_("Office"), choices=Keanggotaan.Tugas.choices)


class JabatanForm(WagtailAdminModelForm):
    class Meta:
        model = Jabatan
        fields = ["anggota", "unit", "jabatan", "urutan", "dari", "sampai"]
        field_classes = {"dari": TanggalField, "sampai": TanggalField}
        widgets = {"anggota": PilihAnggota}
        help_texts = {
            "jabatan": _("As people say it: coordinator, treasurer, member."),
            "urutan": _("Who stands first on the public page: the smaller number."),
            "sampai": _("The end of the term of office; empty if it is open."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["anggota"].queryset = Anggota.objects.aktif()
        if self.instance.pk:
            self.fields["anggota"].disabled = True

    def clean(self):
        bersih = super().clean()
        dari, sampai = bersih.get("dari"), bersih.get("sampai")
        if dari and sampai and sampai < dari:
            self.add_error("sampai", _("The end lies before the beginning."))
        return bersih
