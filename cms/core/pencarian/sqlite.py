"""Full text on SQLite at a cost that does not grow with the news: page ids, best or newest first."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Page

TERBANYAK = 300
FTS = "wagtailsearch_indexentry_fts"
# Walks the matches from the newest on and stops after the few hundred anybody would page through.
TERBARU = f"""
    SELECT e.object_id FROM {FTS} JOIN wagtailsearch_indexentry e ON e.id = {FTS}.rowid
    WHERE {FTS} MATCH %s AND e.content_type_id IN ({{}}) ORDER BY {FTS}.rowid DESC LIMIT %s
"""
# Begins at the entries of the types, which are few, and never looks at matches among the news.
TERBAIK = f"""
    SELECT e.object_id FROM wagtailsearch_indexentry e CROSS JOIN {FTS} ON {FTS}.rowid = e.id
    WHERE e.content_type_id IN ({{}}) AND {FTS} MATCH %s ORDER BY bm25({FTS}) LIMIT %s
"""


def find_newest(model: tuple[type[Page], ...], kata: str) -> list[int]:
    """Entries indexed last that hold every word (`kata`: letters, digits, single spaces)."""
    jenis = _list_jenis(model)
    return _run(TERBARU, [_match(kata), *jenis, TERBANYAK], jenis)


def find_best(model: tuple[type[Page], ...], kata: str) -> list[int]:
    """Entries that hold every word, the best match first; for types with few pages."""
    jenis = _list_jenis(model)
    return _run(TERBAIK, [*jenis, _match(kata), TERBANYAK], jenis)


def _list_jenis(model: tuple[type[Page], ...]) -> list[int]:
    return [j.pk for j in ContentType.objects.get_for_models(*model).values()]


def _match(kata: str) -> str:
    return "{title body} : (" + " AND ".join(f'"{k}"' for k in kata.split()) + ")"


def _run(kueri: str, nilai: list, jenis: list[int]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(kueri.format(", ".join(["%s"] * len(jenis))), nilai)
        return [int(baris[0]) for baris in cursor.fetchall()]
