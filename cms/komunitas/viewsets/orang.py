"""Acts on one person's entry: ending it, taking the end back, merging a double one."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core.kantor import TindakanView

from .. import permissions, services
from ..forms import AkhiriForm, GabungForm, KosongForm
from .tolakan import KALIMAT


class _TindakanAnggota(TindakanView):
    icon = "user"
    tolakan = KALIMAT
    visible_to = staticmethod(permissions.visible_to)
    boleh = staticmethod(permissions.can_manage_anggota)

    def get_kembali(self):
        return reverse("anggota:edit", args=[self.objek.pk])


class AkhiriAnggota(_TindakanAnggota):
    judul = tombol = _("End this entry")
    penjelasan = _(
        "Moved away, died, or does not take part any more? Memberships and offices end the same day. "
        "Nothing is deleted. An account is closed by itself, under Accounts."
    )
    form_class = AkhiriForm
    boleh = staticmethod(permissions.can_end_anggota)
    kabar = _("The entry has ended; everything in it stays.")

    def write(self, isi):
        return services.end_anggota(anggota=self.objek, actor=self.request.user, **isi)


class LanjutkanAnggota(_TindakanAnggota):
    judul = tombol = _("Take the end back")
    penjelasan = _("Memberships and offices that ended are given anew where they are needed.")
    form_class = KosongForm
    kabar = _("The entry is open again.")

    def write(self, isi):
        return services.resume_anggota(anggota=self.objek, actor=self.request.user)


class GabungAnggota(_TindakanAnggota):
    """From the entry that goes to the one that stays."""

    judul = tombol = _("Merge into another entry")
    penjelasan = _(
        "For a person who was entered twice. Memberships, offices, trainings and things go over to "
        "the entry that stays; what is signed stays as it was signed. If both have accounts, this "
        "one's is closed. It cannot be taken back."
    )
    berat = True
    form_class = GabungForm
    kabar = _("Both entries are one now.")
    boleh = staticmethod(permissions.can_merge_anggota)

    def write(self, isi):
        return services.merge_anggota(dari=self.objek, ke=isi["ke"], actor=self.request.user)

    def get_success_url(self):
        return reverse("anggota:edit", args=[self.object.pk])
