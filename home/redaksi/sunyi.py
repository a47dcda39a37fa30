"""Wagtail's own letters about workflows are switched off: ours go through the outbox."""

from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted


def silence_wagtail_mail() -> None:
    """Called once from `HomeConfig.ready`, after Wagtail's admin connected its receivers."""
    task_submitted.disconnect(
        sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification"
    )
    for sinyal, nama in (
        (workflow_submitted, "submitted"),
        (workflow_rejected, "rejected"),
        (workflow_approved, "approved"),
    ):
        sinyal.disconnect(
            sender=WorkflowState, dispatch_uid=f"workflow_state_{nama}_email_notification"
        )
