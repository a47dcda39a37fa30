"""The shape of what is written under a lesson, and in words what stands against it."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.kiriman.services import KirimanBerbeda

from . import rules, services


class TulisanForm(forms.Form):
    """Plain words and the key that makes a repeated sending one."""

    teks = forms.CharField(
        label=_("Your question"),
        max_length=rules.PANJANG,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": rules.PANJANG}),
        error_messages={"required": _("Please write something.")},
    )
    kunci = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, label="", **kwargs):
        kwargs.setdefault("initial", {}).setdefault("kunci", uuid4())
        super().__init__(*args, **kwargs)
        if label:
            self.fields["teks"].label = label

    @property
    def isi(self) -> dict:
        return {"teks": self.cleaned_data["teks"], "kunci": self.cleaned_data["kunci"]}


class KoreksiForm(forms.Form):
    """One's own words, once more."""

    teks = forms.CharField(
        label=_("Your text"),
        max_length=rules.PANJANG,
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": rules.PANJANG}),
        error_messages={"required": _("Please write something.")},
    )


class AlasanForm(forms.Form):
    """Why something is hidden, reported or closed."""

    alasan = forms.CharField(
        label=_("Reason"),
        max_length=rules.PANJANG_ALASAN,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": rules.PANJANG_ALASAN}),
        error_messages={"required": _("Please write why.")},
    )

    def __init__(self, *args, bantuan="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["alasan"].help_text = bantuan


class HapusForm(forms.Form):
    """The tick without which nothing is erased."""

    yakin = forms.BooleanField(
        label=_("Yes, take out everything I wrote under lessons. It does not come back."),
        error_messages={"required": _("Please tick the box if you are sure.")},
    )


TOLAK = {
    services.TulisanTidakSah: _("Please write something, at most 2000 letters."),
    services.DiskusiDitutup: _("The facilitator has closed the questions of this lesson."),
    services.TulisanTertutup: _("This was hidden or withdrawn meanwhile."),
    services.TulisanTerkunci: _(
        "It can no longer be corrected: fifteen minutes are over, or somebody answered. You may write "
        "one more answer."
    ),
    services.TulisanSendiri: _("This is for others to decide, not for who wrote it."),
    services.BukanJawaban: _("Only an answer is marked as good."),
    services.PerluAlasan: _("Please write why, in at most 300 letters."),
    KirimanBerbeda: _("This page was sent before with other content. Please send it once more."),
}
TOLAKAN = (*TOLAK, services.TerlaluSering)


def explain_tolak(salah: Exception) -> str:
    """A refusal of the services in words."""
    if isinstance(salah, services.TerlaluSering):
        menit = max(1, -(-salah.args[0] // 60))
        return str(_("That was much at once. Please try again in %(n)s minutes.") % {"n": menit})
    return str(TOLAK[type(salah)])
