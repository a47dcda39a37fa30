"""What goes into a pack, and in words what stands against it."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.kiriman.services import KirimanBerbeda

from ..kelas.services import AngkatanTutup, PertemuanBatal
from ..lembar.services import TanpaPeserta
from ..penilaian.services import KuisTidakAda
from . import selectors, services


class BawaanForm(forms.Form):
    """Modules and quizzes to tick."""

    modul = forms.MultipleChoiceField(
        label=_("Modules"), required=False, widget=forms.CheckboxSelectMultiple
    )
    kuis = forms.MultipleChoiceField(
        label=_("Quizzes and tests"), required=False, widget=forms.CheckboxSelectMultiple
    )
    kunci = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, pertemuan, **kwargs):
        super().__init__(*args, **kwargs)
        pilihan = {
            "modul": selectors.list_pilihan_modul(pertemuan),
            "kuis": selectors.list_pilihan_kuis(pertemuan),
        }
        for nama, semua in pilihan.items():
            self.fields[nama].choices = [(p.kunci, p.judul) for p in semua]
            self.fields[nama].initial = [p.kunci for p in semua if p.usul]

    def clean_kuis(self) -> list[UUID]:
        return [UUID(satu) for satu in self.cleaned_data["kuis"]]


TOLAK = {
    PertemuanBatal: _("This session was called off."),
    AngkatanTutup: _("This class has ended or was cancelled."),
    services.ModulTidakAda: _("The course was not released, or has changed. Please look again."),
    TanpaPeserta: _("Nobody is in the class yet, so there is nothing to print."),
    KuisTidakAda: _("This quiz does not belong to the class any more."),
    KirimanBerbeda: _("Please press the button once more."),
}
