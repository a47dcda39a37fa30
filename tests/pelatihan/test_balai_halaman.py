"""The pack on paper, and the pages that a phone keeps: all of it there, the key on its own pages only."""

import json
import re
import subprocess
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from pelatihan.balai import selectors
from pelatihan.balai.exports import build_paket
from pelatihan.lembar.selectors import list_butir
from pelatihan.lembar.susunan import write_kunci
from pelatihan.models import Bawaan
from tests.factories.balai import make_fasilitator, make_kelas, take
from tests.factories.kelas import join, make_angkatan
from tests.factories.pelatihan import (
    make_angka,
    make_ganda,
    make_isian,
    make_jodoh,
    make_rumpang,
    make_tunggal,
    make_uraian,
    make_urut,
)

pytestmark = pytest.mark.django_db
SEMUA = (make_tunggal, make_ganda, make_isian, make_jodoh, make_urut, make_rumpang)
# Words that only stand where a right answer is told: feedback, weights, what earns full marks.
RAHASIA = ("Tanggapan", "Tepat.", "Hitung lagi", "umpan_balik", "bobot", "74310", "74.310")
RAHASIA += ("rembug", "toleransi", "nilai_bp", "10000")


@pytest.fixture
def galih():
    return make_fasilitator()


@pytest.fixture
def bawaan(galih):
    soal = [*(buat() for buat in SEMUA), make_angka(nilai="74310"), make_uraian()]
    return take(make_kelas(galih, *soal), galih)


def read_halaman(client, bawaan) -> dict[str, str]:
    """Every prepared page as the phone keeps it."""
    hasil = {}
    for satu in selectors.list_halaman(bawaan):
        jawab = client.get(satu.url, headers={"Guyub-Siapkan": "1"})
        assert jawab.status_code == 200 and jawab["Guyub-Simpan"], satu.url
        hasil[f"{satu.apa} {satu.url}"] = unescape(jawab.content.decode())
    return hasil


def test_every_prepared_page_is_kept_and_none_tells_a_right_answer(client, galih, bawaan):
    client.force_login(galih.akun)
    halaman = read_halaman(client, bawaan)
    assert {nama.split()[0] for nama in halaman} == {"induk", "absen", "kuis", "ketik", "pelajaran"}
    for nama, isi in halaman.items():
        for rahasia in RAHASIA:
            assert rahasia not in isi, (nama, rahasia)
    kuis = next(isi for nama, isi in halaman.items() if nama.startswith("kuis"))
    assert "Siapa memutus?" in kuis and kuis.count("<template") == 2
    ketik = next(isi for nama, isi in halaman.items() if nama.startswith("ketik"))
    assert "Siapa memutus?" in ketik


def test_letters_of_the_key_do_not_travel_with_the_form_of_a_sheet(bawaan):
    for lembar in selectors.list_cetakan(bawaan)[0].bentuk:
        for butir, bentuk in zip(
            [b for b in list_butir(lembar) if b.nomor],
            selectors.list_bentuk_ketikan(lembar),
            strict=True,
        ):
            assert set(bentuk) == {"nomor", "jenis", "soal", "opsi", "kiri", "celah", "panjang"}
            assert all(set(c) == {"jenis", "opsi"} for c in bentuk["celah"])
            if butir.jenis in ("angka", "isian-singkat"):
                assert write_kunci(butir) not in json.dumps(bentuk)


def test_what_a_screen_shows_is_in_the_order_of_the_sheet(bawaan):
    for lembar in selectors.list_cetakan(bawaan)[0].bentuk:
        kertas = {b.kunci: b for b in list_butir(lembar) if b.nomor}
        layar = [s for s in selectors.list_soal(lembar) if s.urut]
        assert [s.urut for s in layar] == [kertas[str(s.kunci)].nomor for s in layar]
        for soal in layar:
            assert not soal.umpan_balik and not soal.jawaban_benar and not soal.petunjuk
            assert not any(p.tanggapan for p in soal.pilihan)
            assert not any(i.tanggapan or i.benar for i in soal.isian)
            if soal.pilihan:
                opsi = kertas[str(soal.kunci)].opsi
                assert [p.id for p in soal.pilihan] == [o.id for o in opsi]


def test_lessons_keep_notes_of_the_facilitator_on_paper(client, galih):
    pertemuan = make_kelas(galih)
    bawaan = take(pertemuan, galih)
    client.force_login(galih.akun)
    satu = selectors.list_pelajaran(bawaan)[0]
    url = reverse("balai:read_pelajaran", args=[bawaan.uuid, satu.kunci])
    assert "Kas dihitung berdua" in client.get(url).content.decode()
    lain = reverse("balai:read_pelajaran", args=[bawaan.uuid, uuid4()])
    assert client.get(lain).status_code == 404


