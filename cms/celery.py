"""The Celery application. Delivery only: what must not be lost stands in the outbox (cms.notifikasi)."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.lokal")

app = Celery("guyub")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
