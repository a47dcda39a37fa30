"""The journal: posted once with a number, balanced, unchangeable by anybody, corrected by reversal."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from aset.buku import rules, services
from aset.buku.rules import Baris, debit, kredit
from aset.models import Akun, BarisJurnal, Dana, Jurnal, Penomor, Periode
from cms.core.jejak.models import Jejak
from cms.core.kiriman.services import KirimanBerbeda
from tests.factories.buku import HARI, get_dana, make_pembuku, post
from tests.serentak import run_together

pytestmark = pytest.mark.django_db


# -- rules ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("baris", "salah"),
    [
        ([debit("1", 5), kredit("2", 5)], ""),
        ([debit("1", 5)], "kurang"),
        ([], "kurang"),
        ([debit("1", 5), kredit("2", 4)], "timpang"),
        ([debit("1", 0), kredit("2", 0)], "satu-sisi"),
        ([debit("1", -5), kredit("2", -5)], "satu-sisi"),
        ([Baris("1", 5, 5), Baris("2", 5, 5)], "satu-sisi"),
        ([debit("1", 10**15), kredit("2", 10**15)], "terlalu-besar"),
    ],
)
def test_what_may_be_posted(baris, salah):
    assert rules.find_fault(baris) == salah


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 10**9)), min_size=2, max_size=8))
def test_reversed_twice_is_the_same_and_balances_alike(sisi):
    baris = [debit("a", n) if kiri else kredit("a", n) for kiri, n in sisi]
    terbalik = rules.reverse_baris(baris)
    assert rules.reverse_baris(terbalik) == baris
    assert rules.find_fault(terbalik) == rules.find_fault(baris)


def test_the_personal_part_is_hashed_with_its_salt():
    satu = rules.hash_pihak(b"a" * 32, "Bu Sri", "Kertas")
    assert satu != rules.hash_pihak(b"b" * 32, "Bu Sri", "Kertas")
    assert satu != rules.hash_pihak(b"a" * 32, "Bu SriKertas", "")


# -- the chart -----------------------------------------------------------------------------------------
def test_the_house_begins_with_four_funds_and_their_charts():
    assert list(Dana.objects.values_list("kode", flat=True)) == ["upk", "upl", "ups", "bop"]
    assert list(Dana.objects.filter(penutupan="laba_rugi").values_list("kode", flat=True)) == [
        "upk"
    ]
    for dana in Dana.objects.all():
        peran = set(dana.akun.values_list("peran", flat=True))
        assert {"kas", "bank", "kliring"} <= peran
    assert get_dana().akun.get(kode="12010").kontra


# -- posting -------------------------------------------------------------------------------------------
def test_an_entry_is_posted_with_number_month_and_trail():
    pembuku = make_pembuku()
    satu = post(actor=pembuku, nama="Toko Makmur", keterangan="Kertas dua rim")
    assert satu.nomor == "BKK/UPK/2026/0001" and satu.periode.bulan == date(2026, 3, 1)
    assert satu.posted_at and satu.dibukukan_oleh == pembuku and len(bytes(satu.garam)) == 32
    pihak = satu.pihak
    assert satu.pihak_hash == rules.hash_pihak(bytes(pihak.garam), pihak.nama, pihak.keterangan)
    jejak = Jejak.objects.get(objek_uuid=satu.uuid)
    assert "Makmur" not in str(jejak.sesudah)


def test_numbers_run_by_fund_kind_and_year():
    assert [post().nomor[-4:] for _n in range(3)] == ["0001", "0002", "0003"]
    assert post(jenis="BKM").nomor == "BKM/UPK/2026/0001"
    assert post(tanggal=date(2027, 1, 2)).nomor == "BKK/UPK/2027/0001"
    lain = post(dana=get_dana("bop"), ke="51020")
    assert lain.nomor == "BKK/BOP/2026/0001"


def test_a_failure_takes_no_number():
    post()
    with pytest.raises(services.BarisTidakSah, match="akun-tak-ada"):
        post(ke="99999")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        post()
        raise ZeroDivisionError
    assert post().nomor.endswith("0002")


def test_the_same_key_is_the_same_entry_and_another_body_is_refused():
    isi = {"actor": make_pembuku(), "kunci": uuid4()}
    assert post(**isi) == post(**isi)
    with pytest.raises(KirimanBerbeda):
        post(60_000, **isi)
    assert Jurnal.objects.count() == 1 and Penomor.objects.get().terakhir == 1


@pytest.mark.parametrize("status", ["tutup", "segel"])
def test_nothing_enters_a_closed_month(status):
    Periode.objects.create(bulan=date(2026, 3, 1), status=status)
    with pytest.raises(services.BulanTertutup):
        post()
    assert not Jurnal.objects.exists()


def test_a_closed_account_takes_no_lines_but_keeps_its_own():
    satu = post()
    akun = Akun.objects.get(dana=get_dana(), kode="51030")
    akun.ditutup_pada = HARI
    akun.save()
    with pytest.raises(services.BarisTidakSah, match="akun-ditutup"):
        post()
    assert services.list_baris(satu)[0] == debit("51030", 50_000)
    with pytest.raises(IntegrityError), transaction.atomic():
        akun.delete()


# -- what nobody can do --------------------------------------------------------------------------------
def refuses(kerja) -> bool:
    """Whether the database says no."""
    try:
        with transaction.atomic():
            kerja()
    except DatabaseError:
        return True
    return False


def sql(kueri: str, *nilai) -> None:
    with connection.cursor() as cursor:
        cursor.execute(kueri, nilai)


@pytest.mark.dua
@pytest.mark.parametrize(
    "kolom", ["tanggal", "berlaku_pada", "nomor", "jenis", "pihak_hash", "posted_at", "garam"]
)
def test_a_posted_entry_does_not_change(kolom):
    satu = post()
    lain = {"tanggal": date(2026, 3, 6), "posted_at": None}.get(kolom, "x")
    lain = b"x" * 32 if kolom == "garam" else date(2026, 3, 6) if kolom == "berlaku_pada" else lain
    assert refuses(lambda: Jurnal.objects.filter(pk=satu.pk).update(**{kolom: lain}))
    assert refuses(lambda: sql(f"UPDATE aset_jurnal SET {kolom} = %s WHERE id = %s", lain, satu.pk))
    satu.pihak.delete()
    assert refuses(satu.delete)
    assert refuses(lambda: sql("DELETE FROM aset_jurnal WHERE id = %s", satu.pk))


@pytest.mark.dua
def test_lines_of_a_posted_entry_do_not_change():
    satu, lain = post(), post()
    baris = satu.baris.first()
    for kerja in (
        lambda: satu.baris.update(debit=1),
        lambda: sql("UPDATE aset_barisjurnal SET debit = 7 WHERE id = %s", baris.pk),
        lambda: sql("UPDATE aset_barisjurnal SET jurnal_id = %s, urutan = 9", lain.pk),
        lambda: sql("DELETE FROM aset_barisjurnal WHERE jurnal_id = %s", satu.pk),
        lambda: baris.delete(),
        lambda: BarisJurnal.objects.create(jurnal=satu, urutan=3, akun=baris.akun, debit=5),
    ):
        assert refuses(kerja)
    assert sum(b.debit for b in satu.baris.all()) == 50_000


@pytest.mark.dua
def test_no_way_round_the_balance():
    """Neither born posted, nor posted crooked, empty, or with another fund's account."""
    isi = {"dana": get_dana(), "jenis": "BKK", "tanggal": HARI, "berlaku_pada": HARI}
    isi |= {"dibuat_oleh": make_pembuku(), "isi_hash": "x"}
    contoh = post()
    jadi = {"posted_at": contoh.posted_at, "periode": contoh.periode}
    jadi |= {"dibukukan_oleh": isi["dibuat_oleh"]}
    assert refuses(lambda: Jurnal.objects.create(**isi, **jadi, nomor="a", kunci=uuid4()))
    kas, kertas = (Akun.objects.get(dana=get_dana(), kode=k) for k in ("11010", "51030"))
    asing = Akun.objects.get(dana=get_dana("ups"), kode="11010")
    for nomor, baris in enumerate(
        ([], [(kas, 5, 0)], [(kas, 5, 0), (kertas, 0, 4)], [(asing, 5, 0), (kertas, 0, 5)])
    ):
        draf = Jurnal.objects.create(**isi, kunci=uuid4())
        for n, (akun, d, k) in enumerate(baris):
            BarisJurnal.objects.create(jurnal=draf, urutan=n, akun=akun, debit=d, kredit=k)
        satu = Jurnal.objects.filter(pk=draf.pk)
        assert refuses(lambda satu=satu, nomor=nomor: satu.update(**jadi, nomor=f"x{nomor}"))
    for d, k in ((0, 0), (5, 5), (-5, 0), (0, -5)):
        buat = {"jurnal": draf, "urutan": 8, "akun": kas, "debit": d, "kredit": k}
        assert refuses(lambda buat=buat: BarisJurnal.objects.create(**buat))


# -- correction ----------------------------------------------------------------------------------------
def test_a_wrong_entry_is_reversed_once_and_linked_both_ways():
    salah, siapa = post(), make_pembuku()
    isi = {"jurnal": salah, "tanggal": date(2026, 3, 9), "alasan": "Salah jumlah", "actor": siapa}
    kunci = uuid4()
    balik = services.reverse_jurnal(**isi, kunci=kunci)
    assert services.reverse_jurnal(**isi, kunci=kunci) == balik
    assert balik.reverses == salah and salah.reversed_by == balik
    assert services.list_baris(balik) == rules.reverse_baris(services.list_baris(salah))
    with pytest.raises(services.SudahDibalik):
        services.reverse_jurnal(**isi, kunci=uuid4())


# -- many at once --------------------------------------------------------------------------------------
@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_many_posts_at_once_leave_no_gap_and_no_double():
    pembuku, kunci = make_pembuku(), [uuid4() for _n in range(20)]
    run_together(*(lambda k=k: post(actor=pembuku, kunci=k) for k in [*kunci, *kunci[:5]]))
    nomor = sorted(Jurnal.objects.values_list("nomor", flat=True))
    assert nomor == [f"BKK/UPK/2026/{n:04d}" for n in range(1, 21)]
