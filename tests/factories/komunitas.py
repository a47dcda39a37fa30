"""Places, people and groups for tests."""

from datetime import date

import factory

from cms.komunitas.models import Anggota, Ksm


class AnggotaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Anggota

    nama = factory.Sequence(lambda n: f"Anggota Contoh {n}")


class KsmFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Ksm

    nama = factory.Sequence(lambda n: f"KSM Contoh {n}")
    berdiri_pada = date(2020, 1, 1)
