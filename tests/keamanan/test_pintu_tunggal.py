"""There is one door: nothing else in the house looks at a password."""

import re

import pytest
from django.contrib.auth.views import LoginView
from django.urls import resolve

from tests.factories.accounts import UserFactory
from tests.matrix.pola import list_pola

SANDI = "rahasia-uji"
# Views that look at a password or a second step, by the names of their functions and classes.
CURIGA = re.compile(r"log_?in|authenticate", re.I)
PINTU = {
    "akun/masuk/",
    "akun/periksa/",
    "akun/dua-langkah/kode/",
    "akun/dua-langkah/periksa/",
}


def get_view(callback):
    return getattr(callback, "view_class", None) or getattr(callback, "__wrapped__", callback)


def is_curiga(callback) -> bool:
    view = get_view(callback)
    if isinstance(view, type) and issubclass(view, LoginView):
        return True
    return bool(CURIGA.search(getattr(view, "__name__", "")))


def test_no_second_login_view_is_routed():
    lain = []
    for pola, satu in list_pola().items():
        if pola in PINTU or not is_curiga(satu.callback):
            continue
        alamat = "/" + re.sub(r"<int:\w+>", "1", pola)
        if is_curiga(resolve(alamat).func):
            lain.append(pola)
    assert not lain, f"a second door: {lain}"


def test_the_search_finds_our_own_doors():
    assert {pola for pola in PINTU if is_curiga(list_pola()[pola].callback)} == PINTU


@pytest.mark.django_db
@pytest.mark.parametrize("alamat", ["/_util/login/", "/admin/login/"])
def test_wagtails_door_leads_to_ours(client, alamat):
    user = UserFactory(peran=["sekretaris"])
    jawab = client.post(alamat + "?next=/admin/", {"username": user.username, "password": SANDI})
    assert jawab.status_code == 302
    assert jawab.headers["Location"] == "/akun/masuk/?next=%2Fadmin%2F"
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
@pytest.mark.parametrize(
    "alamat",
    ["/_util/authenticate_with_password/1/1/", "/documents/authenticate_with_password/1/"],
)
def test_shared_passwords_are_not_used(client, alamat):
    assert client.post(alamat, {"password": "x"}).status_code == 404
