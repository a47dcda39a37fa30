"""Accounts and roles for tests."""

import factory

from cms.accounts.models import User
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
