"""Certificates on paper: frozen with the offices of that day, printed again to the byte."""

import hashlib
import re
from datetime import date

import pytest
from django.db import connection
from django.urls import reverse
from wagtail.models import Site

from cms.accounts.services import give_peran
from cms.core import waktu
from cms.core.pdf import find_templat
from cms.core.pemicu import create_pemicu, drop_pemicu
from cms.core.setelan.models import SetelanBkm
from cms.komunitas.models import Anggota, Jabatan
from pelatihan.peserta.services import assign_pengampu
from pelatihan.sertifikat import rules
from pelatihan.sertifikat.exports import build_sertifikat
from pelatihan.sertifikat.services import _create_sertifikat, give_lencana_semua, revoke_sertifikat
from pelatihan.sertifikat.triggers import PEMICU
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import make_anggota, make_kuis, make_kursus, make_peserta

pytestmark = pytest.mark.django_db
HARI = date(2026, 5, 20)
SIDIK_TEMPLAT_1 = "f852192673d5bb7b9dfd755823bd32f1ca96240f20bc84bd0512d1ccca9df27f"


def buat(hari=HARI, **kwargs):
    with waktu.pada(hari):
        return _create_sertifikat(make_peserta(make_kursus(kuis=make_kuis()), **kwargs))


def beri_jabatan(nama, dari, sampai=None, urutan=0):
    return Jabatan.objects.create(
        anggota=Anggota.objects.create(nama=nama),
        unit="bkm",
        jabatan="Koordinator",
        urutan=urutan,
        dari=dari,
        sampai=sampai,
    )


def test_a_reprint_has_the_same_bytes_whatever_changed(monkeypatch):
    beri_jabatan("Pak Lama", date(2024, 1, 1), date(2026, 12, 31))
    sertifikat = buat()
    dulu = build_sertifikat([sertifikat])
    sertifikat.peserta.anggota.nama = "Nama Baru"
    sertifikat.peserta.anggota.save()
    Jabatan.objects.all().update(jabatan="Ketua")
    setelan = SetelanBkm.for_site(Site.objects.get(is_default_site=True))
    setelan.nama, setelan.desa = "BKM Lain", "Desa Lain"
    setelan.save()
    monkeypatch.setattr(rules, "TEMPLAT", 2)
    sertifikat.refresh_from_db()
    with waktu.pada(date(2041, 1, 1)):
        assert build_sertifikat([sertifikat]) == dulu
    sertifikat.isi["nama"] = "Orang Lain"
    assert build_sertifikat([sertifikat]) != dulu


def test_a_template_that_printed_is_never_changed():
    """Change nothing here: a better sheet gets the next number, in a file of its own."""
    path = find_templat("pelatihan/sertifikat-1.typ")
    isi = path.read_text()
    assert "#import" not in isi and "data" not in re.findall(r"\bsys\b", isi)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == SIDIK_TEMPLAT_1


def test_the_offices_of_that_day_sign():
    beri_jabatan("Pak Lama", date(2024, 1, 1), date(2026, 5, 20))
    beri_jabatan("Bu Baru", date(2026, 5, 21))
    beri_jabatan("Anggota Biasa", date(2024, 1, 1), urutan=3)
    assert buat(HARI).isi["penanda"] == [["Koordinator BKM", "Pak Lama"]]
    lain = buat(date(2026, 5, 21), anggota=make_anggota(nama="Yati"))
    assert lain.isi["penanda"] == [["Koordinator BKM", "Bu Baru"]]


def test_a_facilitator_signs_but_never_their_own():
    kursus = make_kursus(kuis=make_kuis())
    bu_retno, yati = make_anggota(nama="Bu Retno"), make_anggota(nama="Yati")
    with waktu.pada(HARI):
        assign_pengampu(kursus_kunci=kursus.kunci, anggota=bu_retno)
        punya_yati = _create_sertifikat(make_peserta(kursus, yati))
        punya_retno = _create_sertifikat(make_peserta(kursus, bu_retno))
    assert ["Fasilitator pelatihan", "Bu Retno"] in punya_yati.isi["penanda"]
    assert [j for j, _n in punya_retno.isi["penanda"]] == ["Koordinator BKM"]


def test_without_offices_the_role_of_that_day_signs():
    user = UserFactory(nama="Sutrisno")
    with waktu.pada(date(2026, 1, 1)):
        give_peran(user=user, peran="koordinator", dasar="Keputusan")
    assert buat(HARI).isi["penanda"] == [["Koordinator BKM", "Sutrisno"]]
    assert buat(date(2025, 1, 1), anggota=make_anggota()).isi["penanda"][0][1] == ""


@pytest.mark.parametrize("nama", ['#panic("x") *a* $b$ <c>', "A" * 120, "你好 🐐", "O'Neil & <b>"])
def test_names_of_any_kind_print(nama):
    sertifikat = buat(anggota=make_anggota(nama=nama))
    assert build_sertifikat([sertifikat]).startswith(b"%PDF-")


def test_the_learner_downloads_until_it_is_revoked(client):
    user = UserFactory()
    sertifikat = buat(anggota=make_anggota(akun=user))
    client.force_login(user)
    alamat = reverse("pelatihan:print_sertifikat", args=[sertifikat.uuid])
    assert alamat in client.get(f"/belajar/selesai/{sertifikat.uuid}/").content.decode()
    jawaban = client.get(alamat)
    assert jawaban["Content-Type"] == "application/pdf" and jawaban.content.startswith(b"%PDF-")
    assert "no-store" in jawaban["Cache-Control"]
    revoke_sertifikat(sertifikat=sertifikat, alasan="Salah orang", actor=None)
    assert client.get(alamat).status_code == 404
    assert alamat not in client.get(f"/belajar/selesai/{sertifikat.uuid}/").content.decode()


def test_the_checking_page_is_shareable_without_a_name(client):
    sertifikat = buat(anggota=make_anggota(nama="Sri Hartini"))
    halaman = client.get(f"/cek/{sertifikat.kode}/").content.decode()
    assert 'property="og:title"' in halaman and f"/cek/{sertifikat.kode}/" in halaman
    assert "Hartini" not in halaman and "S. H." in halaman


@pytest.mark.parametrize(
    "kode", ["s-x", "s-" + "2" * 13, "x-2222222222222", "S-%00", "s-" + "o" * 13]
)
def test_wrong_codes_are_not_there(client, kode):
    for ekor in ("", "badge.jwt", "badge.svg"):
        assert client.get(f"/cek/{kode}/{ekor}").status_code == 404


def test_certificates_of_the_first_days_are_still_checked(client):
    """Rows from before sheets and badges: the page works, there is no paper and no badge."""
    sertifikat = buat()
    drop_pemicu(connection, PEMICU)
    type(sertifikat).objects.update(isi={}, lencana="", urut_lencana=None)
    create_pemicu(connection, PEMICU)
    halaman = client.get(f"/cek/{sertifikat.kode}/")
    assert halaman.status_code == 200 and b"badge.jwt" not in halaman.content
    assert client.get(f"/cek/{sertifikat.kode}/badge.jwt").status_code == 404
    assert give_lencana_semua() == 1
    sertifikat.refresh_from_db()
    assert build_sertifikat([sertifikat]).startswith(b"%PDF-") and sertifikat.lencana
