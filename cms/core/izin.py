"""One permission policy that adapts a slice's `permissions.py` for Wagtail's viewsets and choosers.

A slice writes plain functions `can_<verb>_<noun>(user, obj=None)` and `visible_to(user)`; the policy
below lets every list, form, export, history and chooser of the admin ask them.
"""

from collections.abc import Callable

from django.db.models import QuerySet
from wagtail.permission_policies.base import BasePermissionPolicy

Can = Callable[..., bool]


class KebijakanIzin(BasePermissionPolicy):
    """`boleh` maps add/change/delete/view to functions; what is not named is refused."""

    def __init__(self, model, *, boleh: dict[str, Can], visible_to: Callable[..., QuerySet]):
        super().__init__(model)
        self.boleh = boleh
        self.visible_to = visible_to

    def user_has_permission(self, user, action):
        boleh = self.boleh.get(action)
        return bool(boleh and user.is_authenticated and user.is_active and boleh(user))

    def user_has_permission_for_instance(self, user, action, instance):
        boleh = self.boleh.get(action)
        return bool(
            boleh
            and user.is_authenticated
            and self.visible_to(user).filter(pk=instance.pk).exists()
            and boleh(user, instance)
        )

    def instances_user_has_any_permission_for(self, user, actions):
        if any(self.user_has_permission(user, action) for action in actions):
            return self.visible_to(user)
        return self.model._default_manager.none()

    def instances_user_has_permission_for(self, user, action):
        return self.instances_user_has_any_permission_for(user, [action])

    def users_with_any_permission(self, actions):
        """Accounts whose roles open one of these actions: as many queries for ten as for a thousand."""
        from django.contrib.auth import get_user_model

        semua = get_user_model().objects.filter(is_active=True)
        calon = semua.prefetch_related("peran__group")
        return semua.filter(
            pk__in=[u.pk for u in calon if any(self.user_has_permission(u, a) for a in actions)]
        )


class TerlihatMixin:
    """For lists and exports of the admin: only rows that this account may see.

    Wagtail's generic lists ask the policy about the model, never about the rows.
    """

    def get_base_queryset(self):
        return self.permission_policy.visible_to(self.request.user)  # type: ignore[attr-defined]
