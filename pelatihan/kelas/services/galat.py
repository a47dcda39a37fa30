"""What can go wrong in a class, by name."""


class AngkatanTutup(Exception):
    """The class has ended or was cancelled."""


class KelasLain(Exception):
    """The person takes this course in another class."""


class PerluDiundang(Exception):
    """The class takes invited people only, or those with its code."""


class UndanganLewat(PerluDiundang):
    """The person was invited, but the invitation does not count any more."""


class SudahDijawab(Exception):
    """The request was answered, or withdrawn, in the meantime."""


class PertemuanBatal(Exception):
    """The session was called off, or its class cancelled."""


class BukanPeserta(Exception):
    """The person is not a learner of this class."""


class KodeSalah(Exception):
    """The QR or the digits are not, or not any more, those of this session."""


class StatusTidakAda(Exception):
    """No such state or way of attendance, or an impossible moment."""
