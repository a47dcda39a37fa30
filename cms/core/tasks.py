"""Work of the foundations that time sets off."""

from celery import shared_task
from django.core.management import call_command

from .batas.services import purge_batas


@shared_task(name="core.publish_scheduled")
def publish_scheduled() -> None:
    """Publish and withdraw what editors scheduled; Wagtail's signals then raise the generation."""
    call_command("publish_scheduled", verbosity=0)


@shared_task(name="core.purge_batas")
def purge_old_batas() -> None:
    """Forget old counters."""
    purge_batas()
