"""Uploading public pictures and documents: judged by content, and people on photos are asked."""

from copy import copy

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from ..unggahan import UnggahanDitolak, put_isi, read_dokumen, read_gambar
from ..unggahan.dasar import read_isi
from .models import Persetujuan


class GambarField(WagtailImageField):
    """Wagtail's own questions; a picture so broken that asking fails is refused as well."""

    def to_python(self, data):
        try:
            return super().to_python(data)
        except forms.ValidationError:
            raise
        except Exception:
            raise forms.ValidationError(self.error_messages["invalid_image"]) from None


class GambarForm(BaseImageForm):
    """A picture drawn anew (upright, without place and hidden parts), and two questions about people."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            lama = self.fields["file"]
            self.fields["file"] = GambarField(
                label=lama.label, required=lama.required, widget=lama.widget
            )
        if "description" in self.fields:
            self.fields["description"].required = True
            self.fields["description"].label = _("What does the picture show?")
            self.fields["description"].help_text = _("Read aloud to people who cannot see it.")
        if "persetujuan" in self.fields:
            self._ask_people()

    def _ask_people(self) -> None:
        field = self.fields["persetujuan"]
        field.widget = forms.RadioSelect()
        field.choices = [p for p in Persetujuan.choices if p[0] != Persetujuan.BELUM]
        field.help_text = _("Not asked yet? Ask first and upload later.")
        if self.instance.persetujuan == Persetujuan.BELUM:
            self.initial["persetujuan"] = None

    def clean_file(self):
        berkas = self.cleaned_data["file"]
        if not berkas or "file" not in self.changed_data:
            return berkas
        try:
            put_isi(berkas, read_gambar(berkas.name, read_isi(berkas)))
        except UnggahanDitolak as kesalahan:
            raise forms.ValidationError(str(kesalahan)) from None
        return berkas

    def clean(self):
        isian = super().clean()
        if isian.get("wajah_anak") and not isian.get("persetujuan_wali"):
            self.add_error(
                "persetujuan_wali",
                _("A child's face can be seen: please note who agreed for the child, and when."),
            )
        return isian


class DokumenForm(BaseDocumentForm):
    """A document of a kind that people can open without danger."""

    def clean_file(self):
        berkas = self.cleaned_data["file"]
        if not berkas or "file" not in self.changed_data:
            return berkas
        try:
            put_isi(berkas, read_dokumen(berkas))
        except UnggahanDitolak as kesalahan:
            raise forms.ValidationError(str(kesalahan)) from None
        return berkas

    def _post_clean(self):
        """Of a file that was refused Wagtail's model would say that its name has no ending."""
        ditolak = copy(self._errors.get("file"))
        super()._post_clean()
        if ditolak:
            self._errors["file"] = ditolak
