"""Who reviews news, and what goes out before somebody else has read it."""

from wagtail.models import PagePermissionTester

from cms.accounts import peran
from cms.accounts.selectors import get_users_with_peran, has_peran

PENINJAU = (peran.KOORDINATOR, peran.PENINJAU)
PENULIS = (peran.EDITOR,)


def can_review_berita(user, berita=None) -> bool:
    """Reviewers are the koordinator and the BKM members named for it."""
    return has_peran(user, *PENINJAU)


def can_publish_langsung(user, berita) -> bool:
    """A reviewer publishes what somebody else wrote: two persons have read it."""
    return can_review_berita(user) and berita.owner_id != user.pk


def can_publish_susulan(user, segera: str) -> bool:
    """Out now, with a look afterwards: what is urgent, and all news of the only reviewer."""
    if segera and has_peran(user, *PENULIS, *PENINJAU):
        return True
    return can_review_berita(user) and not _has_peninjau_lain(user)


def _has_peninjau_lain(user) -> bool:
    return get_users_with_peran(*PENINJAU).exclude(pk=user.pk).exists()


class IzinBerita(PagePermissionTester):
    """Wagtail's own tester, by persons: closed for one's own item and for whoever is no reviewer.

    Only the edit form sets `boleh_susulan` (from what was submitted), and what it publishes goes
    through `publish_susulan`. Bulk actions and every other way ask here and find the door closed.
    """

    def can_publish(self):
        return getattr(self.page, "boleh_susulan", False) or (
            super().can_publish() and can_publish_langsung(self.user, self.page)
        )

    def can_set_view_restrictions(self):
        return super().can_publish() and can_review_berita(self.user)

    can_unschedule = can_set_view_restrictions


class IzinIndeksBerita(PagePermissionTester):
    """News is saved first and published afterwards; a copy begins as a draft."""

    def can_publish_subpage(self):
        return False
