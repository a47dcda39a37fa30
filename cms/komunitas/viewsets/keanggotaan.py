"""Joining and leaving a group, and its end."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.core.kantor import TindakanView

from .. import permissions, services
from ..forms import AkhiriForm, HariForm, MasukKsmForm, TugasForm
from .tolakan import KALIMAT


class _TindakanKsm(TindakanView):
    icon = "group"
    tolakan = KALIMAT
    visible_to = staticmethod(permissions.visible_ksm_to)
    boleh = staticmethod(permissions.can_manage_ksm)

    def get_kembali(self):
        return reverse("ksm:edit", args=[self.objek.pk])


class AkhiriKsm(_TindakanKsm):
    judul = tombol = _("The group ends")
    penjelasan = _("Its memberships end the same day. The row and its history stay.")
    berat = True
    form_class = AkhiriForm
    kabar = _("The group has ended; its history stays.")

    def write(self, isi):
        return services.end_ksm(ksm=self.objek, actor=self.request.user, **isi)


class MasukKsm(_TindakanKsm):
    judul = tombol = _("Enter a member")
    penjelasan = _("Somebody who is not in the list of people yet is entered there first.")
    form_class = MasukKsmForm
    kabar = _("The member is entered.")

    def write(self, isi):
        return services.join_ksm(ksm=self.objek, actor=self.request.user, **isi)


class _TindakanAnggotaKsm(_TindakanKsm):
    """An act on one open membership of the group."""

    @cached_property
    def keanggotaan(self):
        baris = self.objek.keanggotaan.select_related("ksm", "anggota")
        return get_object_or_404(baris, uuid=self.kwargs["uuid"], sampai__isnull=True)

    @property
    def penjelasan(self):
        return str(self.keanggotaan)


class KeluarKsm(_TindakanAnggotaKsm):
    judul = tombol = _("The member leaves")
    form_class = HariForm
    kabar = _("The membership has ended; the row stays as history.")

    def write(self, isi):
        return services.leave_ksm(keanggotaan=self.keanggotaan, actor=self.request.user, **isi)


class GantiTugas(_TindakanAnggotaKsm):
    judul = tombol = _("Another office in the group")
    form_class = TugasForm
    kabar = _("From today the member holds another office.")

    def get_initial(self):
        return {"tugas": self.keanggotaan.tugas}

    def write(self, isi):
        return services.change_tugas(keanggotaan=self.keanggotaan, actor=self.request.user, **isi)
