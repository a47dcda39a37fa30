"""From draft to ratified: who signs, what is frozen, what a correction is."""

from datetime import date

import pytest
from django.contrib.admin.options import ModelAdmin
from django.contrib.admin.sites import AdminSite
from django.db import DatabaseError, connection, transaction

from cms.accounts.services import give_peran
from cms.core import waktu
from cms.core.ketentuan.services import append_ketentuan
from cms.komunitas.models import Anggota
from cms.notifikasi.models import Pesan
from musyawarah.rembug import selectors, services
from musyawarah.rembug.models import Keputusan, TandaTangan
from tests.factories.musyawarah import (
    RAPAT,
    SAH,
    make_konsep,
    make_menunggu,
    make_orang,
    make_rembug,
    make_sah,
    make_sidang,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def sidang():
    with waktu.pada(RAPAT):
        return make_sidang()


def sign(keputusan, user):
    return services.sign_keputusan(keputusan=keputusan, actor=user, isi_hash=keputusan.isi_hash)


def test_ratified_only_when_all_needed_have_signed(sidang):
    with waktu.pada(SAH):
        keputusan = make_menunggu(sidang)
        for user in (sidang.lain[0], sidang.koordinator, sidang.lain[1]):
            assert sign(keputusan, user).status == "menunggu"
        assert selectors.get_kurang(keputusan) == ["Notulis"]
        keputusan = sign(keputusan, sidang.sekretaris)
    assert (keputusan.status, keputusan.nama_nomor) == ("disahkan", "2026/1")
    assert (keputusan.diundang, keputusan.hadir, keputusan.hadir_perempuan) == (80, 62, 27)


def test_one_person_counts_once(sidang):
    """The coordinator also holds the member's role and took the minutes: still one signature."""
    give_peran(user=sidang.koordinator, peran="anggota-bkm", dasar="uji", dari=RAPAT)
    with waktu.pada(SAH):
        keputusan = make_menunggu(sidang)
        sign(keputusan, sidang.koordinator)
        sign(keputusan, sidang.koordinator)
    assert [t.sebagai for t in keputusan.tanda_tangan.all()] == ["koordinator"]


def test_the_coordinator_cannot_also_be_the_keeper_of_the_minutes(sidang):
    rembug = make_rembug(
        sidang.sekretaris,
        [Anggota.objects.get(akun=u) for u in sidang.lain],
        notulis=Anggota.objects.get(akun=sidang.koordinator),
    )
    konsep = services.draft_keputusan(rembug=rembug, actor=sidang.sekretaris, judul="A", teks="B")
    with pytest.raises(services.PenandaTanganKurang):
        services.ask_tanda_tangan(keputusan=konsep, actor=sidang.sekretaris)


def test_who_was_absent_or_without_office_cannot_sign(sidang):
    keputusan = make_menunggu(sidang)
    for user in (sidang.tamu, make_orang("anggota-bkm")):
        with pytest.raises(services.BukanPenandaTangan):
            sign(keputusan, user)


def test_a_role_that_ended_signs_no_more(sidang):
    keputusan = make_menunggu(sidang)
    sidang.lain[0].peran.update(sampai=RAPAT)
    with waktu.pada(SAH), pytest.raises(services.BukanPenandaTangan):
        sign(keputusan, sidang.lain[0])


def test_number_of_other_signers_is_a_setting(sidang):
    append_ketentuan(
        kode="rembug.penanda_tangan_lain", nilai=3, berlaku_dari=date(2026, 1, 1), dasar="uji"
    )
    with waktu.pada(SAH):
        keputusan = make_menunggu(sidang)
        for user in sidang.penanda[:4]:
            keputusan = sign(keputusan, user)
        assert keputusan.status == "menunggu"
        assert sign(keputusan, sidang.lain[2]).status == "disahkan"


def test_no_signature_for_a_text_that_changed(sidang):
    with waktu.pada(RAPAT):
        lama = make_menunggu(sidang)
        sign(lama, sidang.koordinator)
        konsep = services.return_konsep(keputusan=lama, actor=sidang.sekretaris)
        services.update_keputusan(keputusan=konsep, actor=sidang.sekretaris, teks="Lain sekali.")
    with waktu.pada(SAH):
        baru = services.ask_tanda_tangan(keputusan=konsep, actor=sidang.sekretaris)
        with pytest.raises(services.TeksBerubah):
            services.sign_keputusan(keputusan=baru, actor=sidang.lain[0], isi_hash=lama.isi_hash)
        assert not selectors.get_tanda_tangan(baru).exists()
        assert len(selectors.get_kurang(baru)) == 3


def test_a_draft_cannot_be_signed_and_a_waiting_one_not_changed(sidang):
    konsep = make_konsep(sidang)
    with pytest.raises(services.TidakMenunggu):
        sign(konsep, sidang.koordinator)
    menunggu = make_menunggu(sidang)
    with pytest.raises(services.BukanKonsep):
        services.update_keputusan(keputusan=menunggu, actor=sidang.sekretaris, teks="x")
    with pytest.raises(services.RembugTerkunci):
        services.update_rembug(
            rembug=sidang.rembug, actor=sidang.sekretaris, hadir_bernama=[], hadir=80
        )


@pytest.mark.parametrize(
    ("hadir", "galat"),
    [
        ({"hadir": 39, "hadir_perempuan": 20}, services.KuorumTidakTercapai),
        ({"hadir": 0, "hadir_perempuan": 0}, services.HadirSalah),
    ],
)
def test_no_signing_without_quorum(sidang, hadir, galat):
    rembug = make_rembug(sidang.sekretaris, **hadir)
    konsep = services.draft_keputusan(rembug=rembug, actor=sidang.sekretaris, judul="A", teks="B")
    with pytest.raises(galat):
        services.ask_tanda_tangan(keputusan=konsep, actor=sidang.sekretaris)


def test_a_lost_or_impossible_vote_carries_nothing(sidang):
    for suara in (
        {"setuju": 20, "tidak": 20, "abstain": 0},
        {"setuju": 60, "tidak": 9, "abstain": 0},
    ):
        konsep = make_konsep(sidang, cara="suara", **suara)
        with pytest.raises(services.SuaraSalah):
            services.ask_tanda_tangan(keputusan=konsep, actor=sidang.sekretaris)


def test_women_cannot_outnumber_those_present(sidang):
    with pytest.raises(services.HadirSalah):
        make_rembug(sidang.sekretaris, hadir=10, hadir_perempuan=11)


def test_numbers_of_a_year_have_no_gaps(sidang):
    sah = [make_sah(sidang) for _n in range(3)]
    services.cancel_keputusan(
        keputusan=make_menunggu(sidang), alasan="Salah rapat", actor=sidang.sekretaris
    )
    sah.append(make_sah(sidang))
    assert [k.nama_nomor for k in sah] == ["2026/1", "2026/2", "2026/3", "2026/4"]


@pytest.mark.dua
@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE musyawarah_keputusan SET teks = 'lain' WHERE id = %s",
        "UPDATE musyawarah_keputusan SET status = 'konsep', nomor = NULL, tahun = NULL WHERE id = %s",
        "DELETE FROM musyawarah_keputusan WHERE id = %s",
        "UPDATE musyawarah_tandatangan SET sebagai = 'anggota' WHERE keputusan_id = %s",
        "DELETE FROM musyawarah_tandatangan WHERE keputusan_id = %s",
    ],
)
def test_raw_sql_cannot_touch_a_ratified_decision(sidang, perintah):
    keputusan = make_sah(sidang)
    menolak = pytest.raises(DatabaseError, match="tidak boleh")
    with menolak, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(perintah, [keputusan.pk])


