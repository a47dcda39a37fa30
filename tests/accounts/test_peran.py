"""A role counts only inside its dates, also for Wagtail, which reads Django's groups."""

from datetime import date

import pytest

from cms.accounts import peran
from cms.accounts.selectors import get_users_with_peran, has_peran
from cms.accounts.services import PeranTidakDikenal, end_peran, give_peran
from cms.core import waktu

pytestmark = [pytest.mark.django_db, pytest.mark.dua]


def test_role_begins_and_ends(user, client):
    with waktu.pada(date(2026, 1, 1)):
        baris = give_peran(user=user, peran=peran.EDITOR, dasar="uji", dari=date(2026, 1, 2))
        assert not has_peran(user, peran.EDITOR)
    with waktu.pada(date(2026, 1, 2)):
        assert has_peran(user, peran.EDITOR)
        assert list(get_users_with_peran(peran.EDITOR)) == [user]
        client.force_login(user)
        client.get("/akun/masuk/")
        assert user.groups.filter(name="editor").exists()
        end_peran(peran=baris, sampai=date(2026, 1, 2))
    with waktu.pada(date(2026, 1, 3)):
        assert not has_peran(user, peran.EDITOR)
        client.get("/akun/masuk/")
        assert not user.groups.filter(name="editor").exists()


def test_unknown_role_is_refused(user):
    with pytest.raises(PeranTidakDikenal):
        give_peran(user=user, peran="raja", dasar="uji")
