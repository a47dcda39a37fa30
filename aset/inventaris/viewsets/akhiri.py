"""A thing leaves the inventory: sold, given away, written off; with date and reason."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core.kantor import TindakanView

from .. import permissions, services
from ..forms import AkhiriForm


class AkhiriBarang(TindakanView):
    """One form; afterwards the thing can be found under "no longer owned"."""

    judul = _("Take out of the inventory")
    penjelasan = _(
        "Sold, given away, lost for good or no longer worth repairing? The row and its history stay; "
        "the thing only leaves the lists. This cannot be undone."
    )
    tombol = _("Take out of the inventory")
    icon = "clipboard-list"
    berat = True
    kabar = _("The thing is no longer in the inventory; its history stays.")
    form_class = AkhiriForm
    visible_to = staticmethod(permissions.visible_to)
    boleh = staticmethod(permissions.can_manage_barang)
    tolakan = {
        services.MasihBerjalan: _("A hand-over of this thing waits. Finish or cancel it first."),
        services.SudahBerakhir: _("This thing is no longer owned by the BKM."),
    }

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "barang": self.objek}

    def write(self, isi):
        return services.end_barang(barang=self.objek, actor=self.request.user, **isi)

    def get_kembali(self):
        return reverse("barang:edit", args=[self.objek.pk])

    def get_success_url(self):
        return reverse("barang:index")
