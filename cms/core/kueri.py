"""A query that is asked with every step of a learner: its SQL is written once, later only values go in.

Writing SQL from a QuerySet costs more than a small answer does. Rights stay where they are: what is
written once is the QuerySet that `permissions.py` gives.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Field, Model, QuerySet
from django.db.models.query import ModelIterable

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class _Tulisan(Generic[M]):
    """SQL for one engine, what goes into each place of it, and how its rows are read."""

    model: type[M]
    perintah: str
    isian: list[Callable[[list], Any]]
    pembaca: Any

    def read(self, siap: list) -> list[M]:
        """The rows for prepared values; Django reads them as those of any QuerySet."""
        pembaca = copy(self.pembaca)
        pembaca.connection = connection
        pembaca.as_sql = lambda: (self.perintah, tuple(f(siap) for f in self.isian))
        kueri: Any = SimpleNamespace(get_compiler=lambda using: pembaca)
        return list(ModelIterable(QuerySet(self.model, query=kueri, using=connection.alias)))


class KueriTetap(Generic[M]):
    """`bangun(*contoh)` gives the QuerySet for sample values, one for each of `bidang`: (model, field)
    whose kind of value it takes. Samples must differ from each other and from whatever else stands in
    the query. Rows come with what `select_related` and `annotate` add; nothing is prefetched."""

    def __init__(
        self,
        bangun: Callable[..., QuerySet[M]],
        *bidang: tuple[type[Model], str],
        contoh: tuple[Any, ...],
    ):
        self.bangun, self.bidang, self.contoh = bangun, bidang, contoh
        self._tertulis: dict[str, _Tulisan[M]] = {}

    def first(self, *nilai) -> M | None:
        """The first row for these values."""
        return next(iter(self.all(*nilai)), None)

    def all(self, *nilai) -> list[M]:
        """The rows for these values."""
        return self._write().read(self._prepare(nilai))

    def _prepare(self, nilai) -> list:
        return [
            self._get_bidang(satu).get_db_prep_value(isi, connection)
            for satu, isi in zip(self.bidang, nilai, strict=True)
        ]

    def _get_bidang(self, satu: tuple[type[Model], str]) -> Field:
        return satu[0]._meta.get_field(satu[1])  # type: ignore[return-value]

    def _write(self) -> _Tulisan[M]:
        if connection.vendor not in self._tertulis:
            kueri = self.bangun(*self.contoh)
            pembaca = kueri.query.get_compiler(connection=connection)
            perintah, isian = pembaca.as_sql()
            pembaca.connection = None  # every thread has its own
            contoh = self._prepare(self.contoh)
            self._tertulis[connection.vendor] = _Tulisan(
                kueri.model, perintah, [_fill(contoh, satu) for satu in isian], pembaca
            )
        return self._tertulis[connection.vendor]


def _fill(contoh: list, isi: Any) -> Callable[[list], Any]:
    """Takes the value whose sample stands here; what is no sample stays."""
    if isi in contoh:
        nomor = contoh.index(isi)
        return lambda siap: siap[nomor]
    return lambda siap: isi
