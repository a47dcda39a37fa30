"""Who reviews news, and what an editor may publish without waiting."""

from wagtail.models import PagePermissionTester

from cms.accounts import peran
from cms.accounts.selectors import has_peran

PENINJAU = (peran.KOORDINATOR, peran.PENINJAU)
PENULIS = (peran.EDITOR,)


def can_review_berita(user, berita=None) -> bool:
    """Reviewers are the koordinator and the BKM members named for it."""
    return has_peran(user, *PENINJAU)


def can_publish_segera(user, berita) -> bool:
    """Death notices, danger and changed times go out at once; the look comes afterwards."""
    return bool(berita.segera) and has_peran(user, *PENULIS)


class IzinBerita(PagePermissionTester):
    """Wagtail's own tester, which lets an editor publish a saved item that is marked urgent."""

    def can_publish(self):
        return super().can_publish() or self._is_segera()

    def _is_segera(self) -> bool:
        tersimpan = self.page.get_latest_revision_as_object() if self.page.pk else self.page
        return can_publish_segera(self.user, tersimpan) and not self.page_locked()
