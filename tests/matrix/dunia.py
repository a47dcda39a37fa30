"""What the table's rows point at: one who knocks, and objects made when a row asks for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import cached_property
from uuid import uuid4

from django.db import transaction

from cms.core.waktu import hari_ini
from pelatihan.models import KursusPage
from tests.factories.accounts import UserFactory
from tests.factories.komunitas import AnggotaFactory, KsmFactory
from tests.factories.pelatihan import make_kuis, make_kursus
from tests.factories.tugas import make_kursus_tugas

from .tabel import ANONIM, WARGA

BERSAMA, BERTUGAS = "Kursus bersama", "Kursus bertugas"


def get_kursus() -> KursusPage:
    """The course that all rows share: to build one takes longer than fifty knocks."""
    return KursusPage.objects.get(title=BERSAMA)


def get_kursus_tugas() -> KursusPage:
    """The shared course whose last lesson is an assignment."""
    return KursusPage.objects.get(title=BERTUGAS)


class Dunia:
    """Built anew for every role, inside the test's transaction."""

    def __init__(self, siapa: str):
        self.siapa = siapa

    def build(self) -> None:
        """What rows share stands before the first one, because every row is undone."""
        make_kursus(kuis=make_kuis(), judul=BERSAMA)
        make_kursus_tugas(judul=BERTUGAS)
        for nama in ("user", "anggota", "orang_lain", "ksm"):
            getattr(self, nama)

    @contextmanager
    def row(self) -> "Iterator[Dunia]":
        """A copy for one row: what it builds and what its knock changes is gone before the next."""
        with transaction.atomic():
            yield deepcopy(self)
            transaction.set_rollback(True)

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
