"""A data folder with many rows, made fast, in this process's own database file."""

import os
import tempfile
from datetime import timedelta
from pathlib import Path

DATA = Path(tempfile.mkdtemp(prefix="guyub-bench-"))


def setup_django() -> None:
    """Django on a fresh folder; called before anything of the house is imported."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.lokal")
    os.environ["GUYUB_DATA"] = str(DATA)
    os.environ.pop("DATABASE_URL", None)
    os.environ.pop("REDIS_URL", None)
    import django

    django.setup()


def build(banyak: int) -> None:
    """A site with `banyak` news items, all searchable."""
    from django.core.management import call_command

    from home.services import build_situs

    call_command("migrate", verbosity=0)
    build_situs()
    add_berita(banyak)


def add_berita(banyak: int) -> None:
    """Multiply one item by copying its two rows, which is what a thousand saves would leave."""
    from home.models import BeritaIndexPage, BeritaPage
    from tests.factories.home import make_berita

    contoh = make_berita(title="Kerja bakti saluran air", slug="berita-contoh")
    induk = BeritaIndexPage.objects.get()
    _copy_rows(contoh, induk, banyak - 1)
    induk.refresh_from_db()
    type(induk).objects.filter(pk=induk.pk).update(numchild=banyak)
    _index(BeritaPage.objects.all())


def _copy_rows(contoh, induk, banyak: int) -> None:
    from wagtail.models import Page

    page = Page.objects.filter(pk=contoh.pk).values().get()
    anak = _read(type(contoh)._meta.db_table, contoh.pk)
    awal = page["id"] + 1
    _insert("wagtailcore_page", [_vary(page, induk, awal, n) for n in range(banyak)])
    _insert(
        type(contoh)._meta.db_table,
        [
            {
                **anak,
                "page_ptr_id": awal + n,
                "kunci": f"{n:032x}",
                "terbit_pada": str(page["first_published_at"] - timedelta(minutes=n)),
            }
            for n in range(banyak)
        ],
    )


def _vary(page: dict, induk, awal: int, n: int) -> dict:
    return {
        **page,
        "id": awal + n,
        "path": type(induk)._get_path(induk.path, induk.depth + 1, n + 2),
        "slug": f"berita-salinan-{n}",
        "title": f"Kerja bakti saluran air {n}",
        "draft_title": f"Kerja bakti saluran air {n}",
        "url_path": f"{induk.url_path}berita-salinan-{n}/",
        "translation_key": f"{n + 1:032x}",
        "first_published_at": page["first_published_at"] - timedelta(minutes=n),
        "live_revision_id": None,
        "latest_revision_id": None,
    }


def _read(tabel: str, pk: int) -> dict:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {tabel} WHERE page_ptr_id = %s", [pk])
        nama = [k[0] for k in cursor.description]
        return dict(zip(nama, cursor.fetchone(), strict=True))


def _insert(tabel: str, baris: list[dict]) -> None:
    from django.db import connection, transaction

    if not baris:
        return
    kolom = list(baris[0])
    tempat = ", ".join(["%s"] * len(kolom))
    perintah = f"INSERT INTO {tabel} ({', '.join(kolom)}) VALUES ({tempat})"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(perintah, [[_to_sql(b[k]) for k in kolom] for b in baris])


def _to_sql(nilai):
    from datetime import datetime
    from uuid import UUID

    if isinstance(nilai, UUID):
        return nilai.hex
    return nilai.isoformat(" ") if isinstance(nilai, datetime) else nilai


def _index(semua) -> None:
    from wagtail.search.backends import get_search_backend

    indeks = get_search_backend().get_index_for_model(semua.model)
    for mulai in range(0, semua.count(), 1000):
        indeks.add_items(semua.model, list(semua.order_by("pk")[mulai : mulai + 1000]))
