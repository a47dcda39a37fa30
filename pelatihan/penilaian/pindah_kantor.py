"""Moving learners to the newest release, in the office: who and how first, then the one button."""

import hashlib

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.core.kantor import TindakanView

from ..kursus.selectors import get_rilis_terbaru
from . import permissions, pindah
from .forms import PindahForm


class PindahView(TindakanView):
    """Writes only what was seen: when somebody's progress changed meanwhile, the list shows again."""

    template_name = "pelatihan/admin/pindah.html"
    judul = _("Move learners to the newest release")
    penjelasan = _(
        "What was read and passed stays. Who has a quiz running, or a sheet that is not typed in, finishes "
        "on the older release. Everybody who is moved gets a message."
    )
    tombol = _("Move these learners")
    icon = "history"
    form_class = PindahForm
    visible_to = staticmethod(permissions.visible_kursus)
    boleh = staticmethod(permissions.can_release_kursus)

    @cached_property
    def daftar(self) -> list[pindah.Pindahan]:
        return pindah.preview_pindah(self.objek.kunci)

    def form_valid(self, form):
        if form.cleaned_data["dilihat"] != _sign(self.daftar):
            return self.refuse(
                form, _("Something has changed since you looked. Please look again.")
            )
        return super().form_valid(form)

    def write(self, isi):
        return pindah.move_ke_rilis(kursus_kunci=self.objek.kunci, actor=self.request.user)

    def get_kabar(self):
        n = len(self.object)
        return ngettext("%(n)s learner was moved.", "%(n)s learners were moved.", n) % {"n": n}

    def get_kembali(self):
        return reverse("rilis:terbitkan", args=[self.objek.pk])

    def get_context_data(self, **kwargs):
        pindahan = [satu for satu in self.daftar if not satu.tertahan]
        return {
            **super().get_context_data(**kwargs),
            "rilis": get_rilis_terbaru(self.objek.kunci),
            "tanda": _sign(self.daftar),
            "banyak": len(pindahan),
            "berubah": [satu for satu in pindahan if satu.berubah],
            "tertahan": [satu for satu in self.daftar if satu.tertahan],
        }


def _sign(daftar: list[pindah.Pindahan]) -> str:
    """A name for exactly this list."""
    baris = (
        f"{d.peserta.uuid} {d.nomor} {d.selesai_dari} {d.selesai_ke} {d.ke} {d.tertahan}"
        for d in daftar
    )
    return hashlib.sha256("\n".join(baris).encode()).hexdigest()


URLPATTERNS = [path("<int:pk>/pindah/", PindahView.as_view(), name="pindah")]
