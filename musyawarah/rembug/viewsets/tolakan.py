"""What to tell the person when a service refused."""

from django.http import HttpResponseRedirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from cms.accounts import services as akun

from .. import services

KALIMAT = {
    services.RembugTerkunci: _(
        "A decision of this meeting is ratified or out for signature, so its figures are fixed."
    ),
    services.KuorumTidakTercapai: _(
        "Too few of the invited were present: without quorum nothing can be ratified."
    ),
    services.PenandaTanganKurang: _(
        "Tick in the meeting who was present: coordinator, keeper of the minutes and enough members "
        "of the BKM, each with an account of their own."
    ),
    services.BukanKonsep: _("Only a draft can be changed."),
    services.TidakMenunggu: _("It is not waiting for signatures any more."),
    services.SudahDiganti: _("Another ratified decision already replaces the same one."),
    services.BelumSah: _("The decision is not ratified, or was replaced."),
    services.BerlakuMundur: _("It cannot hold from before the decision was taken."),
    akun.TidakBerwenang: _(
        "You may not give this role to this account: nobody gives a role to themselves, and what "
        "belongs to an administrator only an administrator changes."
    ),
    akun.PeranTumpangTindih: _("The account holds this role on some of these days already."),
    akun.AkunNonaktif: _("This account is deactivated."),
    akun.TanggalTidakWajar: _("Please look at the year again."),
    services.NilaiTidakCocok: _("The value must be of the same kind as the present one."),
}
KALIMAT_ARGUMEN = {
    "kosong": _("Write how many were invited and how many were present."),
    "perempuan": _("More women are noted than people present."),
    "lebih": _("More votes are noted than people present."),
    "kalah": _("Not more were in favour than against, so nothing was decided."),
}


def explain(galat: Exception) -> str:
    """What to tell the person when a service refused."""
    if isinstance(galat, services.HadirSalah | services.SuaraSalah):
        return str(KALIMAT_ARGUMEN[galat.args[0]])
    return str(KALIMAT[type(galat)])


DITOLAK = (*KALIMAT, services.HadirSalah, services.SuaraSalah)


class SimpanMixin:
    """A form of the office whose writing is done by a service; refusals appear above the form."""

    def form_valid(self, form):
        try:
            self.object = self.write(form.cleaned_data)
        except DITOLAK as galat:
            form.add_error(None, explain(galat))
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        messages.success(self.request, self.get_kabar())
        return HttpResponseRedirect(self.get_success_url())

    def get_kabar(self) -> str:
        return gettext("“%(apa)s” is saved.") % {"apa": self.object.judul}
