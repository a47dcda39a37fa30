"""Adding a row unless it is there: one statement, and the answer whether it was added."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model

M = TypeVar("M", bound=Model)


def insert_once(baris: Model, *sama: str) -> bool:
    """Insert a new row and set its key; False, and nothing written, where one stands already.

    Without `sama` a unique constraint says so, and of two at once the second waits for the first. With
    the names of fields, a row that is equal in them; that is sure only under a lock that both take.
    """
    kunci = baris._meta.pk.column or ""
    isi, meja, kolom = _prepare(baris), _quote(baris._meta.db_table), _list_kolom(type(baris))
    syarat = " AND ".join(f"{kolom[nama]} = %s" for nama in sama) or "1 = 0"
    perintah = (
        f"INSERT INTO {meja} ({', '.join(kolom.values())}) SELECT {', '.join(['%s'] * len(isi))}"
        f" WHERE NOT EXISTS (SELECT 1 FROM {meja} WHERE {syarat})"
        f" ON CONFLICT DO NOTHING RETURNING {_quote(kunci)}"
    )
    with connection.cursor() as kursor:
        kursor.execute(perintah, [*isi.values(), *(isi[nama] for nama in sama)])
        hasil = kursor.fetchone()
    if hasil:
        _settle(baris, hasil[0])
    return bool(hasil)


def insert_missing(baris: Sequence[M], nama: str) -> list[M]:
    """Insert those of these rows that no unique constraint forbids, in one statement; gives them with
    their keys. `nama` is the field in which they differ."""
    if not baris:
        return []
    model = type(baris[0])
    isi, kolom = [_prepare(satu) for satu in baris], _list_kolom(model)
    satu = f"({', '.join(['%s'] * len(kolom))})"
    perintah = (
        f"INSERT INTO {_quote(model._meta.db_table)} ({', '.join(kolom.values())})"
        f" VALUES {', '.join([satu] * len(isi))}"
        f" ON CONFLICT DO NOTHING RETURNING {kolom[nama]}, {_quote(model._meta.pk.column or '')}"
    )
    with connection.cursor() as kursor:
        kursor.execute(perintah, [nilai for satu in isi for nilai in satu.values()])
        ada = dict(kursor.fetchall())
    baru = [b for b, satu in zip(baris, isi, strict=True) if satu[nama] in ada]
    for satu_baris in baru:
        _settle(satu_baris, ada[_prepare(satu_baris)[nama]])
    return baru


def _prepare(baris: Model) -> dict[str, Any]:
    """What is stored, by field."""
    bidang = [b for b in baris._meta.concrete_fields if not b.primary_key]
    return {b.name: b.get_db_prep_save(b.pre_save(baris, True), connection) for b in bidang}


def _list_kolom(model: type[Model]) -> dict[str, str]:
    bidang = [b for b in model._meta.concrete_fields if not b.primary_key]
    return {b.name: _quote(b.column or "") for b in bidang}


def _settle(baris: Model, kunci: int) -> None:
    baris.pk, baris._state.adding, baris._state.db = kunci, False, connection.alias


def _quote(nama: str) -> str:
    return connection.ops.quote_name(nama)
