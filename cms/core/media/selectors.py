"""Pictures of a page with their renditions, at a constant number of queries."""

from collections.abc import Iterator

from django.db.models import prefetch_related_objects

from .models import Gambar


def prefetch_gambar(*nilai) -> None:
    """Fetch the renditions of every picture in these values (pictures, streams, structs, lists)."""
    gambar = list(_list_gambar(nilai))
    if gambar:
        prefetch_related_objects(gambar, "renditions")


def _list_gambar(nilai) -> Iterator[Gambar]:
    if isinstance(nilai, Gambar):
        yield nilai
    elif isinstance(nilai, dict):
        for isi in nilai.values():
            yield from _list_gambar(isi)
    elif hasattr(nilai, "__iter__") and not isinstance(nilai, str | bytes):
        for isi in nilai:
            yield from _list_gambar(getattr(isi, "value", isi))
