"""Where a code is typed."""

import pytest
from django.http import HttpResponse

from cms.core import cek

pytestmark = pytest.mark.django_db
ADA = "q-2345678abcdef"


@pytest.fixture
def satu_ruang(monkeypatch):
    monkeypatch.setitem(cek._ruang, "q", lambda _request, kode: HttpResponse(kode))


@pytest.mark.parametrize(
    "tulisan", [ADA, " Q-2345678 ABCDEF ", f"http://testserver/cek/{ADA}/", f"/cek/{ADA}"]
)
def test_a_right_code_leads_to_its_answer(client, satu_ruang, tulisan):
    jawab = client.get("/cek/", {"kode": tulisan})
    assert (jawab.status_code, jawab["Location"]) == (302, f"/cek/{ADA}/")


@pytest.mark.parametrize("tulisan", ["s-2345678abcdeg", "/", "..", "q-", "<b>", "x" * 9999])
def test_a_wrong_code_is_told_in_words(client, satu_ruang, tulisan):
    jawab = client.get("/cek/", {"kode": tulisan})
    assert jawab.status_code == 200 and "Tidak ada yang diterbitkan" in jawab.content.decode()


def test_nothing_typed_is_no_mistake(client):
    assert "Tidak ada yang diterbitkan" not in client.get("/cek/").content.decode()
