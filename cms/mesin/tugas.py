"""The house's Celery task: a log line of a task carries the id of the request that sent it."""

from celery import Task
from structlog.contextvars import bound_contextvars, get_contextvars

PERMINTAAN = "permintaan"


class Tugas(Task):
    abstract = True

    def apply_async(self, args=None, kwargs=None, **options):
        permintaan = get_contextvars().get(PERMINTAAN)
        if permintaan:
            options["headers"] = {**(options.get("headers") or {}), PERMINTAAN: permintaan}
        return super().apply_async(args, kwargs, **options)

    def __call__(self, *args, **kwargs):
        with bound_contextvars(**self._get_ids()):
            return super().__call__(*args, **kwargs)

    def _get_ids(self) -> dict[str, str]:
        """A worker finds the sender's id on the request itself, an eager call among its headers."""
        permintaan = getattr(self.request, PERMINTAAN, None)
        permintaan = permintaan or (self.request.headers or {}).get(PERMINTAAN)
        return {PERMINTAAN: str(permintaan or self.request.id or ""), "tugas": self.name}
