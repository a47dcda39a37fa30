"""Work of the learner's pages that time sets off."""

from celery import shared_task

from ..penilaian.regrade import resume_koreksi
from .services import close_kuis_habis


@shared_task(name="pelatihan.close_kuis")
def close_kuis() -> None:
    """Close quizzes whose time ended while nobody looked."""
    close_kuis_habis()


@shared_task(name="pelatihan.resume_koreksi")
def resume_regrade() -> None:
    """Go on with corrections of questions that were interrupted."""
    resume_koreksi()
