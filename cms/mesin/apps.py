from pathlib import Path

from django.apps import AppConfig
from django.conf import settings


class MesinConfig(AppConfig):
    name = "cms.mesin"
    label = "mesin"
    verbose_name = "Ruang mesin"

    def ready(self):
        """Tasks written with `shared_task` find the house's Celery application in every process."""
        import cms.celery  # noqa: F401

        make_antrean(Path(settings.GUYUB_DATA))


def make_antrean(data: Path) -> None:
    """The queue folders of the filesystem transport; a folder not there yet is left alone."""
    if not settings.REDIS_URL and data.is_dir():
        try:
            (data / "antrean" / "kendali").mkdir(parents=True, exist_ok=True)
        except OSError:
            return
