"""Many at once: what a list may be, who is found in it, everything or nothing, and never twice."""

import io
from uuid import uuid4

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cms.accounts import peran
from cms.core.unggahan import UnggahanDitolak
from cms.komunitas.models import Anggota
from pelatihan.kelas import services
from pelatihan.peserta.models import Peserta
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan
from tests.factories.komunitas import KsmFactory
from tests.factories.pelatihan import make_anggota, make_kursus

pytestmark = pytest.mark.django_db


def make_xlsx(*baris) -> SimpleUploadedFile:
    buku, isi = openpyxl.Workbook(), io.BytesIO()
    for satu in baris:
        buku.active.append(satu)
    buku.save(isi)
    return SimpleUploadedFile("daftar.xlsx", isi.getvalue())


def make_csv(teks: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("daftar.csv", teks.encode())


def test_heads_columns_and_empty_lines():
    lembar = make_xlsx(
        ["No", "HP", "Nama"], [1, "0812-3456-7890", " Sri  Hartini "], [], [2, None, "Wiji"]
    )
    assert services.read_daftar(lembar) == [("Sri Hartini", "0812-3456-7890"), ("Wiji", "")]
    assert services.read_daftar(make_csv("Parno;0813\nTini;\n")) == [
        ("Parno", "0813"),
        ("Tini", ""),
    ]


@pytest.mark.parametrize(
    "berkas",
    [
        SimpleUploadedFile("a.xlsx", b"PK\x03\x04bukan"),
        SimpleUploadedFile("a.xlsx", b""),
        SimpleUploadedFile("a.csv", b"\xff\xfe\x00"),
        SimpleUploadedFile("a.csv", b"nama,telepon\n,\n"),
        SimpleUploadedFile("a.csv", b"<script>alert(1)</script>"),
        SimpleUploadedFile("a.csv", b"\n".join(b"Orang %d" % n for n in range(400))),
        SimpleUploadedFile("a.csv", b"a" * (10 * 1024 * 1024 + 1)),
        SimpleUploadedFile("a.txt", b"Sri"),
        SimpleUploadedFile("a.csv", b'"' + b"x" * 200_000),
    ],
)
def test_hostile_and_huge_files_answer_clearly(berkas):
    with pytest.raises(UnggahanDitolak) as galat:
        services.read_daftar(berkas)
    assert len(str(galat.value)) > 10


def test_found_doubtful_new_and_twice():
    ada = make_anggota(nama="Sri Hartini", telepon="+6281234567890")
    make_anggota(nama="Wiji"), make_anggota(nama="wiji")
    calon = services.match_daftar(
        [
            ("sri hartini", "081234567890"),
            ("Sri H", "0812-3456-7890"),
            ("Wiji", ""),
            ("Orang Baru", ""),
            ("Orang Baru", ""),
        ]
    )
    assert [c.keadaan for c in calon] == ["ditemukan", "ganda", "ragu", "baru", "ganda"]
    assert calon[0].pilihan[0][0] == str(ada.uuid) and len(calon[2].pilihan) == 2


def test_repeating_makes_no_doubles_and_full_makes_wait():
    angkatan, actor = make_angkatan(kapasitas=1), UserFactory()
    pilihan, kunci = [("baru", "Sri", "+6281200000001"), ("baru", "Wiji", "")], uuid4()
    sama = {"angkatan": angkatan, "pilihan": pilihan, "kunci": kunci, "actor": actor}
    assert services.add_daftar(**sama) == {"masuk": 1, "tunggu": 1, "baru": 2}
    services.add_daftar(**sama)
    calon = services.match_daftar([("Sri", "081200000001"), ("Wiji", "")])
    assert [c.keadaan for c in calon] == ["ditemukan"] * 2
    lagi = [(c.pilihan[0][0], c.nama, c.telepon) for c in calon]
    services.add_daftar(angkatan=angkatan, pilihan=lagi, kunci=uuid4(), actor=actor)
    assert Anggota.objects.count() == 2 and angkatan.peserta.count() == 1
    assert angkatan.tunggu.count() == 1


def test_everything_or_nothing():
    kursus = make_kursus()
    satu, dua = make_angkatan(kursus), make_angkatan(kursus, nama="Dua")
    lain = make_anggota(nama="Parno")
    join(satu, lain)
    pilihan = [("baru", "Sri", ""), (str(lain.uuid), "Parno", "")]
    with pytest.raises(services.DaftarBertabrakan) as galat:
        services.add_daftar(angkatan=dua, pilihan=pilihan, kunci=uuid4(), actor=UserFactory())
    assert galat.value.args == ("Parno",)
    assert not Anggota.objects.filter(nama="Sri").exists() and not dua.peserta.exists()


def test_a_whole_ksm():
    from cms.komunitas.services import join_ksm

    ksm, angkatan, actor = KsmFactory(), make_angkatan(), UserFactory()
    for nama in ("Sri", "Wiji"):
        join_ksm(ksm=ksm, anggota=make_anggota(nama=nama), dari=angkatan.dari)
    for _ in range(2):
        services.add_ksm(angkatan=angkatan, ksm=ksm, actor=actor)
    assert {p.anggota.nama for p in Peserta.objects.filter(angkatan=angkatan)} == {"Sri", "Wiji"}


def test_page_shows_first_and_takes_what_was_sealed(client):
    pengampu = make_anggota(akun=UserFactory(peran=[peran.FASILITATOR]))
    angkatan = make_angkatan(pengampu=[pengampu])
    client.force_login(pengampu.akun)
    alamat = f"/lapangan/kelas/{angkatan.uuid}/daftar/"
    assert client.post(alamat).status_code == 200
    isi = client.post(alamat, {"berkas": make_csv("Sri Baru,0812\nSri Baru,0812\n")})
    assert "Baru: 1" in isi.content.decode() or "baru: 1" in isi.content.decode()
    assert not Anggota.objects.filter(nama="Sri Baru").exists()
    segel, kunci = isi.context["segel"], isi.context["kunci"]
    for palsu in (
        {"segel": "x"},
        {"segel": segel, "kunci": "x"},
        {"segel": segel, "baris-0": str(uuid4())},
    ):
        assert client.post(alamat, {"kunci": kunci} | palsu).status_code == 302
    assert not angkatan.peserta.exists()
    client.post(alamat, {"segel": segel, "kunci": kunci})
    assert [p.anggota.nama for p in angkatan.peserta.all()] == ["Sri Baru"]
