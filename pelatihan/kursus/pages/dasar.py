"""What pages of courses have in common: they are released when published, and name their sources."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.apps import apps
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from cms.core.halaman.pages import BasePage

_ditunda: ContextVar[bool] = ContextVar("rilis_ditunda", default=False)


@contextmanager
def defer_rilis() -> Iterator[None]:
    """While many pages of a course are published at once, release it once, at the end, by hand."""
    token = _ditunda.set(True)
    try:
        yield
    finally:
        _ditunda.reset(token)


class TerbitMixin:
    """The first publishing of a course with content makes its first release; later ones are made by hand.

    What is published then shows to readers at once, and as a change not yet released in the office.
    """

    @transaction.atomic
    def publish(self, revision, user=None, **kwargs):
        hasil = super().publish(revision, user=user, **kwargs)  # type: ignore[misc]
        kursus = self.get_kursus()
        if kursus and kursus.live and not _ditunda.get():
            kursus.release_first(actor=user)
        return hasil

    def get_kursus(self):
        """The course this page belongs to, fresh from the database."""
        leluhur = self.get_ancestors(inclusive=True)  # type: ignore[attr-defined]
        kursus = apps.get_model("pelatihan", "KursusPage")
        return kursus.objects.filter(pk__in=leluhur.values("pk")).first()


def list_kunci(halaman) -> list[UUID]:
    """Keys of related pages in the order of the tree; the manager may be modelcluster's."""
    return [satu.kunci for satu in sorted(halaman.all(), key=lambda satu: satu.path)]


class BahanPage(BasePage):
    """What courses and lessons have in common: where their facts come from."""

    sumber = models.TextField(_("sources"), blank=True, help_text=_("One per line."))
    per_tanggal = models.DateField(_("as of"), null=True, blank=True)
    tinjau_pada = models.DateField(
        _("review on"),
        null=True,
        blank=True,
        help_text=_("From this day on the office reminds you to check law, fees and figures."),
    )

    class Meta:
        abstract = True

    @property
    def daftar_sumber(self) -> list[str]:
        return [satu.strip() for satu in self.sumber.splitlines() if satu.strip()]
