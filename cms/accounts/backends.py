"""The house's one way to check a password: username, e-mail or phone in the same field."""

from django.contrib.auth.backends import ModelBackend

from .models import User
from .rules import classify_login


def find_user(login: str) -> User | None:
    """The account somebody means, active or not; each kind of name is unique where present."""
    bidang, nilai = classify_login(login)
    return User.objects.filter(**{f"{bidang}__iexact": nilai}).first()


class PintuBackend(ModelBackend):
    """Takes as long for a name nobody has as for a wrong password."""

    def authenticate(self, request, username=None, password=None, **_lain):
        if not username or password is None:
            return None
        user = find_user(username)
        if user is None:
            User().set_password(password)
            return None
        cocok = user.check_password(password)
        return user if cocok and self.user_can_authenticate(user) else None
