"""Two entries of one person become one: what the things say."""

from django.utils.translation import gettext as _

from cms.komunitas.penggabungan import move

from .serahan import cancel_of_anggota


def move_pemegang(bidang, *, dari, ke, actor) -> None:
    """What somebody holds goes along; what waits for their word is cancelled and begins anew."""
    alasan = _("The person was entered twice; please begin the hand-over again.")
    cancel_of_anggota(anggota=dari, alasan=alasan, actor=actor)
    move(bidang, dari=dari, ke=ke, actor=actor)
