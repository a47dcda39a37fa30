"""Work of the learner's pages that time sets off."""

from celery import shared_task

from .services import close_kuis_habis


@shared_task(name="pelatihan.close_kuis")
def close_kuis() -> None:
    """Close quizzes whose time ended while nobody looked."""
    close_kuis_habis()
