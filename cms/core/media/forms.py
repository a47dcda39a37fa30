"""Uploading public pictures and documents: judged by content, and people on photos are asked."""

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from ..unggahan import UnggahanDitolak, read_dokumen, redraw_gambar
from .models import Persetujuan


class GambarForm(BaseImageForm):
    """A picture drawn anew (upright, without place and hidden parts), and two questions about people."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
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
            _jenis, isi = redraw_gambar(berkas.read())
        except UnggahanDitolak as kesalahan:
            raise forms.ValidationError(str(kesalahan)) from None
        bersih = ContentFile(isi, name=berkas.name)
        bersih.image = getattr(berkas, "image", None)
        bersih.content_type = _jenis
        return bersih

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
            return ContentFile(read_dokumen(berkas), name=berkas.name)
        except UnggahanDitolak as kesalahan:
            raise forms.ValidationError(str(kesalahan)) from None
