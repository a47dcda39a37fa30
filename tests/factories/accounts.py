"""Accounts and roles for tests."""

import factory

from cms.accounts import kartu as layanan_kartu
from cms.accounts.models import Kartu, User
from cms.accounts.services import give_peran


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"warga{n}")
    nama = factory.Sequence(lambda n: f"Warga Contoh {n}")
    email = factory.LazyAttribute(lambda u: f"{u.username}@contoh.example")
    password = factory.PostGenerationMethodCall("set_password", "rahasia-uji")

    @factory.post_generation
    def peran(self, create, extracted, **kwargs):
        self.save()
        for nama in extracted or ():
            give_peran(user=self, peran=nama, dasar="uji")


def make_kartu(user=None, pin: str = "") -> Kartu:
    """A card as the secretariat makes it, if wanted with its PIN."""
    user, actor = user or UserFactory(), UserFactory(peran=["sekretaris"])
    kartu = layanan_kartu.issue_kartu(user=user, actor=actor)
    return layanan_kartu.set_pin(user=user, pin=pin, actor=actor) if pin else kartu
