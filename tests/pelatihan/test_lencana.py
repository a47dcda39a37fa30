"""Badges: accepted by a checker we did not write, refused when touched; keys change, old ones stay."""

import base64
import gzip
import json
import os
import re
import stat
import uuid
from datetime import date

import jwt
import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from jwt.algorithms import OKPAlgorithm
from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier

from cms.core import waktu
from cms.core.pemicu import drop_pemicu
from pelatihan.lencana import services, vcjwt
from pelatihan.lencana.models import KunciLencana
from pelatihan.models import Sertifikat
from pelatihan.sertifikat.services import (
    _create_sertifikat,
    give_lencana,
    give_lencana_semua,
    revoke_sertifikat,
)
from pelatihan.sertifikat.triggers import PEMICU
from tests.factories.pelatihan import make_anggota, make_kuis, make_kursus, make_peserta


@pytest.fixture(autouse=True)
def folder_kunci(tmp_path, settings):
    settings.GUYUB_DATA = tmp_path
    return tmp_path / "kunci"


@pytest.fixture
def sertifikat(db):
    with waktu.pada(date(2026, 5, 20)):
        baru = _create_sertifikat(make_peserta(make_kursus(kuis=make_kuis())))
    return Sertifikat.objects.get(pk=baru.pk)


def ambil(client, alamat):
    jawaban = client.get(alamat)
    assert jawaban.status_code == 200, alamat
    return jawaban


def get_pemeriksa(client, token) -> OB3Verifier:
    kid = jwt.get_unverified_header(token)["kid"]
    return OB3Verifier(ambil(client, f"/cek/kunci/{kid}.pem").content)


def unduh(client):
    """The checker's downloads, answered by this house."""
    situs = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    return lambda alamat: ambil(client, alamat.removeprefix(situs)).content


def test_a_foreign_checker_accepts_the_badge_and_the_drawing(client, sertifikat):
    jawaban = ambil(client, f"/cek/{sertifikat.kode}/badge.jwt")
    token = jawaban.content.decode()
    pemeriksa = get_pemeriksa(client, token)
    kredensial = pemeriksa.verify(token, check_status=True, download=unduh(client))
    assert kredensial.achievement.name == sertifikat.judul
    gambar = ambil(client, f"/cek/{sertifikat.kode}/badge.svg")
    assert gambar["Content-Type"] == "image/svg+xml"
    assert OB3Verifier.extract_token_from_svg(gambar.content) == token


def test_the_header_and_the_published_keys_agree(client, sertifikat):
    kepala = jwt.get_unverified_header(sertifikat.lencana)
    assert kepala["alg"] == "EdDSA" and kepala["typ"] == "JWT"
    kunci = ambil(client, "/.well-known/jwks.json").json()["keys"]
    (satu,) = [k for k in kunci if k["kid"] == kepala["kid"]]
    assert satu["x"] == kepala["jwk"]["x"] and not any("d" in k for k in kunci)
    isi = jwt.decode(sertifikat.lencana, OKPAlgorithm.from_jwk(kepala["jwk"]), ["EdDSA"])
    assert isi["iss"] == isi["issuer"]["id"] and isi["jti"] == isi["id"]
    assert isi["sub"] == isi["credentialSubject"]["id"]
    assert uuid.UUID(isi["sub"].removeprefix("urn:uuid:"))
    assert isi["validFrom"] == "2026-05-19T17:00:00Z" and isinstance(isi["nbf"], int)


def test_a_badge_names_nobody(sertifikat):
    teks = json.dumps(jwt.decode(sertifikat.lencana, options={"verify_signature": False}))
    akun = sertifikat.peserta.anggota.akun
    for pribadi in (*sertifikat.nama.split(), "@", akun.username, str(sertifikat.uuid)):
        assert pribadi not in teks.replace("@context", "")


@pytest.mark.parametrize("bagian", [0, 1, 2])
def test_a_touched_badge_is_refused(client, sertifikat, bagian):
    potong = sertifikat.lencana.split(".")
    tengah = len(potong[bagian]) // 2
    lain = "A" if potong[bagian][tengah] != "A" else "B"
    potong[bagian] = potong[bagian][:tengah] + lain + potong[bagian][tengah + 1 :]
    with pytest.raises(OB3VerificationError):
        get_pemeriksa(client, sertifikat.lencana).verify(".".join(potong))


def test_a_badge_of_another_key_is_refused(client, sertifikat):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    isi = jwt.decode(sertifikat.lencana, options={"verify_signature": False})
    palsu = vcjwt.sign_jwt(isi, Ed25519PrivateKey.generate())
    with pytest.raises(OB3VerificationError):
        get_pemeriksa(client, sertifikat.lencana).verify(palsu)


def test_revoking_sets_exactly_its_bit(client, sertifikat):
    lain = _create_sertifikat(make_peserta(make_kursus(kuis=make_kuis()), make_anggota(nama="B")))
    lain.refresh_from_db()
    revoke_sertifikat(sertifikat=sertifikat, alasan="Salah orang", actor=None)
    pemeriksa = get_pemeriksa(client, sertifikat.lencana)
    with pytest.raises(OB3VerificationError, match="revocation"):
        pemeriksa.verify(sertifikat.lencana, check_status=True, download=unduh(client))
    assert pemeriksa.verify(lain.lencana, check_status=True, download=unduh(client))
    isi = jwt.decode(
        ambil(client, "/cek/status/1.jwt").content, options={"verify_signature": False}
    )
    kode = isi["credentialSubject"]["encodedList"]
    assert kode[0] == "u"
    bit = gzip.decompress(base64.urlsafe_b64decode(kode[1:] + "==="))
    assert len(bit) * 8 >= 131_072 and sum(b.bit_count() for b in bit) == 1
    assert client.get("/cek/status/2.jwt").status_code == 404
    assert client.get("/cek/status/0.jwt").status_code == 404
    assert client.get(f"/cek/status/{10**30}.jwt").status_code == 404


