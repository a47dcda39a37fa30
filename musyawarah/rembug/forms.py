"""What the secretary types about meetings, decisions and settings."""

import json

from django import forms
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.accounts import peran
from cms.accounts.models import User
from cms.core import waktu
from cms.core.ketentuan.sebutan import get_sebutan
from cms.core.tulisan import format_tanggal
from cms.komunitas.models import Anggota

from .models import Keputusan, Rembug
from .selectors import get_calon_hadir, list_ketentuan_berlaku


class RembugForm(forms.ModelForm):
    hadir_bernama = forms.ModelMultipleChoiceField(
        queryset=Anggota.objects.none(),
        required=False,
        label=_("Members of BKM and secretariat who were present"),
        help_text=_("Only who is ticked here can sign the decisions of this meeting."),
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Rembug
        fields = [
            *("jenis", "judul", "tanggal", "jam", "tempat", "wilayah"),
            *("diundang", "hadir", "hadir_perempuan", "ketua", "notulis", "catatan"),
        ]
        widgets = {"tanggal": AdminDateInput, "catatan": forms.Textarea(attrs={"rows": 5})}
        help_texts = {
            "diundang": _("How many were invited."),
            "hadir": _(
                "How many came, invited or not. Leave at 0 while the meeting is still to come."
            ),
            "notulis": _("The keeper of the minutes signs every decision of this meeting."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        calon = Anggota.objects.filter(akun__in=get_calon_hadir())
        if self.instance.pk:
            ada = self.instance.kehadiran.values_list("anggota_id", flat=True)
            self.initial["hadir_bernama"] = list(ada)
            calon = calon | Anggota.objects.filter(pk__in=list(ada))
        self.fields["hadir_bernama"].queryset = calon.order_by("nama")
        for nama in ("ketua", "notulis"):
            self.fields[nama].queryset = calon.order_by("nama")


def _name_rembug(rembug: Rembug) -> str:
    """Meetings share their names; their days tell them apart."""
    return f"{rembug.judul}, {format_tanggal(rembug.tanggal)}"


class KeputusanForm(forms.ModelForm):
    class Meta:
        model = Keputusan
        fields = ["rembug", "judul", "teks", "cara", "setuju", "tidak", "abstain", "menggantikan"]
        widgets = {"teks": forms.Textarea(attrs={"rows": 10}), "cara": forms.RadioSelect}
        help_texts = {
            "judul": _("What was decided, in one line, as people would say it."),
            "teks": _("The whole decision. After ratification not a letter can be changed."),
            "setuju": _("Only after a vote."),
            "menggantikan": _(
                "Only for a correction: the ratified decision that this one replaces."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cara"].choices = Keputusan.Cara.choices
        self.fields["rembug"].label_from_instance = _name_rembug
        lama = Keputusan.objects.disahkan().exclude(pengganti__status=Keputusan.Status.DISAHKAN)
        self.fields["menggantikan"].queryset = lama.order_by("-tahun", "-nomor")

    def clean(self):
        bersih = super().clean()
        suara = [bersih.get(n) for n in ("setuju", "tidak", "abstain")]
        if bersih.get("cara") == Keputusan.Cara.SUARA:
            if bersih.get("setuju") is None or bersih.get("tidak") is None:
                self.add_error(
                    "setuju", _("After a vote, write how many were in favour and against.")
                )
            bersih["abstain"] = bersih.get("abstain") or 0
        elif any(s is not None for s in suara):
            self.add_error("cara", _("There are votes below: choose “vote”, or empty them."))
        return bersih


class BatalForm(forms.Form):
    alasan = forms.CharField(label=_("Why is it cancelled?"), max_length=200)


class KetentuanForm(forms.Form):
    """A new value of a setting, by decision."""

    keputusan = forms.ModelChoiceField(queryset=Keputusan.objects.none(), label=_("Decision"))
    kode = forms.ChoiceField(label=_("Setting"))
    nilai = forms.CharField(label=_("New value"))
    berlaku_dari = forms.DateField(label=_("Holds from"), widget=AdminDateInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        sah = Keputusan.objects.disahkan().exclude(pengganti__status=Keputusan.Status.DISAHKAN)
        self.fields["keputusan"].queryset = sah.order_by("-tahun", "-nomor")
        berlaku = list_ketentuan_berlaku(waktu.hari_ini())
        self.fields["kode"].choices = [(b.kode, f"{b.judul} ({b.nilai_teks})") for b in berlaku]
        self.fields["nilai"].help_text = _explain_satuan(berlaku)

    def clean(self):
        """What was typed, in the unit of the chosen setting; a setting without words is JSON."""
        bersih = super().clean()
        if not {"kode", "nilai"} <= bersih.keys():
            return bersih
        sebutan = get_sebutan(bersih["kode"])
        try:
            bersih["nilai"] = (sebutan.ketik if sebutan else json.loads)(bersih["nilai"])
        except (ValueError, RecursionError):
            satuan = sebutan.satuan if sebutan else _("Write a number like 2, true or false.")
            self.add_error("nilai", satuan)
        return bersih


def _explain_satuan(berlaku):
    """Which setting is typed in which unit, a line each."""
    ada = [(b.judul, get_sebutan(b.kode), b.nilai) for b in berlaku if get_sebutan(b.kode)]
    baris = ((judul, s.isi(nilai), s.satuan) for judul, s, nilai in ada)
    return format_html_join(mark_safe("<br>"), _("{}: now {}. {}"), baris)


class PeranForm(forms.Form):
    """A role for an account, by decision."""

    keputusan = forms.ModelChoiceField(queryset=Keputusan.objects.none(), label=_("Decision"))
    user = forms.ModelChoiceField(
        queryset=User.objects.filter(is_active=True).order_by("nama"), label=_("Account")
    )
    peran = forms.ChoiceField(label=_("Role"))
    dari = forms.DateField(label=_("From"), widget=AdminDateInput)
    sampai = forms.DateField(label=_("Until"), required=False, widget=AdminDateInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        sah = Keputusan.objects.disahkan().exclude(pengganti__status=Keputusan.Status.DISAHKAN)
        self.fields["keputusan"].queryset = sah.order_by("-tahun", "-nomor")
        self.fields["peran"].choices = list(peran.NAMA.items())

    def clean(self):
        bersih = super().clean()
        if bersih.get("sampai") and bersih.get("dari") and bersih["sampai"] < bersih["dari"]:
            self.add_error("sampai", _("The end lies before the beginning."))
        return bersih
