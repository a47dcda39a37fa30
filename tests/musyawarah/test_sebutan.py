"""Settings are said and typed in words and percentages, never in codes and basis points."""

import pytest
from django.contrib.auth.models import Permission

from cms.core.ketentuan.models import Ketentuan
from cms.core.ketentuan.sebutan import get_sebutan
from cms.core.ketentuan.services import get_ketentuan
from tests.factories.musyawarah import SAH, make_sah, make_sidang

pytestmark = pytest.mark.django_db


def test_every_seeded_setting_is_said_in_words_and_typed_as_it_is_shown():
    for baris in Ketentuan.objects.all():
        sebutan = get_sebutan(baris.kode)
        assert sebutan, baris.kode
        assert "{" not in sebutan.baca(baris.nilai) and str(sebutan.judul) != baris.kode
        assert sebutan.ketik(sebutan.isi(baris.nilai)) == baris.nilai


@pytest.mark.parametrize(
    ("ketikan", "nilai"),
    [
        ("50%; Rembug Warga Tahunan (RWT): 66,67%", {"bawaan": 5000, "rwt": 6667}),
        ("50; rwt: 60,5", {"bawaan": 5000, "rwt": 6050}),
        (" 50 % ", {"bawaan": 5000}),
    ],
)
def test_quorum_is_typed_in_percent(ketikan, nilai):
    assert get_sebutan("rembug.kuorum").ketik(ketikan) == nilai


@pytest.mark.parametrize("ketikan", ["", "101", "5000", "-5", "separuh", "50; pasar: 60", "50;rwt"])
def test_what_is_no_percentage_is_refused(ketikan):
    with pytest.raises(ValueError):
        get_sebutan("rembug.kuorum").ketik(ketikan)


def test_the_form_takes_percent(client):
    sidang = make_sidang()
    isian = {"keputusan": make_sah(sidang).pk, "kode": "rembug.perempuan", "berlaku_dari": SAH}
    sidang.sekretaris.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(sidang.sekretaris)
    assert "paling sedikit 30%" in client.get("/admin/ketentuan/").content.decode()
    assert "66,67%" in client.get("/admin/ketentuan/ubah/").content.decode()
    salah = client.post("/admin/ketentuan/ubah/", {**isian, "nilai": "4000"})
    assert "Dalam persen" in salah.content.decode()
    assert client.post("/admin/ketentuan/ubah/", {**isian, "nilai": "40%"}).status_code == 302
    assert get_ketentuan("rembug.perempuan", SAH) == 4000
