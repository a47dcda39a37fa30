"""Conditions that the services of this slice raise."""


class RembugTerkunci(Exception):
    """A decision of this meeting is ratified or out for signature."""


class HadirSalah(Exception):
    """The counts of the meeting cannot be; args[0] is "kosong" or "perempuan"."""


class KuorumTidakTercapai(Exception):
    """Too few of the invited were present."""


class SuaraSalah(Exception):
    """The vote does not carry the decision; args[0] is "lebih" or "kalah"."""


class PenandaTanganKurang(Exception):
    """Those present by name could not ratify it, even if all signed."""


class BukanKonsep(Exception):
    """Only a draft may be changed."""


class TidakMenunggu(Exception):
    """The decision is not waiting for signatures."""


class BukanPenandaTangan(Exception):
    """This account was not present in an office that signs."""


class TeksBerubah(Exception):
    """The text on the signer's screen is not the present one."""


class SudahDiganti(Exception):
    """Another ratified decision already replaces the same one."""


class BelumSah(Exception):
    """Only a ratified decision that was not replaced can stand behind something."""


class BerlakuMundur(Exception):
    """A setting or role cannot begin before the decision behind it."""


class NilaiTidakCocok(Exception):
    """The value is of another kind than the setting's present one."""
