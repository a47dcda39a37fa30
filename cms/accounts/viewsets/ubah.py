"""A new account, and one account with its roles and the ways to get in."""

from allauth.mfa.utils import is_mfa_enabled
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.admin.views import generic

from .. import permissions, selectors, services
from .tolakan import DITOLAK, refuse

ISIAN = ("username", "nama", "email", "telepon")


class SimpanMixin:
    """Writing is done by a service; a refusal appears beside its field, what was typed stays."""

    def form_valid(self, form):
        try:
            self.object = self.write(form.cleaned_data)
        except services.TidakBerwenang:
            raise PermissionDenied from None
        except DITOLAK as galat:
            refuse(form, galat)
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        messages.success(self.request, self.get_kabar() % {"nama": self.object.get_full_name()})
        return HttpResponseRedirect(self.get_edit_url())


class AkunCreate(SimpanMixin, generic.CreateView):
    """Leads to the page of the account, which offers the letter or the code for a password."""

    def get_form_kwargs(self):
        diberikan = permissions.list_peran_diberikan(self.request.user)
        return {**super().get_form_kwargs(), "diberikan": diberikan}

    def write(self, isi):
        return services.create_akun(actor=self.request.user, **isi)

    def get_kabar(self) -> str:
        return gettext("The account of %(nama)s is ready. Now help the person to get in, below.")


class AkunEdit(SimpanMixin, generic.EditView):
    def get_queryset(self):
        """Wagtail asks only whether one may change some account; which one is asked here."""
        return permissions.visible_to(self.request.user)

    def get_form_kwargs(self):
        boleh = permissions.can_change_alamat(self.request.user, self.object)
        return {**super().get_form_kwargs(), "boleh_alamat": boleh}

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        if not self._may_change():
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    def write(self, isi):
        user = self.get_queryset().get(pk=self.object.pk)
        return services.update_user(
            user=user, actor=self.request.user, **{n: isi[n] for n in ISIAN}
        )

    def get_kabar(self) -> str:
        return gettext("The account of %(nama)s is changed.")

    def _may_change(self) -> bool:
        boleh = permissions.can_manage_akun(self.request.user, self.object)
        return boleh and self.object.is_active

    def get_context_data(self, **kwargs):
        oleh = self.request.user
        akun = self.get_queryset().get(pk=self.object.pk)  # without what a refused form holds
        return {
            **super().get_context_data(**kwargs),
            "akun": akun,
            "sendiri": akun.pk == oleh.pk,
            "boleh_kelola": permissions.can_manage_akun(oleh, akun),
            "boleh_ubah": self._may_change(),
            "boleh_alamat": permissions.can_change_alamat(oleh, akun),
            "boleh_surat": permissions.can_send_surat(oleh, akun),
            "boleh_kode": permissions.can_issue_kode(oleh, akun),
            "boleh_lepas": permissions.can_reset_dua_langkah(oleh, akun),
            "dua_langkah": is_mfa_enabled(akun),
            "riwayat": selectors.list_riwayat_peran(akun),
            "perangkat": list(akun.perangkat.filter(ditarik_pada__isnull=True)[:20]),
            "boleh_tarik": permissions.visible_perangkat_to(oleh).filter(user=akun).exists(),
        }
