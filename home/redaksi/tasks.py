"""What time sets off for news."""

from celery import shared_task

from . import services


@shared_task(name="home.remind_review")
def remind_review() -> None:
    services.remind_review()


@shared_task(name="home.announce_berita")
def announce_berita() -> None:
    services.announce_berita()
