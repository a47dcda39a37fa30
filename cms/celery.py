"""The Celery application. Delivery only: what must not be lost stands in the outbox (cms.notifikasi)."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.lokal")

app = Celery("guyub", task_cls="cms.mesin.tugas:Tugas")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@app.on_configure.connect
def _add_steps(**_kwargs):
    from cms.mesin.denyut import BeatDalam, Denyut

    app.steps["worker"].update({BeatDalam, Denyut})
