"""Personal links for tests."""

from cms.accounts.models import User
from cms.komunitas.models import Anggota
from cms.komunitas.tautan.models import TautanPribadi
from cms.komunitas.tautan.services import create_tautan

from .accounts import UserFactory
from .komunitas import AnggotaFactory


def make_tautan(
    anggota: Anggota | None = None, actor: User | None = None, **isi
) -> tuple[TautanPribadi, str]:
    """(link, its token) for the head of the village, given by a secretary."""
    return create_tautan(
        anggota=anggota or AnggotaFactory(nama="Harjo Sumitro"),
        actor=actor or UserFactory(peran=["sekretaris"]),
        **isi,
    )
