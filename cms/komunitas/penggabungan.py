"""What happens to every row that points to a person when two entries of one person are merged.

A room says so for each of its foreign keys in `AppConfig.ready()`; a test finds the forgotten ones.
History that is guarded stays with the entry under which it was written.
"""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import models

from cms.core import waktu

Cara = Callable[..., None]
_CARA: dict[str, Cara] = {}


def register_cara(bidang: str, cara: Cara) -> None:
    """`bidang` is "app.model.field"; `cara(bidang, dari=, ke=, actor=)` moves its rows."""
    _CARA[bidang] = cara


def get_cara(bidang: models.Field) -> Cara:
    """Raises KeyError for a foreign key whose room said nothing."""
    return _CARA[name_bidang(bidang)]


def name_bidang(bidang: models.Field) -> str:
    return f"{bidang.model._meta.label_lower}.{bidang.name}"


def list_bidang() -> list[Any]:
    """Every foreign key of the house that points to a person, hidden ones too."""
    orang = apps.get_model("komunitas", "Anggota")
    return [
        hubungan.field  # type: ignore[union-attr]
        for hubungan in orang._meta.get_fields(include_hidden=True)
        if hubungan.auto_created and hubungan.is_relation and not hubungan.concrete
    ]


def move(bidang: models.Field, *, dari, ke, actor) -> None:
    """All rows go along."""
    bidang.model._default_manager.filter(**{bidang.name: dari}).update(**{bidang.name: ke})


def keep(bidang: models.Field, *, dari, ke, actor) -> None:
    """The rows stay: they are signed or frozen as they are."""


def move_dated(*kunci: str) -> Cara:
    """Rows with `dari` and `sampai` go along; where both hold the same, the other's ends today.

    `kunci` names what may be open only once per person.
    """

    def cara(bidang: Any, *, dari, ke, actor) -> None:
        baris = bidang.model._default_manager
        sama = baris.filter(**{bidang.name: ke}, sampai__isnull=True).values_list(*kunci)
        for satu in baris.filter(**{bidang.name: dari}, sampai__isnull=True):
            if tuple(getattr(satu, k) for k in kunci) in set(sama):
                satu.sampai = max(satu.dari, waktu.hari_ini())
                satu.save(update_fields=["sampai"])
        move(bidang, dari=dari, ke=ke, actor=actor)

    return cara
