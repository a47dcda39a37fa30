"""Why something about a thing cannot be done."""


class TidakBerwenang(Exception):
    """This account may not do this to this thing."""


class SudahBerakhir(Exception):
    """The thing was sold, given away or written off."""


class MasihBerjalan(Exception):
    """A hand-over of this thing waits already."""


class SerahanTertutup(Exception):
    """This hand-over has ended and cannot change any more."""


class PenerimaSama(Exception):
    """The receiver holds the thing already."""
