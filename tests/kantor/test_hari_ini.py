"""The office's first page lists what waits for this person and nothing else."""

from datetime import datetime
from uuid import uuid4

import pytest

from cms.core import waktu
from cms.core.tugas import list_tugas
from musyawarah.aspirasi.services import send_aspirasi
from tests.factories.aset import make_orang, make_serahan
from tests.factories.redaksi import make_berita, submit

pytestmark = pytest.mark.django_db


def test_each_sees_what_waits_for_them(client):
    editor, koordinator, upl = (make_orang(n) for n in ("editor", "koordinator", "upl"))
    berita = make_berita("Panen raya", owner=editor)
    submit(berita, editor)
    serahan = make_serahan(penerima=upl)
    assert [t.judul for t in list_tugas(koordinator)] == ["Panen raya"]
    assert [t.url for t in list_tugas(upl)] == [f"/lapangan/serah/{serahan.uuid}/"]
    assert list_tugas(editor) == []
    client.force_login(koordinator)
    halaman = client.get("/admin/").content.decode()
    assert "Yang menunggu Anda hari ini" in halaman and "Panen raya" in halaman
    client.force_login(editor)
    assert "Tidak ada yang menunggu Anda" in client.get("/admin/").content.decode()


def test_office_wears_the_house_dress(client):
    client.force_login(make_orang("editor"))
    halaman = client.get("/admin/").content.decode()
    assert "kantor.css" in halaman and "kantor-nama" in halaman and "favicon" in halaman


def test_a_ticket_says_what_it_is_about_and_the_late_stand_first():
    sekretaris = make_orang("sekretaris")
    for lama, isi in enumerate(["Lampu jalan mati", *["Kapan rapat?"] * 5, "Jalan berlubang"]):
        with waktu.pada(datetime(2026, 11, 30 - lama * 4, 9, tzinfo=waktu.WIB)):
            send_aspirasi(kunci=uuid4(), jenis="keluhan", isi=isi, nama="Ani")
    with waktu.pada(datetime(2026, 12, 1, 9, tzinfo=waktu.WIB)):
        tugas = list_tugas(sekretaris)
    assert tugas[0].judul == "Keluhan: Jalan berlubang"
    assert tugas[0].keterangan.startswith("Lewat batas 7 hari kerja")
    assert len(tugas) == 6
    assert (tugas[-1].tombol, tugas[-1].url) == ("Semua usul & aduan", "/admin/aspirasi/")


def test_after_an_answer_the_next_step_is_one_tap_away(client):
    editor, koordinator = make_orang("editor"), make_orang("koordinator")
    for nama in ("Panen raya", "Kerja bakti"):
        submit(make_berita(nama, owner=editor), editor)
    client.force_login(koordinator)
    for tugas, lanjut in zip(
        list_tugas(koordinator),
        ("Masih ada 1 yang menunggu Anda", "Kembali ke tugas hari ini"),
        strict=True,
    ):
        isian = {"jawaban": "setuju", "sidik": client.get(tugas.url).context["sidik"]}
        halaman = client.post(f"{tugas.url}jawab/", isian, follow=True).content.decode()
        assert lanjut in halaman and 'href="/admin/"' in halaman
        assert "kabar-baik" in halaman and "kabar-success" not in halaman
