"""What to tell an officer when a service refused, and at which field."""

from django.utils.translation import gettext_lazy as _

from .. import services, surat

DIPAKAI = {
    "username": _("Another account has this username. Add a number or a second name."),
    "email": _("Another account has this e-mail."),
    "telepon": _("Another account has this phone number."),
}
KALIMAT = {
    services.NamaMasukTidakSah: (
        "username",
        _("A username has letters, digits, dots or dashes, no spaces; no phone number, no e-mail."),
    ),
    services.AkunNonaktif: (None, _("This account is deactivated.")),
    services.SudahAktif: (None, _("This account is active already.")),
    services.AlasanKosong: ("alasan", _("Please write why.")),
    services.AdminTerakhir: (
        None,
        _("Nobody would be left to administer the system. Give the role to somebody else first."),
    ),
    services.PeranTidakDikenal: ("peran", _("There is no such role.")),
    services.PeranTumpangTindih: (
        "peran",
        _("The account holds this role on some of these days already. Look at the dates below."),
    ),
    services.BerakhirSebelumMulai: ("sampai", _("The last day lies before the first.")),
    services.TanggalTidakWajar: (None, _("Please look at the year again.")),
    services.PeranSudahBerakhir: (
        None,
        _("This role has ended already, or ends earlier. To go on, give the role anew."),
    ),
    services.PeranSudahMulai: (
        None,
        _("This role has counted already, so it cannot be withdrawn: end it with a day."),
    ),
    services.TanpaDuaLangkah: (None, _("There is no second step to take off.")),
    surat.TanpaSurel: (None, _("This account has no e-mail.")),
}
DITOLAK = (*KALIMAT, services.SudahDipakai)


def explain(galat: Exception) -> tuple[str | None, str]:
    """(field or None, sentence) for a refusal."""
    if isinstance(galat, services.SudahDipakai):
        return galat.bidang, str(DIPAKAI[galat.bidang])
    bidang, kalimat = KALIMAT[type(galat)]
    return bidang, str(kalimat)


def refuse(form, galat: Exception) -> None:
    """Put the refusal beside its field where the form has it, above the form otherwise."""
    bidang, kalimat = explain(galat)
    form.add_error(bidang if bidang in form.fields else None, kalimat)
