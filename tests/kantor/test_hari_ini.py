"""The office's first page lists what waits for this person and nothing else."""

import pytest

from cms.core.tugas import list_tugas
from tests.factories.aset import make_orang, make_serahan
from tests.factories.redaksi import make_berita, submit

pytestmark = pytest.mark.django_db


def test_each_sees_what_waits_for_them(client):
    editor, koordinator, upl = (make_orang(n) for n in ("editor", "koordinator", "upl"))
    berita = make_berita("Panen raya", owner=editor)
    submit(berita, editor)
    serahan = make_serahan(penerima=upl)
    assert [t.judul for t in list_tugas(koordinator)] == ["Panen raya"]
    assert [t.url for t in list_tugas(upl)] == [f"/lapangan/serah/{serahan.uuid}/"]
    assert list_tugas(editor) == []
    client.force_login(koordinator)
    halaman = client.get("/admin/").content.decode()
    assert "Yang menunggu Anda hari ini" in halaman and "Panen raya" in halaman
    client.force_login(editor)
    assert "Tidak ada yang menunggu Anda" in client.get("/admin/").content.decode()


def test_office_wears_the_house_dress(client):
    client.force_login(make_orang("editor"))
    halaman = client.get("/admin/").content.decode()
    assert "kantor.css" in halaman and "kantor-nama" in halaman and "favicon" in halaman
