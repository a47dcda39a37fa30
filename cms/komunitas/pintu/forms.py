"""What is asked at sign-up and for a new password."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from cms.accounts.forms import SandiBaruForm, TeleponField
from cms.accounts.models import User


class DaftarForm(forms.Form):
    """A name and a password; how to reach the person is their choice. `situs` is a honeypot."""

    nama = forms.CharField(
        label=_("Your full name"),
        max_length=120,
        min_length=3,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    telepon = TeleponField(label=_("Phone number"), required=False)
    surel = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("For a new password when you forget yours."),
    )
    sandi = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_(
            "At least 10 characters, not only digits. Three everyday words are easy to keep."
        ),
    )
    situs = forms.CharField(
        required=False,
        widget=forms.TextInput(
            attrs={
                "class": "jebakan",
                "tabindex": "-1",
                "autocomplete": "off",
                "aria-hidden": "true",
            }
        ),
    )

    def clean(self):
        data = super().clean()
        if data.get("sandi"):
            calon = User(nama=data.get("nama", ""), email=data.get("surel"))
            try:
                validate_password(data["sandi"], calon)
            except forms.ValidationError as salah:
                self.add_error("sandi", salah)
        return data


class LupaForm(forms.Form):
    login = forms.CharField(
        label=_("Username, phone number or e-mail"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )


class KodeForm(SandiBaruForm):
    """The code an officer read out, and the new password."""

    login = LupaForm.base_fields["login"]
    kode = forms.CharField(
        label=_("One-time code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        help_text=_("Ten letters and digits, as the officer gave them to you."),
    )
    field_order = ["login", "kode", "sandi"]
