"""HEAD asks for what GET would show; where there is no GET it does nothing and is refused."""

import pytest
from django.urls import reverse

from cms.core.models import Jejak
from tests.factories.balai import make_fasilitator, make_kelas

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("nama", ["make_kode", "close_kelas", "add_ksm"])
def test_head_never_writes(client, nama):
    galih = make_fasilitator()
    angkatan = make_kelas(galih).angkatan
    client.force_login(galih.akun)
    jejak = Jejak.objects.count()
    assert client.head(reverse(f"kelas:{nama}", args=[angkatan.uuid])).status_code == 405
    angkatan.refresh_from_db()
    assert (angkatan.status, angkatan.kode_undangan, Jejak.objects.count()) == ("aktif", "", jejak)
    assert client.head(reverse("kelas:show_kelas", args=[angkatan.uuid])).status_code == 200
