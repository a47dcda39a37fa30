"""The one permission policy asks about a thousand accounts as cheaply as about two."""

import pytest

from cms.accounts import peran
from cms.accounts.models import User
from cms.accounts.selectors import has_peran
from cms.core.izin import KebijakanIzin
from tests.factories.accounts import UserFactory


@pytest.mark.django_db
def test_who_may_is_answered_with_few_queries(django_assert_max_num_queries):
    kebijakan = KebijakanIzin(
        User,
        boleh={"view": lambda user, obj=None: has_peran(user, peran.EDITOR)},
        visible_to=lambda user: User.objects.all(),
    )
    editor = UserFactory(peran=["editor"])
    UserFactory.create_batch(12, peran=["kasir"])
    pergi = UserFactory(peran=["editor"])
    User.objects.filter(pk=pergi.pk).update(is_active=False)
    with django_assert_max_num_queries(4):
        assert list(kebijakan.users_with_any_permission(["view"])) == [editor]
