"""Adding a row unless it is there: one statement, and the answer whether it was added."""

from django.db import connection
from django.db.models import Model


def insert_once(baris: Model, *sama: str) -> bool:
    """Insert a new row and set its key; False, and nothing written, where one stands already.

    Without `sama` a unique constraint says so, and of two at once the second waits for the first. With
    the names of fields, a row that is equal in them; that is sure only under a lock that both take.
    """
    kunci = baris._meta.pk.column or ""
    bidang = [b for b in baris._meta.concrete_fields if not b.primary_key]
    isi = {b.name: b.get_db_prep_save(b.pre_save(baris, True), connection) for b in bidang}
    meja, kolom = _quote(baris._meta.db_table), {b.name: _quote(b.column or "") for b in bidang}
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
        baris.pk, baris._state.adding, baris._state.db = hasil[0], False, connection.alias
    return bool(hasil)


def _quote(nama: str) -> str:
    return connection.ops.quote_name(nama)
