"""What an officer types about accounts and roles."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.core import waktu

from .. import peran as nama_peran
from .. import permissions
from ..models import Peran, User
from ..rules import classify_login, is_nama_masuk
from .pintu import TeleponField


def _make_tanggal(**kwargs) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, **kwargs)


def _make_dasar(**kwargs) -> forms.CharField:
    return forms.CharField(
        label=_("On what grounds"),
        max_length=200,
        help_text=_("The decision or letter, for example: Keputusan 2026/4, or SK kepala desa 12."),
        **kwargs,
    )


class AkunForm(forms.ModelForm):
    """Names and addresses of an account. Whether they are free is decided by the service."""

    telepon = TeleponField(
        label=_("Phone number"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
        help_text=_("For example 0812 3456 7890. With it the person can sign in too."),
    )

    class Meta:
        model = User
        fields = ["nama", "username", "email", "telepon"]
        labels = {"nama": _("Full name"), "username": _("Username"), "email": _("E-mail")}
        help_texts = {
            "username": _("Small letters and dots, for example siti.rahayu."),
            "email": _("Here the person gets the letter with which to choose a password."),
        }
        widgets = {
            "username": forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
            "email": forms.EmailInput(attrs={"autocomplete": "off"}),
        }

    def __init__(self, *args, boleh_alamat: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nama"].required = True
        if not boleh_alamat:
            for nama in ("email", "telepon"):
                self.fields[nama].disabled = True
                self.fields[nama].help_text = _(
                    "This account holds an office: only an administrator changes it."
                )

    def clean_username(self):
        nama = classify_login(self.cleaned_data["username"])[1]
        if not is_nama_masuk(nama):
            raise ValidationError(
                _(
                    "A username has letters, digits, dots or dashes, no spaces; no phone number, no e-mail."
                )
            )
        return nama

    def _get_validation_exclusions(self):
        """Whether names are free is asked by the service, which says it at the field."""
        return super()._get_validation_exclusions() | {"username", "email", "telepon"}


class AkunBaruForm(AkunForm):
    """A new account, if wanted with its first role. Nobody types a password for somebody else."""

    peran = forms.ChoiceField(label=_("First role"), required=False)
    dari = _make_tanggal(label=_("From"), required=False)
    sampai = _make_tanggal(
        label=_("Until"),
        required=False,
        help_text=_("The last day. Leave it empty when the end is not known."),
    )
    dasar = _make_dasar(required=False)

    def __init__(self, *args, diberikan: list[str] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["peran"].choices = [
            ("", _("None yet")),
            *((n, nama_peran.NAMA[n]) for n in diberikan),
        ]
        self.fields["dari"].initial = waktu.hari_ini()

    def clean(self):
        bersih = super().clean()
        if bersih.get("peran"):
            self._check_peran(bersih)
        elif bersih.get("dasar") or bersih.get("sampai"):
            self.add_error("peran", _("Choose the role, or leave the lines below empty."))
        return bersih

    def _check_peran(self, bersih: dict) -> None:
        hari = waktu.hari_ini()
        if not bersih.get("dasar"):
            self.add_error("dasar", _("A role needs its decision or letter."))
        di_kantor = bersih["peran"] in nama_peran.KANTOR and (bersih.get("dari") or hari) <= hari
        if di_kantor and not bersih.get("email") and "email" not in self.errors:
            self.add_error(
                "email",
                _(
                    "Officers choose their password by letter, so this account needs an e-mail. "
                    "Is there none? Create the account without a role, give the person a one-time "
                    "code, and give the role after they have signed in."
                ),
            )


class BeriPeranForm(forms.Form):
    """A role for an account."""

    peran = forms.ChoiceField(label=_("Role"))
    dari = _make_tanggal(label=_("From"))
    sampai = _make_tanggal(
        label=_("Until"),
        required=False,
        help_text=_("The last day. Leave it empty when the end is not known."),
    )
    dasar = _make_dasar()

    def __init__(self, *args, oleh, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["peran"].choices = [
            (n, nama_peran.NAMA[n]) for n in permissions.list_peran_diberikan(oleh)
        ]
        self.fields["dari"].initial = waktu.hari_ini()


class AkhiriPeranForm(forms.Form):
    """The last day of a role."""

    sampai = _make_tanggal(label=_("Last day"), help_text=_("On this day the role still counts."))

    def __init__(self, *args, peran: Peran, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sampai"].initial = max(waktu.hari_ini(), peran.dari)


class NonaktifForm(forms.Form):
    """Why an account is closed."""

    alasan = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("For example: moved to another village."),
        error_messages={"required": _("Please write why.")},
    )
