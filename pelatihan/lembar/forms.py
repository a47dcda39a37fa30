"""The shape of what is typed from a sheet, and in words what is wrong with it or stands against it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.kiriman.services import KirimanBerbeda

from ..penilaian import services as penilaian
from ..peserta.services import LangkahTerkunci, SudahBerakhir
from . import services

BATAS = 30_000


class CetakForm(forms.Form):
    kuis = forms.UUIDField()
    kunci = forms.UUIDField()


class KetikanForm(forms.Form):
    """One field for a whole sheet."""

    teks = forms.CharField(
        label=_("Answers on the sheet"),
        max_length=BATAS,
        widget=forms.Textarea(
            attrs={
                "rows": 5,
                "autocapitalize": "none",
                "spellcheck": "false",
                "autocomplete": "off",
            }
        ),
    )
    kunci = forms.UUIDField(widget=forms.HiddenInput)


GALAT = {
    "kembar": _("This number was typed twice."),
    "tanpa-jawaban": _("The answer is missing. If it was left empty, type a dash: -"),
    "satu-huruf": _("One letter only."),
    "huruf-tak-ada": _("This letter is not on the sheet."),
    "bukan-angka": _("This is not a number. Example: 2.950.000 or 1,5"),
    "bukan-pasangan": _("Type number and letter, for example 1c 2a."),
    "pasangan-tak-ada": _("A number is not on the sheet, or stands twice."),
    "urutan-kurang": _("Every letter is needed, each once."),
    "celah-lebih": _("More answers than gaps. Put / between them."),
    "terlalu-panjang": _("This is too long."),
}
TOLAK = {
    services.AngkatanTutup: _("This class has ended or was cancelled."),
    services.TanpaPeserta: _("Nobody is in the class yet, so there is nothing to print."),
    services.LembarSendiri: _("Nobody types their own sheet."),
    services.SudahMasuk: _("This sheet has been handed in already. It stays as it is."),
    services.KetikanSalah: _("Some answers are not right yet. Please look below."),
    services.KetikanBeda: _("Two people typed different answers. Please look at the paper."),
    services.PerluOrangLain: _("You typed this sheet first. A second person types it now."),
    services.RilisLain: _("The course has changed for this learner; the sheet is outdated."),
    KirimanBerbeda: _("Please press the button once more."),
    SudahBerakhir: _("This person has left the course."),
    LangkahTerkunci: _("Other steps come first: %(langkah)s."),
    penilaian.KuisTidakAda: _("This quiz does not belong to the class any more."),
    penilaian.TesTertutup: _("The test is not open to this learner, or was taken already."),
    penilaian.PercobaanHabis: _("This learner has no attempt left at this quiz."),
    penilaian.PercobaanTerbuka: _(
        "This learner has begun the quiz on a phone and not handed it in yet. Ask them to hand it in."
    ),
}


def explain_tolak(salah: Exception) -> str:
    """A refusal of the services in words."""
    if isinstance(salah, LangkahTerkunci):
        return str(TOLAK[LangkahTerkunci]) % {"langkah": ", ".join(salah.args)}
    return str(TOLAK[type(salah)])
