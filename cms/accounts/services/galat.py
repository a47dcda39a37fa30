"""Conditions under which a change to an account or a role is refused."""


class TidakBerwenang(Exception):
    """This officer may not do this to this account."""


class SudahDipakai(Exception):
    """Another account has this username, e-mail or phone; the first argument names the field."""

    @property
    def bidang(self) -> str:
        return self.args[0]


class NamaMasukTidakSah(Exception):
    """The username reads like a phone number or an e-mail, so nobody could sign in with it."""


class AkunNonaktif(Exception):
    """The account is deactivated: neither changed nor given a role."""


class SudahAktif(Exception):
    """The account is active already."""


class AlasanKosong(Exception):
    """Deactivating needs a reason."""


class AdminTerakhir(Exception):
    """Nobody would be left to administer the system."""


class PeranTidakDikenal(Exception):
    """There is no role of this name."""


class PeranTumpangTindih(Exception):
    """The account holds the same role on some of these days already."""


class BerakhirSebelumMulai(Exception):
    """The last day lies before the first."""


class TanggalTidakWajar(Exception):
    """A year that no BKM will see, most likely a typing error."""


class PeranSudahBerakhir(Exception):
    """The role has ended, or ends before the day that was asked for."""


class PeranSudahMulai(Exception):
    """Only a role that began today or has not begun can be withdrawn; others end with a date."""


class TanpaDuaLangkah(Exception):
    """The account has no second step to take away."""
