"""What the table's rows point at: one who knocks, and objects made when a row asks for them."""

from functools import cached_property
from uuid import uuid4

from cms.core.waktu import hari_ini
from tests.factories.accounts import UserFactory
from tests.factories.komunitas import AnggotaFactory, KsmFactory

from .tabel import ANONIM, WARGA


class Dunia:
    """Built anew for every role, inside the test's transaction."""

    def __init__(self, siapa: str):
        self.siapa = siapa

    @cached_property
    def user(self):
        """The account that knocks; also made for nobody, so that rows may use it."""
        peran = [] if self.siapa in (ANONIM, WARGA) else [self.siapa]
        return UserFactory(username="pengetuk", peran=peran)

    @cached_property
    def anggota(self):
        return AnggotaFactory(akun=self.user, nama="Pengetuk Pintu")

    @cached_property
    def orang_lain(self):
        """Another person with an account and no role."""
        return AnggotaFactory(akun=UserFactory(), nama="Orang Lain")

    @cached_property
    def ksm(self):
        return KsmFactory()

    @property
    def acak(self):
        """A uuid that nothing has."""
        return uuid4()

    @property
    def hari(self):
        return hari_ini()
