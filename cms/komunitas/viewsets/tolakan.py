"""What the person at the desk reads when a service refused."""

from django.utils.translation import gettext_lazy as _

from cms.accounts.services import TidakBerwenang

from .. import services

KALIMAT = {
    services.SudahBerakhir: _("This entry has ended; take the end back first if it was a mistake."),
    services.SudahBerakun: _("This person has an account already."),
    services.BelumBerakhir: _("This entry is open, or it was merged and stays closed."),
    services.OrangSama: _("Choose the other entry of the same person."),
    services.DiriSendiri: _("Your own entry is merged by somebody else."),
    services.SudahDigabung: _("One of the two entries has ended already."),
    services.AkunPengurus: _(
        "Both have accounts, and the one that would close belongs to an officer. End its roles first."
    ),
    TidakBerwenang: _(
        "An account goes along or is closed. Only the secretary or the administrator does that, and an "
        "administrator's account only another administrator."
    ),
    services.SudahKeluar: _("This person has left the group already."),
    services.TanggalSebelumDari: _("Choose a day that is not before the person joined."),
    services.JabatanSendiri: _("Your own office is entered by another officer."),
    services.SebelumBerdiri: _("Choose a day that is not before the group was founded."),
    services.SebelumMulai: _("Choose a day that is not before the office began."),
    services.DesaSudahAda: _("The village stands in the list already; there is only one."),
    services.IndukTidakCocok: _(
        "A place is part of a larger one: an RT of an RW, an RW of a hamlet or of the village."
    ),
}
