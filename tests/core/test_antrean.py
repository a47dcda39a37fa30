"""The door of the queue: who may knock, how much, and what it says to nonsense."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from cms.accounts.models import Perangkat
from cms.accounts.perangkat import HIDUP_MAKS, KIRIMAN_MAKS, bind_perangkat
from cms.core.antrean import jenis, rules, services
from cms.core.antrean.jenis import accept, register_entri
from cms.core.models import EntriTinjau, Kiriman
from tests.pelatihan.test_antrean import Hp

KINI = datetime(2026, 11, 24, 2, 41, tzinfo=UTC)


@pytest.fixture
def hp(user):
    return Hp(user)


@pytest.fixture
def catat(monkeypatch):
    """A kind of entry for tests: it lists what it got, or fails as told."""
    monkeypatch.setattr(jenis, "_jenis", dict(jenis._jenis))
    diterima: list = []

    def terima(pengirim, entri):
        if entri.isi.get("gagal"):
            raise RuntimeError("uji")
        diterima.append(entri)
        return accept(n=len(diterima))

    register_entri("uji", terima, nama="Uji")
    return diterima


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kepala", "status"),
    [
        ({"Origin": "https://jahat.example"}, 403),
        ({"Origin": ""}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://[rusak"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Authorization": ""}, 401),
        ({"Authorization": "Perangkat x.y"}, 401),
        ({"Authorization": f"Perangkat {uuid4()}.{'a' * 40}"}, 401),
        ({"Authorization": "Basic YTpi"}, 401),
    ],
)
def test_door_refuses(hp, catat, kepala, status):
    assert hp.send(hp.entri("uji", {}), **kepala).status_code == status
    assert not catat


@pytest.mark.parametrize(
    "badan",
    ["x", "[]", "{}", '{"entri": []}', '{"entri": [1]}', '{"entri": [{"kunci": 5}]}']
    + ['{"entri": [{"kunci": "x"}]}', "[" * 90_000, '{"entri": ' + "[" * 50_000]
    + [json.dumps({"entri": [{"kunci": str(uuid4())}] * 61})],
)
def test_nonsense_is_a_clear_400(hp, badan):
    jawab = hp.client.post(
        reverse("antrean"),
        badan,
        content_type="application/json",
        headers={
            "Origin": "http://testserver",
            "Authorization": f"Perangkat {hp.perangkat.uuid}.{hp.rahasia}",
        },
    )
    assert jawab.status_code == 400


def test_form_and_huge_bodies_are_refused(hp):
    kepala = {"Origin": "http://testserver"}
    alamat = reverse("antrean")
    assert hp.client.post(alamat, {"a": 1}, headers=kepala).status_code == 415
    besar = "x" * (rules.BADAN_MAKS + 1)
    jawab = hp.client.post(alamat, besar, content_type="application/json", headers=kepala)
    assert jawab.status_code == 413
    assert hp.client.get(alamat).status_code == 405


def test_bad_entry_does_not_hold_back_its_neighbours(hp, catat):
    besar = hp.entri("uji", {"a": "x" * rules.ISI_MAKS})
    bukan = hp.entri("uji", [1])
    nol = hp.entri("uji", {"a": "\x00"})
    asing = hp.entri("tak-ada", {})
    assert hp.ask(besar, bukan, nol, asing, hp.entri("uji", {})) == ["ditolak"] * 4 + ["diterima"]


@pytest.mark.dua
def test_failing_entry_keeps_its_place_and_what_came_before_is_done(hp, catat):
    tas = [hp.entri("uji", {"n": 1}), hp.entri("uji", {"gagal": 1}), hp.entri("uji", {"n": 2})]
    assert hp.ask(*tas) == ["diterima", "tunda", "tunda"]
    assert Kiriman.objects.count() == 1
    tas[1]["ke"] = services.ULANG_MAKS
    assert hp.ask(*tas) == ["sudah", "ditinjau", "diterima"]
    assert EntriTinjau.objects.get().alasan == "galat"


def test_device_gone_wild_has_to_wait(hp, catat):
    Perangkat.objects.update(jumlah=KIRIMAN_MAKS)
    jawab = hp.send(hp.entri("uji", {}))
    assert jawab.status_code == 429 and int(jawab["Retry-After"]) > 0


def test_secret_is_kept_as_a_hash_only(hp):
    hp.perangkat.refresh_from_db()
    assert hp.rahasia not in str(vars(hp.perangkat))


def test_one_account_has_a_bounded_number_of_devices(user):
    for _ in range(HIDUP_MAKS + 2):
        bind_perangkat(user=user, peramban="")
    assert Perangkat.objects.filter(user=user, ditarik_pada=None).count() == HIDUP_MAKS


def test_binding_belongs_to_whoever_is_signed_in(client, user):
    client.force_login(user)
    alamat = reverse("ikat_perangkat")
    assert client.post(alamat, headers={"Guyub-Pemilik": str(uuid4())}).status_code == 409
    jawab = client.post(alamat, headers={"Guyub-Pemilik": str(user.uuid), "User-Agent": "iPhone"})
    assert jawab.json()["rahasia"] and Perangkat.objects.get().nama == "iPhone"


def test_owner_sees_and_withdraws_own_devices_only(client, hp, user):
    from tests.factories.accounts import UserFactory

    lain = Hp(UserFactory())
    client.force_login(user)
    assert "Android, Chrome" in client.get(reverse("list_perangkat")).content.decode()
    tarik = reverse("tarik_perangkat", args=[lain.perangkat.uuid])
    assert client.post(tarik).status_code == 404
    client.post(reverse("tarik_perangkat", args=[hp.perangkat.uuid]))
    hp.perangkat.refresh_from_db()
    assert hp.perangkat.ditarik_pada and hp.perangkat.ditarik_oleh == user


def test_worker_is_served_fresh_for_the_whole_site(client):
    jawab = client.get("/sw.js")
    assert jawab["Content-Type"].startswith("text/javascript")
    assert jawab["Cache-Control"] == "no-cache" and jawab["Service-Worker-Allowed"] == "/"
    assert b"const VERSI=" in jawab.content and b"/lapangan/luring/" in jawab.content
    assert not jawab.cookies


def test_page_without_signal_names_nobody(client, user):
    client.force_login(user)
    assert "Tanpa sinyal" in client.get(reverse("luring")).content.decode()


@given(
    st.one_of(st.integers(-(10**16), 10**16), st.none(), st.floats(), st.text()),
    st.one_of(st.integers(-(10**16), 10**16), st.none(), st.booleans()),
)
def test_time_is_never_in_the_future(saat, jam_klien):
    hasil = rules.estimate_saat(saat, jam_klien, KINI)
    assert KINI - timedelta(days=401) <= hasil <= KINI


def test_clock_wrong_by_days_still_says_how_long_ago():
    hari = 86_400_000
    saat = rules.estimate_saat(5 * hari, 5 * hari + 60_000, KINI)
    assert saat == KINI - timedelta(minutes=1)


JSON = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda anak: st.lists(anak) | st.dictionaries(st.text(), anak),
)


@given(JSON)
def test_any_json_is_read_or_refused(isi):
    with suppress(rules.TidakTerbaca):
        rules.parse_kiriman(json.dumps({"entri": isi}).encode(), KINI)
