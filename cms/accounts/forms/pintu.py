"""The forms at the door: allauth's, with our words and without their placeholders."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base import forms as dua_langkah
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..pembatas import DUA_LANGKAH, TerlaluSering, hit_or_raise, reset_batas, say_tunggu
from ..rules import format_telepon, normalize_telepon


def _drop_placeholder(form) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
        if isinstance(field.widget, forms.PasswordInput):
            field.help_text = ""


class MasukForm(LoginForm):
    """One field for username, e-mail or phone."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _drop_placeholder(self)
        self.fields["login"] = forms.CharField(
            label=_("Username, phone number or e-mail"),
            max_length=254,
            widget=forms.TextInput(
                attrs={
                    "autocomplete": "username",
                    "autocapitalize": "none",
                    "spellcheck": "false",
                    "maxlength": 254,
                }
            ),
        )
        self.fields["password"].label = _("Password")
        self.fields["remember"].label = _("Stay signed in on this device (not on a shared phone)")
        self.order_fields(["login", "password", "remember"])


class GantiSandiForm(ChangePasswordForm):
    """The old password once, the new one once: a typing error is seen with “show”, not by retyping."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _drop_placeholder(self)
        del self.fields["password2"]
        self.fields["oldpassword"].label = _("Password now")
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = _("At least 10 characters, not only digits.")

    def clean_oldpassword(self):
        """Guessed at as slowly as at the door, whoever holds the open session."""
        sandi = self.cleaned_data["oldpassword"]
        if not get_adapter().reauthenticate(self.user, sandi):
            raise get_adapter().validation_error("enter_current_password")
        return sandi


class UlangSandiForm(ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _drop_placeholder(self)
        self.fields["password"].label = _("Password")


class KodeDuaLangkahMixin:
    """Codes are guessed as slowly as passwords, counted in the database."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code from your authenticator app, or a recovery code")
        self.fields["code"].widget.attrs = {
            "autocomplete": "one-time-code",
            "autocapitalize": "none",
        }

    def clean_code(self):
        try:
            hit_or_raise(DUA_LANGKAH, str(self.user.pk))
        except TerlaluSering as salah:
            raise ValidationError(say_tunggu(salah), code="terlalu_sering") from salah
        code = super().clean_code()
        reset_batas(DUA_LANGKAH, str(self.user.pk))
        return code


class DuaLangkahForm(KodeDuaLangkahMixin, dua_langkah.AuthenticateForm):
    pass


class UlangDuaLangkahForm(KodeDuaLangkahMixin, dua_langkah.ReauthenticateForm):
    pass


class TeleponField(forms.CharField):
    """A phone number as people write it, cleaned to E.164 or an empty string."""

    def __init__(self, **kwargs):
        kwargs.setdefault("max_length", 30)
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"})
        )
        super().__init__(**kwargs)

    def clean(self, value):
        teks = super().clean(value)
        nomor = normalize_telepon(teks) if teks else ""
        if nomor is None:
            raise ValidationError(
                _("Write the phone number with digits, for example 0812 3456 7890.")
            )
        return nomor


class SandiBaruForm(forms.Form):
    """A new password, typed once; the field can be shown."""

    sandi = forms.CharField(
        label=_("New password"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 10 characters, not only digits."),
    )

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_sandi(self):
        validate_password(self.cleaned_data["sandi"], self.user)
        return self.cleaned_data["sandi"]


class UbahAlamatForm(forms.Form):
    """How the owner is reached; the password again, guessed at as slowly as at the door."""

    telepon = TeleponField(label=_("Phone number"), required=False)
    surel = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("For a new password when you forget yours."),
    )
    sandi = forms.CharField(
        label=_("Password now"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, data=None, *, user):
        super().__init__(
            data, initial={"surel": user.email, "telepon": format_telepon(user.telepon)}
        )
        self.user = user

    def clean_sandi(self):
        if not get_adapter().reauthenticate(self.user, self.cleaned_data["sandi"]):
            raise get_adapter().validation_error("enter_current_password")
        return self.cleaned_data["sandi"]
