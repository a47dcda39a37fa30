"""Thin shells around delivery."""

from celery import shared_task

from . import services


@shared_task(name="notifikasi.deliver_batch")
def deliver_batch(ids: list[int]) -> None:
    services.deliver(ids)


@shared_task(name="notifikasi.sweep")
def sweep() -> None:
    services.sweep()
