"""What comes home from a hall without signal: once, in its own time, conflicts shown, nothing lost."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from cms.accounts import peran
from cms.accounts.services import cancel_peran, give_peran
from cms.core import waktu
from cms.core.antrean.jenis import TidakBisa, get_jenis
from cms.core.antrean.services import settle_tinjau
from cms.core.models import EntriTinjau
from pelatihan.balai import selectors, services
from pelatihan.balai.permissions import sign_izin
from pelatihan.kelas.models import Kehadiran
from pelatihan.kelas.selectors import list_hadir
from pelatihan.kelas.services import PertemuanBatal, cancel_pertemuan, leave_angkatan
from pelatihan.lembar.models import Ketikan, LembarPeserta
from pelatihan.lembar.services import save_ketikan
from pelatihan.lembar.susunan import write_kunci
from pelatihan.models import Bawaan
from pelatihan.penilaian import services as penilaian
from pelatihan.penilaian.models import Percobaan
from pelatihan.peserta.services.kemajuan import switch_rilis
from tests.factories.accounts import UserFactory
from tests.factories.balai import make_fasilitator, make_kelas, take
from tests.factories.kelas import join, mark
from tests.factories.pelatihan import (
    make_angka,
    make_isian,
    make_jodoh,
    make_keterangan,
    make_rumpang,
    make_tunggal,
    make_urut,
)

from .test_antrean import Hp

pytestmark = pytest.mark.django_db


class HpBalai(Hp):
    """The phone of whoever prepared a pack."""

    def __init__(self, user, bawaan):
        super().__init__(user)
        self.bawaan = bawaan
        self.dasar = {"bawaan": str(bawaan.uuid), "izin": sign_izin(user, bawaan)}

    def entri(self, jenis, isi, **lain):
        return super().entri(jenis, self.dasar | isi, **{"saat": 1_000_000} | lain)

    def hadir(self, peserta, status="hadir", **lain):
        return self.entri("hadir", {"peserta": str(peserta.uuid), "status": status}, **lain)

    def ketik(self, milik, teks, titip=False, **lain):
        isi = {"milik": str(milik.uuid), "teks": teks, "titip": titip}
        return self.entri("lembar", isi, **lain)

    def isi(self, milik, bidang, **lain):
        return self.entri("lembar", {"milik": str(milik.uuid), "bidang": bidang}, **lain)


@pytest.fixture
def galih():
    return make_fasilitator()


@pytest.fixture
def pertemuan(galih):
    return make_kelas(galih)


@pytest.fixture
def bawaan(pertemuan, galih):
    return take(pertemuan, galih)


@pytest.fixture
def hp(galih, bawaan):
    return HpBalai(galih.akun, bawaan)


def list_peserta(bawaan):
    return list(bawaan.pertemuan.angkatan.peserta.order_by("anggota__nama"))


def list_milik(bawaan):
    return list(LembarPeserta.objects.filter(lembar__cetakan__in=bawaan.cetakan).order_by("nomor"))


def get_alasan() -> list[str]:
    return list(EntriTinjau.objects.order_by("id").values_list("alasan", flat=True))


def withdraw(anggota) -> None:
    cancel_peran(peran=anggota.akun.peran.get())
    anggota.akun.refresh_from_db()


# -- the pack -----------------------------------------------------------------------------------
@pytest.mark.dua
def test_a_pack_is_frozen_once_and_uses_untouched_sheets_again(pertemuan, galih):
    kunci = uuid4()
    satu = take(pertemuan, galih, kunci=kunci)
    assert take(pertemuan, galih, kunci=kunci) == satu and Bawaan.objects.count() == 1
    assert take(pertemuan, galih).cetakan == satu.cetakan
    join(pertemuan.angkatan)  # who came later needs a sheet too
    dua = take(pertemuan, galih)
    assert dua.cetakan != satu.cetakan and len(list_milik(dua)) == 4
    save_ketikan(milik=list_milik(dua)[0], teks="1A", actor=galih.akun, kunci=uuid4())
    assert take(pertemuan, galih).cetakan != dua.cetakan  # some of it is in already
    with pytest.raises(DatabaseError), transaction.atomic():
        Bawaan.objects.update(modul=[])


def test_a_pack_needs_a_session_that_takes_place_and_modules_that_exist(pertemuan, galih):
    with pytest.raises(services.ModulTidakAda):
        take(pertemuan, galih, modul=["tidak-ada"])
    with pytest.raises(penilaian.KuisTidakAda):
        take(pertemuan, galih, kuis=[uuid4()])
    cancel_pertemuan(pertemuan=pertemuan, alasan="Hujan", actor=galih.akun)
    with pytest.raises(PertemuanBatal):
        take(pertemuan, galih)
    assert not Bawaan.objects.exists()


# -- roll call ------------------------------------------------------------------------------------
@pytest.mark.dua
def test_a_tap_is_taken_once_at_its_own_time(hp, bawaan):
    peserta = list_peserta(bawaan)[0]
    with waktu.pada(bawaan.dibuat_pada + timedelta(hours=5)):
        tiga_jam_lalu = 1_000_000 - 3 * 3_600_000
        entri = hp.hadir(peserta, "sakit", saat=tiga_jam_lalu)
        assert hp.ask(entri, entri) == ["diterima", "diterima"]
        assert hp.ask(entri) == ["sudah"]
        lain = entri | {"isi": entri["isi"] | {"status": "hadir"}}
        assert hp.ask(lain) == ["ditolak"]
    baris = Kehadiran.objects.get()
    assert (baris.status, baris.cara, baris.pencatat) == ("sakit", "luring", hp.user)
    assert baris.dicatat_pada == bawaan.dibuat_pada + timedelta(hours=2)


def test_a_clock_wrong_by_years_does_not_matter(hp, bawaan):
    with waktu.pada(bawaan.dibuat_pada + timedelta(hours=2)):
        entri = hp.hadir(list_peserta(bawaan)[0], saat=-3_600_000)
        badan = {"sekarang": 0, "entri": [entri]}
        hp.client.post(
            "/lapangan/antrean/",
            badan,
            content_type="application/json",
            headers={
                "Origin": "http://testserver",
                "Authorization": f"Perangkat {hp.perangkat.uuid}.{hp.rahasia}",
            },
        )
    assert Kehadiran.objects.get().dicatat_pada == bawaan.dibuat_pada + timedelta(hours=1)


def test_older_than_its_pack_means_that_the_clock_was_turned(hp, bawaan):
    assert hp.ask(hp.hadir(list_peserta(bawaan)[0], saat=0)) == ["ditinjau"]
    assert get_alasan() == ["jam-hp"] and not Kehadiran.objects.exists()


def test_the_last_tap_counts_and_two_people_are_a_conflict_that_stays(hp, bawaan):
    satu, dua = list_peserta(bawaan)[:2]
    sekretaris = UserFactory(peran=[peran.SEKRETARIS])
    mark(bawaan.pertemuan, dua, "alpa", sekretaris)
    with waktu.pada(waktu.sekarang() + timedelta(minutes=1)):
        jawab = hp.send(
            hp.hadir(satu, "hadir", saat=970_000), hp.hadir(satu, "izin"), hp.hadir(dua, "hadir")
        ).json()["hasil"]
    assert [j["isi"]["bentrok"] for j in jawab] == [False, False, True]
    baris = {b.peserta: b for b in list_hadir(bawaan.pertemuan)}
    assert (baris[satu].kini.status, baris[satu].bentrok) == ("izin", False)
    assert baris[dua].bentrok and len(baris[dua].riwayat) == 2


@pytest.mark.dua
def test_a_role_withdrawn_meanwhile_goes_to_a_person_who_takes_it(hp, bawaan, galih):
    peserta, milik = list_peserta(bawaan)[0], list_milik(bawaan)[0]
    entri = [hp.hadir(peserta), hp.ketik(milik, "1A 2 5")]
    withdraw(galih)
    assert hp.ask(*entri) == ["ditinjau", "ditinjau"]
    assert get_alasan() == ["peran", "peran"]
    assert not Kehadiran.objects.exists() and not Ketikan.objects.exists()
    sekretaris = UserFactory(peran=[peran.SEKRETARIS])
    for satu in EntriTinjau.objects.all():
        settle_tinjau(tinjau=satu, dipakai=True, catatan="Benar", actor=sekretaris)
    assert Kehadiran.objects.get().pencatat == galih.akun
    assert Ketikan.objects.get().oleh == galih.akun and Percobaan.objects.get().selesai_pada


def test_nobody_else_can_use_the_mark_of_a_page(hp, bawaan):
    lain = HpBalai(UserFactory(peran=[peran.FASILITATOR]), bawaan)
    lain.dasar["izin"] = hp.dasar["izin"]
    peserta = list_peserta(bawaan)[0]
    assert lain.ask(lain.hadir(peserta), hp.hadir(peserta) | {"tanda": lain.tanda}) == [
        "ditolak",
        "ditolak",
    ]
    hp.dasar["izin"] = "0"
    assert hp.ask(hp.hadir(peserta)) == ["ditolak"]
    assert not EntriTinjau.objects.exists() and not Kehadiran.objects.exists()


def test_called_off_or_left_meanwhile_waits_for_a_person(hp, bawaan, galih):
    satu, dua = list_peserta(bawaan)[:2]
    leave_angkatan(angkatan=bawaan.pertemuan.angkatan, anggota=satu.anggota)
    assert hp.ask(hp.hadir(satu)) == ["ditinjau"]
    cancel_pertemuan(pertemuan=bawaan.pertemuan, alasan="Banjir", actor=galih.akun)
    assert hp.ask(hp.hadir(dua)) == ["ditinjau"]
    assert get_alasan() == ["bukan-peserta", "pertemuan-batal"]
    for tinjau in EntriTinjau.objects.all():
        with pytest.raises(TidakBisa):
            settle_tinjau(tinjau=tinjau, dipakai=True, actor=UserFactory())


@pytest.mark.parametrize(
    "isi",
    [
        {},
        {"bawaan": 7, "izin": []},
        {"peserta": "x", "status": "hadir"},
        {"peserta": None, "status": {}},
        {"milik": [], "bidang": "x"},
    ],
)
def test_what_has_no_shape_is_refused(hp, isi):
    for jenis in ("hadir", "lembar"):
        assert hp.ask(hp.entri(jenis, isi)) == ["ditolak"]
    assert not EntriTinjau.objects.exists()


# -- sheets ---------------------------------------------------------------------------------------
def fill(milik, pilih: dict) -> dict:
    """Fields as the page sends them: by kind of question, what was chosen."""
    soal = [s for s in selectors.list_soal(milik.lembar) if s.urut]
    return {str(s.kunci): {n: [v] for n, v in pilih[s.jenis](s).items()} for s in soal}


def find_isian(soal, label: str) -> str:
    return next(i.nama for i in soal.isian if i.label == label)


BENAR = {
    "pilihan-tunggal": lambda s: {"jawaban": "a"},
    "angka": lambda s: {"jawaban": "2.950.000"},
    "isian-singkat": lambda s: {"jawaban": "rembug"},
    "menjodohkan": lambda s: {
        i.nama: next(
            k for k, t in i.opsi if t == {"Kasir": "memegang uang"}.get(i.label, "mencatat rapat")
        )
        for i in s.isian
    },
    "mengurutkan": lambda s: {
        find_isian(s, kata): str(n)
        for n, kata in enumerate(("Undang warga", "Bahas usul", "Tulis berita acara"), start=1)
    },
}


@pytest.mark.dua
def test_from_hand_to_hand_counts_like_paper_and_says_how(galih):
    soal = [
        make_tunggal(),
        make_keterangan(),
        make_angka(),
        make_isian(),
        make_jodoh(),
        make_urut(),
    ]
    bawaan = take(make_kelas(galih, *soal), galih)
    hp = HpBalai(galih.akun, bawaan)
    satu, dua = list_milik(bawaan)[:2]
    entri = hp.isi(satu, fill(satu, BENAR))
    jawab = hp.send(entri).json()["hasil"][0]
    assert jawab["status"] == "diterima" and set(jawab["isi"]) == {"milik"}  # no mark travels
    assert hp.ask(entri) == ["sudah"]
    satu.refresh_from_db()
    assert satu.percobaan.nilai_bp == 10_000 and satu.percobaan.lulus
    assert (satu.percobaan.asal, satu.percobaan.benih) == ("tangan", satu.lembar.benih)
    ketikan = Ketikan.objects.get()
    assert (ketikan.cara, ketikan.oleh) == ("tangan", galih.akun) and "rembug" in ketikan.teks
    # The same said by typing the paper of the neighbour comes to the same.
    kunci = {b.nomor: b for b in selectors.list_butir(dua.lembar)}
    teks = "\n".join(f"{n} {write_kunci(b)}" for n, b in kunci.items() if n)
    assert hp.ask(hp.ketik(dua, teks)) == ["diterima"]
    dua.refresh_from_db()
    assert (dua.percobaan.nilai_bp, dua.percobaan.asal) == (10_000, "kertas")


def test_a_sheet_that_came_in_before_is_kept_and_the_other_waits(hp, bawaan, galih):
    milik = list_milik(bawaan)[0]
    assert hp.ask(hp.ketik(milik, "1A 2 5"), hp.ketik(milik, "1 a  2: 5")) == ["diterima"] * 2
    assert hp.ask(hp.ketik(milik, "1B 2 5")) == ["ditinjau"]
    assert get_alasan() == ["lembar-masuk"] and Percobaan.objects.count() == 1
    with pytest.raises(TidakBisa):
        settle_tinjau(tinjau=EntriTinjau.objects.get(), dipakai=True, actor=UserFactory())


def test_double_entry_that_differs_is_compared_by_a_third_person(hp, bawaan, galih):
    milik = list_milik(bawaan)[0]
    rekan = UserFactory(peran=[peran.SEKRETARIS])
    save_ketikan(milik=milik, teks="1B 2 5", actor=rekan, kunci=uuid4(), titip=True)
    assert hp.ask(hp.ketik(milik, "1A 2 5")) == ["ditinjau"]
    assert get_alasan() == ["lembar-beda"] and not Percobaan.objects.exists()
    tinjau = EntriTinjau.objects.get()
    settle_tinjau(tinjau=tinjau, dipakai=True, catatan="Kertasnya A", actor=UserFactory())
    assert [k.teks for k in milik.ketikan.all()] == ["1B 2 5", "1A 2 5"]
    assert Percobaan.objects.get().peserta == milik.peserta


def test_the_first_of_two_typings_waits_for_another_account(hp, bawaan):
    milik = list_milik(bawaan)[0]
    assert hp.ask(hp.ketik(milik, "1A 2 5", titip=True)) == ["diterima"]
    assert not Percobaan.objects.exists()
    assert hp.ask(hp.ketik(milik, "1A 2 5")) == ["ditinjau"]
    assert get_alasan() == ["lembar-orang-sama"]


def test_an_attempt_open_on_a_phone_is_never_gone_on_with(hp, bawaan):
    milik = list_milik(bawaan)[0]
    penilaian.start_percobaan(peserta=milik.peserta, kuis_kunci=milik.lembar.kuis_kunci)
    assert hp.ask(hp.ketik(milik, "1A 2 5")) == ["ditinjau"]
    assert get_alasan() == ["percobaan-terbuka"] and not Ketikan.objects.exists()


def test_sheets_of_an_older_pack_are_still_taken(hp, bawaan, pertemuan, galih):
    join(pertemuan.angkatan)
    baru = take(pertemuan, galih)
    assert baru.cetakan != bawaan.cetakan
    milik = list_milik(bawaan)[0]
    assert hp.ask(hp.ketik(milik, "1A 2 5")) == ["diterima"]
    assert hp.ask(hp.ketik(list_milik(baru)[1], "1A 2 5")) == ["ditolak"]  # not of this pack


def test_a_learner_moved_to_other_questions_meanwhile_waits_and_is_kept(hp, bawaan):
    milik = list_milik(bawaan)[0]
    lain = make_kelas(make_fasilitator("Lain"), make_angka("Lain?")).angkatan.peserta.first()
    switch_rilis(peserta=milik.peserta, rilis=lain.rilis)
    assert hp.ask(hp.ketik(milik, "1A 2 5")) == ["ditinjau"]
    assert get_alasan() == ["lembar-rilis"] and not Percobaan.objects.exists()
    with pytest.raises(TidakBisa):
        settle_tinjau(tinjau=EntriTinjau.objects.get(), dipakai=True, actor=UserFactory())
    assert EntriTinjau.objects.get().isi["teks"] == "1A 2 5" and not Ketikan.objects.exists()


def test_typed_nonsense_is_refused_with_words(hp, bawaan):
    milik = list_milik(bawaan)[0]
    for teks in ("", "1Z", "1A 1B", "halo", "1A " * 4000):
        assert hp.ask(hp.ketik(milik, teks)) == ["ditolak"], teks
    angka = next(str(s.kunci) for s in selectors.list_soal(milik.lembar) if s.jenis == "angka")
    for bidang in ({angka: {"jawaban": ["lima"]}}, {str(uuid4()): {}}, {angka: 5}, {}):
        assert hp.ask(hp.isi(milik, bidang)) == ["ditolak"], bidang
    assert not EntriTinjau.objects.exists() and not Ketikan.objects.exists()


def test_gaps_are_answered_on_the_screen_too(galih):
    bawaan = take(make_kelas(galih, make_rumpang()), galih)
    milik = list_milik(bawaan)[0]
    soal = selectors.list_soal(milik.lembar)[0]
    isi = {str(soal.kunci): {i.nama: [i.opsi[0][0] if i.opsi else "7"] for i in soal.isian}}
    hp = HpBalai(galih.akun, bawaan)
    assert hp.ask(hp.isi(milik, isi)) == ["diterima"]


def test_nobody_brings_their_own_sheet(bawaan):
    milik = list_milik(bawaan)[0]
    akun = milik.peserta.anggota.akun
    give_peran(user=akun, peran=peran.SEKRETARIS, dasar="uji")
    hp = HpBalai(akun, bawaan)
    assert hp.ask(hp.ketik(milik, "1A 2 5")) == ["ditolak"]
    assert hp.ask(hp.ketik(list_milik(bawaan)[1], "1A 2 5")) == ["ditinjau"]


def test_reviewers_read_what_it_is_about(hp, bawaan, galih):
    entri = [hp.hadir(list_peserta(bawaan)[0], "sakit"), hp.ketik(list_milik(bawaan)[0], "1A 2 5")]
    withdraw(galih)
    hp.ask(*entri)
    kata = [get_jenis(t.jenis).jelaskan(t) for t in EntriTinjau.objects.order_by("id")]
    assert kata[0] == "Kas harian, Warga 0: Sakit"
    assert "Warga 0" in kata[1] and "2 5" in kata[1]
