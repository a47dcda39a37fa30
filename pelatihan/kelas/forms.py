"""The shape of input about classes."""

from datetime import datetime
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from cms.accounts import peran
from cms.accounts.selectors import get_users_with_peran
from cms.core import waktu
from cms.core.sanitasi import clean_teks
from cms.komunitas.models import Anggota

from ..kursus.models import Rilis
from ..peserta.models import Angkatan
from . import permissions
from .langkah import list_pelajaran_hadir
from .models import Kehadiran, Pertemuan

TANGGAL = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
JAM = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
ISI_ANGKATAN = (
    "nama",
    "keterangan",
    "tempat",
    "dari",
    "sampai",
    "kapasitas",
    "cara_masuk",
    "publik",
)


class AngkatanForm(forms.ModelForm):
    """A class on a phone; a new one asks for the course too."""

    class Meta:
        model = Angkatan
        fields = list(ISI_ANGKATAN)
        labels = {"kapasitas": _("Seats")}
        widgets = {
            "dari": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "sampai": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "kapasitas": forms.NumberInput(attrs={"inputmode": "numeric", "min": 1}),
            "cara_masuk": forms.RadioSelect,
        }

    def __init__(self, data=None, *, user, instance=None):
        super().__init__(data, instance=instance)
        self.fields["cara_masuk"].choices = Angkatan.CaraMasuk.choices
        if instance is None:
            self.fields = {
                "kursus": forms.ChoiceField(label=_("Course"), choices=list_kursus(user))
            } | self.fields

    def clean_kapasitas(self):
        kapasitas = self.cleaned_data["kapasitas"]
        if kapasitas is not None and not 1 <= kapasitas <= 500:
            raise forms.ValidationError(_("Please write a number from 1 to 500, or nothing."))
        return kapasitas


def list_kursus(user) -> list[tuple[str, str]]:
    """Courses in which this account may open a class."""
    semua = Rilis.objects.order_by("nomor").values_list("kursus_kunci", "judul")
    return [
        (str(kunci), judul)
        for kunci, judul in dict(semua).items()
        if permissions.can_add_angkatan_in(user, kunci)
    ]


class PertemuanForm(forms.ModelForm):
    """Day and hours apart, as people say them."""

    hari = forms.DateField(
        label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    jam = forms.TimeField(label=_("From, hour"), widget=JAM)
    sampai_jam = forms.TimeField(label=_("Until, hour"), widget=JAM)
    pelajaran = forms.ChoiceField(
        label=_("Lesson that is done by being there"),
        required=False,
        help_text=_("Only lessons of the course that are completed in class."),
    )
    field_order = ["judul", "hari", "jam", "sampai_jam", "tempat", "bahan", "pelajaran"]

    class Meta:
        model = Pertemuan
        fields = ["judul", "tempat", "bahan"]
        widgets = {"bahan": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, data=None, *, angkatan: Angkatan, instance=None):
        awal = {}
        if instance is not None:
            mulai, selesai = waktu.ke_wib(instance.mulai), waktu.ke_wib(instance.selesai)
            awal = {"hari": mulai.date(), "jam": mulai.time(), "sampai_jam": selesai.time()}
            awal["pelajaran"] = str(instance.pelajaran_kunci or "")
        super().__init__(data, instance=instance, initial=awal)
        pelajaran = list_pelajaran_hadir(angkatan)
        self.fields["pelajaran"].choices = [("", _("None")), *pelajaran]
        if not pelajaran:
            del self.fields["pelajaran"]

    def clean_hari(self):
        hari = self.cleaned_data["hari"]
        if abs((hari - waktu.hari_ini()).days) > 3660:
            raise forms.ValidationError(_("Please look at the year."))
        return hari

    def clean(self):
        isi = super().clean()
        if {"hari", "jam", "sampai_jam"} <= isi.keys() and isi["sampai_jam"] <= isi["jam"]:
            self.add_error("sampai_jam", _("A session ends after it begins."))
        return isi

    @property
    def isi(self) -> dict:
        """What the service wants."""
        data = self.cleaned_data
        return {
            "judul": data["judul"],
            "pelajaran_kunci": UUID(kunci) if (kunci := data.get("pelajaran")) else None,
            "tempat": data["tempat"],
            "bahan": data["bahan"],
            "mulai": self._gabung(data["jam"]),
            "selesai": self._gabung(data["sampai_jam"]),
        }

    def _gabung(self, jam) -> datetime:
        return waktu.gabung(self.cleaned_data["hari"], jam)


class AlasanForm(forms.Form):
    alasan = forms.CharField(label=_("Reason"), max_length=200)

    def clean_alasan(self):
        return clean_teks(self.cleaned_data["alasan"])


class HadirForm(forms.Form):
    """One tap of the roll call."""

    peserta = forms.UUIDField()
    kunci = forms.UUIDField()
    status = forms.ChoiceField(choices=Kehadiran.Status.choices)


class UbahHadirForm(forms.Form):
    """A correction says why."""

    kunci = forms.UUIDField(widget=forms.HiddenInput)
    status = forms.ChoiceField(
        label=_("What is right?"), choices=Kehadiran.Status.choices, widget=forms.RadioSelect
    )
    alasan = forms.CharField(
        label=_("Why?"),
        max_length=200,
        help_text=_("For example: wrong tap, came later, letter followed, signed on paper."),
    )


class KodeForm(forms.Form):
    kunci = forms.UUIDField(widget=forms.HiddenInput)
    kode = forms.RegexField(
        r"^\s*[0-9]{4}\s*$",
        label=_("Four digits"),
        error_messages={"invalid": _("Please write the four digits that the facilitator shows.")},
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 4}
        ),
    )

    def clean_kode(self):
        return self.cleaned_data["kode"].strip()


class _KantorForm(WagtailAdminModelForm):
    """A class in the office, with who leads it."""

    pengampu = forms.ModelMultipleChoiceField(
        Anggota.objects.none(),
        label=_("Facilitators"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Angkatan
        fields = list(ISI_ANGKATAN)
        labels = {"kapasitas": _("Seats")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        fasilitator = get_users_with_peran(peran.FASILITATOR)
        calon = Anggota.objects.filter(akun__in=fasilitator).order_by("nama")
        self.fields["pengampu"].queryset = calon
        if self.instance.pk:
            terbuka = self.instance.pengampu.filter(sampai__isnull=True)
            self.initial["pengampu"] = list(terbuka.values_list("anggota_id", flat=True))


class AngkatanUbahForm(_KantorForm):
    pass


class AngkatanBaruForm(_KantorForm):
    kursus = forms.ChoiceField(label=_("Course"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kursus"].choices = list_kursus(self.for_user)
