"""What may stand in the way of an attempt, as callers name it."""


class KuisTidakAda(Exception):
    """The learner's release holds no such quiz."""


class TesTertutup(Exception):
    """The test is not open to this learner now, or was taken: a test is taken once."""


class SoalTidakAda(Exception):
    """The quiz holds no such question."""


class JawabanTidakSah(Exception):
    """The answer has not the shape of its kind, or names what is not offered."""


class SudahDikumpulkan(Exception):
    """The attempt was handed in; its answers stay as they are."""


class WaktuHabis(SudahDikumpulkan):
    """Time and grace are over; what was stored until then counts."""


class PercobaanHabis(Exception):
    """The learner has used all attempts that the quiz allows."""


class PercobaanTerbuka(Exception):
    """An attempt on a screen is still open, so none from paper can be handed in; the argument is it."""


class JawabanTetap(Exception):
    """This quiz shows feedback at once, so an answer once given is final."""


class BelumDikumpulkan(Exception):
    """The attempt is still open; there is nothing to mark yet."""


class NilaiSendiri(Exception):
    """Nobody marks their own essay."""


class PoinTidakSah(Exception):
    """Points miss a criterion of the rubric, or are more than it holds."""
