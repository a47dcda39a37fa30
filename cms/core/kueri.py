"""A query that is asked with every step of a learner: its SQL is written once, later only values go in.

Writing SQL from a QuerySet costs more than a small answer does. Rights stay where they are: what is
written once is the QuerySet that `permissions.py` gives.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Field, Model, QuerySet

M = TypeVar("M", bound=Model)


class KueriTetap(Generic[M]):
    """`bangun(*contoh)` gives the QuerySet for sample values, one for each of `bidang`: (model, field)
    whose kind of value it takes. Samples must differ from each other and from whatever else stands in
    the query. Rows come back without related rows; annotations come along."""

    def __init__(
        self,
        bangun: Callable[..., QuerySet[M]],
        *bidang: tuple[type[Model], str],
        contoh: tuple[Any, ...],
    ):
        self.bangun, self.bidang, self.contoh = bangun, bidang, contoh
        self._tertulis: dict[str, tuple[type[M], str, list]] = {}

    def first(self, *nilai) -> M | None:
        """The first row for these values."""
        model, perintah, isian = self._write()
        siap = self._prepare(nilai)
        baris = model._default_manager.raw(perintah, [f(siap) for f in isian])
        return next(iter(baris), None)

    def _prepare(self, nilai) -> list:
        return [
            self._get_bidang(satu).get_db_prep_value(isi, connection)
            for satu, isi in zip(self.bidang, nilai, strict=True)
        ]

    def _get_bidang(self, satu: tuple[type[Model], str]) -> Field:
        return satu[0]._meta.get_field(satu[1])  # type: ignore[return-value]

    def _write(self) -> tuple[type[M], str, list]:
        """By engine: model, SQL, and for each place in it what goes there."""
        if connection.vendor not in self._tertulis:
            kueri = self.bangun(*self.contoh)
            perintah, isian = kueri.query.sql_with_params()
            contoh = self._prepare(self.contoh)
            self._tertulis[connection.vendor] = (
                kueri.model,
                perintah,
                [_fill(contoh, satu) for satu in isian],
            )
        return self._tertulis[connection.vendor]


def _fill(contoh: list, isi: Any) -> Callable[[list], Any]:
    """Takes the value whose sample stands here; what is no sample stays."""
    if isi in contoh:
        nomor = contoh.index(isi)
        return lambda siap: siap[nomor]
    return lambda siap: isi