def read_pdf(isi: bytes) -> list[str]:
    """The text of every page."""
    teks = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=isi, capture_output=True, check=True
    )
    return teks.stdout.decode().split("\f")[:-1]


def test_the_pack_holds_all_and_its_key_lies_last_behind_a_cover(bawaan):
    lembar = read_pdf(build_paket(bawaan))
    semua = "\n".join(lembar)
    assert "Paket untuk balai" in lembar[0] and "Isi paket" in lembar[0]
    assert "Tanda tangan" in lembar[1] and "Warga 2" in lembar[1]
    cetakan = selectors.list_cetakan(bawaan)[0]
    for milik in cetakan.milik:
        assert semua.count(f"{milik.kode}, halaman 1") == 1
    sampul = next(n for n, isi in enumerate(lembar) if "Kunci jawaban: tertutup" in isi)
    catatan = next(
        n for n, isi in enumerate(lembar) if isi.strip().startswith("Catatan fasilitator")
    )
    assert 1 < catatan < sampul < len(lembar) - 1
    assert "Kas dihitung" not in "".join(lembar[sampul:])
    for isi in lembar[:sampul]:
        assert "74310" not in isi and "rembug" not in isi and "Artinya" not in isi
    assert "74310" not in lembar[sampul] and "Siapa memutus" not in lembar[sampul]
    kunci = "".join(lembar[sampul + 1 :])
    assert "Kunci bentuk A" in kunci and "Kunci bentuk B" in kunci and "74310" in kunci
    kaki = [re.search(r"halaman (\d+)", isi) for isi in lembar[sampul:]]
    assert [int(k[1]) for k in kaki if k] == list(range(1, len(lembar) - sampul + 1))
    assert all(isi.strip() for isi in lembar), "no empty page"


def test_a_pack_of_attendance_alone(galih):
    bawaan = take(make_kelas(galih), galih, modul=[], kuis=[])
    lembar = read_pdf(build_paket(bawaan))
    assert len(lembar) == 2 and "Kunci" not in lembar[1]


def test_taking_a_class_along_and_what_stands_against_it(client, galih):
    pertemuan = make_kelas(galih)
    client.force_login(galih.akun)
    url = reverse("balai:take_pertemuan", args=[pertemuan.uuid])
    isi = client.get(url).content.decode()
    assert isi.count("checked") == 2  # the module whose turn it is, and its quiz
    form = client.get(url).context["form"]
    kirim = {
        "kunci": form.initial["kunci"],
        **{n: form.fields[n].initial for n in ("modul", "kuis")},
    }
    jawab = client.post(url, kirim)
    bawaan = Bawaan.objects.get()
    assert jawab.url == reverse("balai:show_bawaan", args=[bawaan.uuid])
    assert client.post(url, kirim).url == jawab.url and Bawaan.objects.count() == 1
    assert bawaan.modul and bawaan.cetakan
    for salah in ({"modul": "x"}, {"kuis": uuid4()}, {"kunci": "x"}, {"modul": "a" * 9999}):
        assert client.post(url, kirim | salah).status_code == 200
    assert Bawaan.objects.count() == 1
    jawab = client.post(url, {"kunci": kirim["kunci"]}, follow=True)  # same key, other content
    assert "Tekan tombol" in jawab.content.decode() or "sekali lagi" in jawab.content.decode()


def test_who_learns_in_the_class_or_leads_another_finds_nothing(client, galih, bawaan):
    alamat = [h.url for h in selectors.list_halaman(bawaan)]
    alamat += [reverse("balai:print_paket", args=[bawaan.uuid])]
    alamat += [reverse("balai:take_pertemuan", args=[bawaan.pertemuan.uuid])]
    lain = make_fasilitator("Lain")
    make_angkatan(pengampu=[lain])
    client.force_login(lain.akun)
    assert {client.get(url).status_code for url in alamat} == {404}
    client.force_login(galih.akun)
    assert {client.get(url).status_code for url in alamat} == {200}
    join(bawaan.pertemuan.angkatan, galih)
    assert {client.get(url).status_code for url in alamat} == {404}


def test_a_print_of_another_pack_is_not_there(client, galih, bawaan):
    lain = take(make_kelas(galih), galih)
    client.force_login(galih.akun)
    for nama in ("take_kuis", "type_lembar"):
        url = reverse(f"balai:{nama}", args=[bawaan.uuid, lain.cetakan[0]])
        assert client.get(url).status_code == 404