@pytest.mark.dua
def test_the_orm_and_the_admin_cannot_either(sidang, rf):
    keputusan = make_sah(sidang)
    keputusan.teks = "Lain"
    admin = ModelAdmin(Keputusan, AdminSite())
    for coba in (
        keputusan.save,
        keputusan.delete,
        lambda: Keputusan.objects.update(judul="Lain"),
        lambda: Keputusan.objects.bulk_update([keputusan], ["teks"]),
        lambda: admin.save_model(rf.post("/"), keputusan, None, change=True),
        lambda: TandaTangan.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            coba()
    assert Keputusan.objects.get().teks == "Saluran air RT 04 diperbaiki."


@pytest.mark.dua
def test_no_signature_enters_after_ratification(sidang):
    keputusan = make_sah(sidang)
    with pytest.raises(services.TidakMenunggu):
        sign(keputusan, sidang.lain[2])
    with pytest.raises(DatabaseError), transaction.atomic():
        TandaTangan.objects.create(
            keputusan=keputusan,
            anggota=Anggota.objects.get(akun=sidang.lain[2]),
            akun=sidang.lain[2],
            sebagai="anggota",
            isi_hash=keputusan.isi_hash,
        )


def test_a_correction_is_a_new_decision_linked_both_ways(sidang):
    lama = make_sah(sidang)
    baru = make_sah(sidang, judul="Saluran air RT 05 diperbaiki", menggantikan=lama)
    assert baru.menggantikan == lama
    assert selectors.get_pengganti(lama) == baru
    konsep = make_konsep(sidang, menggantikan=lama)
    with pytest.raises(services.SudahDiganti):
        services.ask_tanda_tangan(keputusan=konsep, actor=sidang.sekretaris)


def test_messages_reach_signers_then_everybody_concerned(sidang):
    keputusan = make_sah(sidang)
    kotak = Pesan.objects.filter(saluran="kotak")
    diminta = kotak.filter(jenis="tanda_tangan_diminta")
    assert set(diminta.values_list("penerima_user", flat=True)) == {u.pk for u in sidang.penanda}
    sah = kotak.filter(jenis="keputusan_disahkan")
    assert set(sah.values_list("penerima_user", flat=True)) == {u.pk for u in sidang.penanda}
    assert sah.first().tautan == f"/keputusan/{keputusan.nama_nomor}/"
