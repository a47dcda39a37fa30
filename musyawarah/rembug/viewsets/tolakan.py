"""What to tell the person when a service refused."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.accounts import services as akun
from cms.core.kantor import LayananMixin

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


class SimpanMixin(LayananMixin):
    """Meetings and decisions are written by services."""

    tolakan = dict.fromkeys(DITOLAK)

    def explain(self, galat):
        return explain(galat)

    def get_kabar(self) -> str:
        return gettext("“%(apa)s” is saved.") % {"apa": self.object.judul}
