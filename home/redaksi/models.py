"""Review: the task of the workflow, and the look afterwards at what had to go out at once."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from cms.core.waktu import sekarang


class TinjauTask(AbstractGroupApprovalTask):
    """Reviewers approve or return; nobody approves what they sent for review themselves."""

    class Meta:
        verbose_name = _("review of news")

    def start(self, workflow_state, user=None):
        from .services import ask_review

        task_state = super().start(workflow_state, user=user)
        ask_review(task_state)
        return task_state

    def on_action(self, task_state, user, action_name, **kwargs):
        from .services import tell_editor

        super().on_action(task_state, user, action_name, **kwargs)
        tell_editor(task_state, user, action_name, kwargs.get("comment", ""))

    def get_actions(self, obj, user):
        keadaan = obj.current_workflow_state
        if keadaan and keadaan.requested_by_id == user.pk:
            return []
        return super().get_actions(obj, user)


class TinjauanSusulan(models.Model):
    """A look afterwards at an urgent item that its editor published at once."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    berita = models.ForeignKey("home.BeritaPage", models.CASCADE, related_name="tinjauan_susulan")
    penerbit = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField(default=sekarang)
    diperiksa_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    diperiksa_pada = models.DateTimeField(null=True)
    catatan = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["berita"],
                condition=models.Q(diperiksa_pada__isnull=True),
                name="tinjauan_susulan_satu_terbuka",
            )
        ]

    def __str__(self) -> str:
        return str(self.berita)
