"""The database holds exactly the triggers that the slices declare."""

import pytest
from django.db import connection

from cms.core.pemicu import DAFTAR

KUERI = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON tgrelid = pg_class.oid "
    "WHERE NOT tgisinternal",
}


@pytest.mark.django_db
@pytest.mark.dua
def test_triggers_match_declarations():
    with connection.cursor() as cursor:
        cursor.execute(KUERI[connection.vendor])
        ada = {
            (nama, tabel) for nama, tabel in cursor.fetchall() if not tabel.startswith("wagtail")
        }
    assert ada == {(p.nama, p.tabel) for daftar in DAFTAR.values() for p in daftar}
