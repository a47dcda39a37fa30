"""What the sample shows: every role signs in, every room has something to say."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings

from cms.accounts import peran
from cms.accounts.models import User
from cms.accounts.selectors import get_peran
from cms.core import katalog, waktu
from cms.core.setelan.models import SetelanBkm
from cms.demo import services
from cms.notifikasi.models import Pesan
from home.redaksi.selectors import get_tugas
from pelatihan.balai.selectors import list_cetakan, list_pelajaran
from pelatihan.diskusi.meja import list_menunggu
from pelatihan.diskusi.permissions import visible_to
from pelatihan.hasil.perolehan import get_perolehan, get_perolehan_umum
from pelatihan.models import Bawaan, Kumpulan, Sertifikat, TulisanDiskusi
from pelatihan.peserta.models import Angkatan, Peserta
from pelatihan.tugas.selectors import get_capaian_semua

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def contoh(django_db_setup, django_db_blocker, tmp_path_factory):
    """Built once for all tests here, each of which is undone inside it."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with media, django_db_blocker.unblock(), transaction.atomic():
        yield services.build_demo("sandi-contoh")
        transaction.set_rollback(True)


def test_sample_has_one_log_in_per_role(contoh):
    for nama in peran.SEMUA:
        user = User.objects.get(username=nama)
        assert get_peran(user) == {nama}
        assert user.check_password("sandi-contoh")
    assert SetelanBkm.objects.get().contoh
    with pytest.raises(CommandError, match="sudah berisi"):
        call_command("demo")


def test_no_message_is_written_in_english_or_dated_in_digits(contoh):
    inggris = [pola for e in katalog.get_entries(katalog.get_files()) if (pola := _get_pola(e))]
    semua = re.compile("|".join(inggris))
    teks = {t for baris in Pesan.objects.values_list("judul", "isi") for t in baris}
    assert len(teks) > 30
    assert [t for t in teks if semua.fullmatch(t) or re.search(r"\d\d-\d\d-\d{4}", t)] == []


def _get_pola(entri) -> str:
    """The English of an entry as a pattern; "" where the two languages may look the same."""
    huruf = re.sub(r"%\(\w+\)[sd]|\W", "", entri.msgid)
    if len(huruf) < 8 or entri.msgid == entri.msgstr or "%" in entri.msgstr[:2]:
        return ""
    return re.sub(r"%\\\(\w+\\\)[sd]", ".+", re.escape(entri.msgid))


def test_editor_and_reviewer_begin_their_day_with_something(contoh):
    for nama in ("editor", "koordinator"):
        assert get_tugas(contoh.pengguna[nama])


def test_front_page_shows_what_every_room_registered(contoh, client):
    halaman = client.get("/").content.decode()
    for kepala in ("Keputusan terbaru", "Agenda terdekat", "Uang kita", "Kabar terbaru"):
        assert kepala in halaman
    assert re.search(r"\d{4}/\d+", halaman.partition("Keputusan terbaru")[2][:2000])
    check_sekolah(client)


def check_sekolah(client):
    """A finished class shows who gained what, the public totals stand, the sign's cards open the door."""
    for satu in Angkatan.objects.filter(status=Angkatan.Status.SELESAI):
        hasil = get_perolehan(Peserta.objects.filter(angkatan=satu), satu.kursus_kunci)
        assert hasil.jumlah.banyak >= 5 and 3000 < hasil.jumlah.perolehan_bp < 9500
        assert any(o.lanjutan for o in hasil.orang) and any(o.baru_bisa for o in hasil.orang)
        assert get_perolehan_umum(satu.kursus_kunci).banyak == 5
    kartu = (Path(settings.GUYUB_DATA) / "kunci" / "kartu-contoh").read_text().splitlines()
    for baris in kartu:
        kode, pin = re.fullmatch(r"(.+)  PIN (\d{6})  \(.+\)", baris).groups()
        alamat = client.post("/akun/kartu/", {"kode": kode}).url
        assert client.post(alamat, {"pin": pin}).status_code == 302
    check_tugas()
    check_diskusi(client)
    check_balai()


def check_balai():
    """The running class has its next session ready for a hall without signal."""
    bawaan = Bawaan.objects.get()
    assert bawaan.pertemuan.mulai > waktu.sekarang() and bawaan.modul
    assert len(list_cetakan(bawaan)[0].milik) == 10 and list_pelajaran(bawaan)


def check_tugas():
    """Whoever completed has an accepted assignment, some improved; others wait or came back."""
    capaian = get_capaian_semua(Peserta.objects.values_list("pk", flat=True))
    diterima = {p for (p, _k), c in capaian.items() if c.keadaan == "diterima"}
    assert diterima == set(Sertifikat.objects.values_list("peserta", flat=True))
    assert {c.keadaan for c in capaian.values()} == {"diterima", "menunggu", "dikembalikan"}
    assert Kumpulan.objects.filter(peserta__in=diterima, nomor=2).exists()


def check_diskusi(client):
    """Questions under two lessons; one has its good answer, some wait, and the desk says how many."""
    tanya = TulisanDiskusi.objects.filter(induk__isnull=True)
    assert tanya.values("diskusi").distinct().count() == 2
    assert TulisanDiskusi.objects.filter(disematkan_pada__isnull=False).count() == 1
    guru = User.objects.get(username="fasilitator")
    menunggu = list_menunggu(visible_to(guru))
    assert 0 < menunggu.count() < tanya.count()
    client.force_login(guru)
    assert (
        f"Pertanyaan peserta ({menunggu.count()})"
        in client.get("/lapangan/kelas/").content.decode()
    )