def test_old_keys_stay_published_after_a_change(client, sertifikat):
    call_command("putar_kunci_lencana")
    baru = _create_sertifikat(make_peserta(make_kursus(kuis=make_kuis()), make_anggota(nama="B")))
    baru.refresh_from_db()
    lama_kid, baru_kid = (jwt.get_unverified_header(s.lencana)["kid"] for s in (sertifikat, baru))
    assert lama_kid != baru_kid
    kunci = ambil(client, "/.well-known/jwks.json").json()["keys"]
    assert [k["kid"] for k in kunci] == [baru_kid, lama_kid]
    for satu in (sertifikat, baru):
        assert get_pemeriksa(client, satu.lencana).verify(satu.lencana)


def test_the_secret_half_lies_only_in_the_folder(sertifikat, folder_kunci):
    (berkas,) = folder_kunci.glob("lencana-*.pem")
    assert stat.S_IMODE(os.stat(berkas).st_mode) == 0o600
    rahasia = services._read(berkas)
    mentah = vcjwt.encode_b64(rahasia.private_bytes_raw())
    for baris in KunciLencana.objects.values_list():
        assert mentah not in repr(baris)


def test_without_a_key_the_completion_counts_and_the_badge_follows(
    client, sertifikat, folder_kunci
):
    drop_pemicu(connection, PEMICU)
    Sertifikat.objects.update(lencana="", urut_lencana=None)
    (berkas,) = folder_kunci.glob("lencana-*.pem")
    disimpan = berkas.rename(folder_kunci / "hilang")
    assert give_lencana(sertifikat=sertifikat) is False
    assert client.get(f"/cek/{sertifikat.kode}/").status_code == 200
    disimpan.rename(berkas)
    assert give_lencana_semua() == 1 and give_lencana_semua() == 0
    berkas.unlink()
    assert client.get("/cek/status/1.jwt").status_code == 503


def test_the_environment_may_hold_the_key(monkeypatch, db, folder_kunci):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    rahasia = Ed25519PrivateKey.generate()
    pem = rahasia.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    monkeypatch.setenv(services.LINGKUNGAN, pem.replace("\n", "\\n"))
    assert services.ensure_kunci().publik == vcjwt.get_publik(rahasia)
    assert not folder_kunci.exists()
    with pytest.raises(CommandError):
        call_command("putar_kunci_lencana")
    monkeypatch.setenv(services.LINGKUNGAN, "bukan kunci")
    with pytest.raises(services.KunciTidakAda):
        services.sign({})


@pytest.mark.dua
def test_only_one_key_signs(db):
    satu = services.ensure_kunci()
    assert services.ensure_kunci() == satu
    dua = services.rotate_kunci()
    assert KunciLencana.objects.get(diganti_pada__isnull=True) == dua != satu


@pytest.mark.parametrize("kid", ["x", "..", "a" * 500, "%00"])
def test_unknown_keys_are_not_there(client, db, kid):
    assert client.get(f"/cek/kunci/{kid}.pem").status_code == 404


def test_badges_are_the_same_for_everybody_and_open_to_other_sites(client, sertifikat):
    for alamat in (
        f"/cek/{sertifikat.kode}/badge.jwt",
        "/cek/status/1.jwt",
        "/.well-known/jwks.json",
    ):
        jawaban = ambil(client, alamat)
        assert jawaban["Access-Control-Allow-Origin"] == "*" and not jawaban.cookies
    assert ambil(client, "/cek/status/1.jwt").content == ambil(client, "/cek/status/1.jwt").content


def test_a_title_cannot_break_the_drawing(sertifikat, client):
    drop_pemicu(connection, PEMICU)
    Sertifikat.objects.update(judul='<script>alert("x")</script> & ' + "z" * 80)
    gambar = ambil(client, f"/cek/{sertifikat.kode}/badge.svg")
    assert b"<script" not in gambar.content and "sandbox" in gambar["Content-Security-Policy"]
    assert OB3Verifier.extract_token_from_svg(gambar.content) == sertifikat.lencana


@given(st.integers(1, 400_000), st.integers(1, 400_000))
def test_places_in_the_list_never_collide(a, b):
    assert (vcjwt.get_tempat(a) == vcjwt.get_tempat(b)) == (a == b)
    assert 0 <= vcjwt.get_tempat(a)[1] < vcjwt.PANJANG


@given(st.sets(st.integers(0, vcjwt.PANJANG - 1), max_size=20))
def test_the_list_holds_exactly_what_was_set(tempat):
    kode = vcjwt.encode_bit(tempat)
    bit = gzip.decompress(vcjwt.decode_b64(re.sub("^u", "", kode)))
    assert tempat == {
        n * 8 + k for n, satu in enumerate(bit) if satu for k in range(8) if satu & 0x80 >> k
    }
