"""What raises the generation: Wagtail's page signals and changes of what pages show.

The one place in the house that listens to signals; services call `raise_generation()` themselves.
Renditions are left out: rendering a page makes them.
"""

from django.apps import apps
from django.db.models.signals import post_delete, post_save
from wagtail.contrib.settings.registry import registry
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move
from wagtail.snippets.models import get_snippet_models

from . import raise_generation


def connect() -> None:
    """Called once from `CoreConfig.ready`."""
    for sinyal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        sinyal.connect(_raise, dispatch_uid="guyub-pagecache")
    post_delete.connect(_raise_for_page, dispatch_uid="guyub-pagecache-page")
    post_save.connect(_raise_for_page, dispatch_uid="guyub-pagecache-page")
    for model in _get_models():
        post_save.connect(_raise, sender=model, dispatch_uid="guyub-pagecache")
        post_delete.connect(_raise, sender=model, dispatch_uid="guyub-pagecache")


def _get_models() -> set:
    lain = {apps.get_model(n) for n in ("core.Gambar", "core.Dokumen", "wagtailredirects.Redirect")}
    wagtail = {Site, Collection, PageViewRestriction, CollectionViewRestriction}
    return lain | wagtail | set(registry) | set(get_snippet_models())


def _raise(**kwargs) -> None:
    raise_generation()


def _raise_for_page(sender, instance, update_fields=None, **kwargs) -> None:
    """A page row written whole, as by a script; drafts only touch named fields."""
    if isinstance(instance, Page) and update_fields is None:
        raise_generation()
