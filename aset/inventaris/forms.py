"""The shape of input about things."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from cms.core import waktu
from cms.core.unggahan import UnggahanDitolak, read_unggahan
from cms.komunitas.models import Anggota

from .models import Barang
from .services import ISIAN


class BarangForm(WagtailAdminModelForm):
    """A thing in the office; the photo is stored as a private file."""

    foto_baru = forms.FileField(
        label=_("Photo of the thing"),
        required=False,
        help_text=_("JPEG, PNG or WebP. Only those who work with the inventory see it."),
    )

    class Meta:
        model = Barang
        fields = [*ISIAN]

    def clean_foto_baru(self):
        """Refuse early what cannot be kept, so that nothing else typed is lost."""
        berkas = self.cleaned_data["foto_baru"]
        if berkas:
            try:
                read_unggahan(berkas, pdf=False)
            except UnggahanDitolak as kesalahan:
                raise forms.ValidationError(str(kesalahan)) from None
        return berkas


class PenerimaField(forms.ModelChoiceField):
    def label_from_instance(self, anggota: Anggota) -> str:
        """With the neighbourhood: two people may have one name."""
        return f"{anggota.nama}, {anggota.wilayah.nama}" if anggota.wilayah else anggota.nama


class SerahkanForm(forms.Form):
    """To whom, and in which condition."""

    kepada = PenerimaField(
        Anggota.objects.none(),
        to_field_name="uuid",
        label=_("To whom?"),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    kondisi = forms.ChoiceField(label=_("Condition now"), choices=Barang.Kondisi.choices)
    catatan = forms.CharField(
        label=_("Note"),
        max_length=300,
        required=False,
        help_text=_("For example: with charger and bag."),
    )

    def __init__(self, *args, penerima, **kwargs):
        super().__init__(*args, **kwargs)
        uuid = [a.uuid for a in penerima]
        semua = Anggota.objects.select_related("wilayah").order_by("nama")
        self.fields["kepada"].queryset = semua.filter(uuid__in=uuid)


class AlasanForm(forms.Form):
    """Why a hand-over does not take place."""

    alasan = forms.CharField(
        label=_("What is not right?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Please write what is not right, so the other side knows.")},
    )


class AkhiriForm(forms.Form):
    """When and why a thing left the inventory."""

    alasan = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("For example: sold by decision 4/2026, minutes in the archive."),
    )
    tanggal = forms.DateField(
        label=_("On which day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args, barang: Barang, **kwargs):
        super().__init__(*args, **kwargs)
        self.barang = barang
        self.fields["tanggal"].initial = waktu.hari_ini()

    def clean_tanggal(self):
        """Not before it was acquired, and not in the future."""
        tanggal = self.cleaned_data["tanggal"]
        if not self.barang.diperoleh_pada <= tanggal <= waktu.hari_ini():
            raise forms.ValidationError(
                _("Choose a day after it was acquired, and not later than today.")
            )
        return tanggal
