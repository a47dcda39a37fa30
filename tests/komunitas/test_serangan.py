"""What a hostile officer or a slip of the finger may not do with people and accounts."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cms.accounts import permissions as akun
from cms.accounts.services import (
    TidakBerwenang,
    deactivate_user,
    give_peran,
    reactivate_user,
)
from cms.core import waktu
from cms.komunitas import services
from cms.komunitas.models import Jabatan
from cms.notifikasi.models import Pesan
from tests.factories.accounts import UserFactory
from tests.factories.komunitas import AnggotaFactory, KsmFactory

pytestmark = pytest.mark.django_db


def test_no_code_for_an_officer_to_come():
    calon, fasilitator = UserFactory(), UserFactory(peran=["fasilitator"])
    assert akun.can_issue_kode(fasilitator, calon)
    besok = waktu.hari_ini() + timedelta(days=1)
    give_peran(user=calon, peran="koordinator", dasar="Uji", dari=besok)
    assert not akun.can_issue_kode(fasilitator, calon)
    assert calon not in akun.visible_to(fasilitator)


def test_closing_and_opening_again_gives_nobody_an_officers_door():
    koordinator, sekretaris = UserFactory(peran=["koordinator"]), UserFactory(peran=["sekretaris"])
    koordinator.last_login = waktu.sekarang()
    koordinator.save()
    deactivate_user(user=koordinator, alasan="Uji", actor=sekretaris)
    koordinator.refresh_from_db()
    reactivate_user(user=koordinator, actor=sekretaris)
    koordinator.refresh_from_db()
    assert not akun.can_change_alamat(sekretaris, koordinator)
    assert akun.can_change_alamat(UserFactory(peran=["admin"]), koordinator)


def test_an_account_goes_along_only_by_who_manages_it():
    dari, ke = AnggotaFactory(akun=UserFactory()), AnggotaFactory()
    with pytest.raises(TidakBerwenang):
        services.merge_anggota(dari=dari, ke=ke, actor=UserFactory(peran=["koordinator"]))
    pengelola = AnggotaFactory(akun=UserFactory(peran=["admin"]))
    sekretaris = UserFactory(peran=["sekretaris"])
    with pytest.raises(TidakBerwenang):
        services.merge_anggota(dari=pengelola, ke=ke, actor=sekretaris)
    services.merge_anggota(dari=dari, ke=ke, actor=sekretaris)
    ke.refresh_from_db()
    assert Pesan.objects.filter(jenis="kunci_akun", penerima_user=ke.akun).exists()


def test_ending_a_person_leaves_old_terms_alone():
    orang, sekretaris = AnggotaFactory(), UserFactory(peran=["sekretaris"])
    lama = services.give_jabatan(
        anggota=orang,
        unit="bkm",
        jabatan="Ketua",
        dari=date(2015, 1, 1),
        sampai=date(2020, 1, 1),
    )
    services.end_anggota(
        anggota=orang, tanggal=date(2018, 1, 1), alasan="Keliru tahun", actor=sekretaris
    )
    lama.refresh_from_db()
    assert lama.sampai == date(2020, 1, 1)


@pytest.mark.parametrize("tahun", ["0026", "0001", "9999"])
def test_years_that_are_slips_are_refused(client, tahun):
    client.force_login(UserFactory(peran=["sekretaris"]))
    orang = AnggotaFactory()
    alamat = reverse("anggota:akhiri", args=[orang.pk])
    client.post(alamat, {"tanggal": f"{tahun}-11-24", "alasan": "Pindah"})
    client.post(reverse("ksm:add"), {"nama": "KSM X", "berdiri_pada": f"{tahun}-01-01"})
    orang.refresh_from_db()
    assert orang.berakhir_pada is None and not orang.keanggotaan.exists()
    from cms.komunitas.models import Ksm

    assert not Ksm.objects.exists()


def test_nobody_gives_themselves_an_office_or_ends_their_own_entry(client):
    user = UserFactory(peran=["koordinator"])
    saya = AnggotaFactory(akun=user)
    client.force_login(user)
    isi = {"anggota": saya.pk, "unit": "bkm", "jabatan": "Ketua", "urutan": 1, "dari": "2026-01-01"}
    jawab = client.post(reverse("jabatan:add"), isi)
    assert jawab.status_code == 200 and not Jabatan.objects.exists()
    client.post(reverse("anggota:akhiri", args=[saya.pk]), {"tanggal": "2026-01-01", "alasan": "x"})
    saya.refresh_from_db()
    assert saya.berakhir_pada is None


def test_nobody_joins_before_a_group_was_founded():
    with pytest.raises(services.SebelumBerdiri):
        services.join_ksm(ksm=KsmFactory(), anggota=AnggotaFactory(), dari=date(2019, 12, 31))


@pytest.mark.parametrize("pk", ["abc", "%00", "9" * 20, "²"])
def test_rubbish_keys_choose_nobody(client, pk):
    client.force_login(UserFactory(peran=["sekretaris"]))
    assert client.get(f"/admin/anggota/pilih/chosen/{pk}/").status_code == 404
    assert client.get(f"/admin/anggota/pilih/chosen-multiple/?id={pk}").status_code == 200
    assert client.get(f"{reverse('akun:add')}?anggota=123456789{pk}").status_code == 200
