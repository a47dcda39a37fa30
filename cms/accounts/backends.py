"""The house's one way to check a password: username, e-mail or phone in the same field."""

from django.contrib.auth.backends import ModelBackend

from cms.core.kueri import KueriTetap

from .models import User
from .rules import classify_login


def find_user(login: str) -> User | None:
    """The account somebody means, active or not; each kind of name is unique where present."""
    bidang, nilai = classify_login(login)
    return User.objects.filter(**{f"{bidang}__iexact": nilai}).first()


_AKUN = KueriTetap(lambda pk: User.objects.filter(pk=pk), (User, "id"), contoh=(-1,))


class PintuBackend(ModelBackend):
    """Takes as long for a name nobody has as for a wrong password."""

    def get_user(self, user_id):
        """Who is signed in, asked with every request."""
        user = _AKUN.first(user_id)
        return user if user and self.user_can_authenticate(user) else None

    def authenticate(self, request, username=None, password=None, **_lain):
        if not username or password is None:
            return None
        user = find_user(username)
        if user is None:
            User().set_password(password)
            return None
        cocok = user.check_password(password)
        return user if cocok and self.user_can_authenticate(user) else None
