"""A new account in the office, with the person it belongs to."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.accounts.forms import AkunBaruForm
from cms.accounts.rules import suggest_username
from cms.accounts.viewsets import AkunViewSet
from cms.accounts.viewsets.ubah import AkunCreate
from cms.core.pemilih import is_kunci

from .. import permissions, services
from ..models import Anggota
from ..pilih import PilihAnggota
from .tolakan import KALIMAT


class AkunWargaForm(AkunBaruForm):
    anggota = forms.ModelChoiceField(
        Anggota.objects.aktif().filter(akun__isnull=True),
        label=_("Person in the list of residents"),
        required=False,
        widget=PilihAnggota,
        help_text=_(
            "Leave it empty for somebody who is not in the list; they are entered with it."
        ),
        error_messages={"invalid_choice": _("This person has an account, or the entry has ended.")},
    )


class AkunWargaCreate(AkunCreate):
    def get_initial(self):
        return {**super().get_initial(), **self._get_orang()}

    def _get_orang(self) -> dict:
        """What is known of the person from whose page one came."""
        pk = self.request.GET.get("anggota", "")
        terlihat = permissions.visible_to(self.request.user).aktif().filter(akun__isnull=True)
        orang = terlihat.filter(pk=pk).first() if is_kunci(pk) else None
        if orang is None:
            return {}
        return {
            "anggota": orang.pk,
            "nama": orang.nama,
            "username": suggest_username(orang.nama),
            "telepon": orang.telepon,
            "email": orang.surel,
        }

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except (services.SudahBerakun, services.SudahBerakhir) as galat:
            form.add_error("anggota", KALIMAT[type(galat)])
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)

    def write(self, isi):
        return services.create_akun_warga(actor=self.request.user, **isi)


class AkunWargaViewSet(AkunViewSet):
    add_view_class = AkunWargaCreate
    create_template_name = "komunitas/admin/akun_baru.html"

    def get_form_class(self, for_update=False):
        return super().get_form_class(for_update) if for_update else AkunWargaForm
