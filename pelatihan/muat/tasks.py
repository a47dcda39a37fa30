"""Work on loaded courses that time sets off."""

from celery import shared_task

from .ingat import remind_tinjau as remind


@shared_task(name="pelatihan.remind_tinjau")
def remind_tinjau() -> None:
    """Tell the makers which lessons are to be reviewed from today on."""
    remind()
