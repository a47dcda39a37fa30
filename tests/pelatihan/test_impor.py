"""Questions into the bank and out again: the command, doubles, sheets, and files that cannot be read."""

import io
import json
import zipfile
from uuid import uuid4

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from pelatihan.kursus.rules import find_faults
from pelatihan.models import Soal
from pelatihan.muat.berkas import TakTerbaca, read_berkas
from pelatihan.muat.exports import export_gift, make_templat
from pelatihan.muat.gift import read_gift
from pelatihan.muat.impor import AdaDitolak, digest_soal, plan_impor, write_impor
from pelatihan.muat.naskah import Naskah, write_gift
from pelatihan.muat.tabel import KOLOM

CONTOH = """$CATEGORY: Kas

::Pemegang::Siapa memegang kas?{=Kasir#Tepat ~Koordinator}

Rembug itu musyawarah.{T}

Dana {=bergulir} kembali ke warga.

// kunci: 8a6e0f3e-5d2b-4bb1-9d0b-0f3a7a1c9d11; kesukaran: 3
Berapa?{#2950000:0}

Ceritakan.{}

Baca halaman 3.
"""


@pytest.fixture
def run(tmp_path, capsys):
    """Runs the command on a text or bytes and gives (exit code, output, errors)."""

    def jalan(isi, *pilihan, nama="soal.gift"):
        berkas = tmp_path / nama
        berkas.write_bytes(isi.encode() if isinstance(isi, str) else isi)
        capsys.readouterr()
        kode = 0
        try:
            call_command("impor_soal", str(berkas), *pilihan)
        except SystemExit as keluar:
            kode = keluar.code
        hasil = capsys.readouterr()
        return kode, hasil.out, hasil.err

    return jalan


@pytest.mark.django_db
@pytest.mark.dua
def test_all_ready_is_written_once(run):
    kode, keluar, _galat = run(CONTOH, "--json", "--bank", "kas-2026")
    assert kode == 0
    isi = json.loads(keluar)
    assert [s["nomor"] for s in isi] == [1, 2, 3, 4, 5, 6]
    assert isi[0] == {
        "nomor": 1,
        "jenis": "pilihan-tunggal",
        "judul": "Pemegang",
        "status": "siap",
        "alasan": "",
    }
    assert [s["jenis"] for s in isi][2:] == ["rumpang", "angka", "uraian", "keterangan"]
    assert Soal.objects.filter(bank="kas-2026", status="terbit").count() == 6
    assert Soal.objects.get(jenis="angka").kesukaran == 3
    assert set(Soal.objects.values_list("topik", flat=True)) == {"Kas"}
    assert run(CONTOH, "--bank", "kas-2026")[0] == 0
    assert Soal.objects.count() == 6


@pytest.mark.django_db
def test_one_refused_and_nothing_is_written(run):
    kode, keluar, galat = run(f"{CONTOH}\nRusak{{=x", "--json")
    assert kode == 1 and not Soal.objects.exists()
    akhir = json.loads(keluar)[-1]
    assert (akhir["status"], akhir["jenis"]) == ("ditolak", None)
    assert "kurung kurawal" in akhir["alasan"] and "tidak ada yang dimasukkan" in galat
    kode, keluar, galat = run(f"{CONTOH}\nRusak{{=x")
    assert kode == 1 and "ditolak" in keluar and "Pemegang" in keluar


@pytest.mark.django_db
def test_check_only_writes_nothing(run):
    kode, keluar, _galat = run(CONTOH, "--periksa")
    assert kode == 0 and "Belum ada yang ditulis" in keluar
    assert not Soal.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("isi", "nama", "kata"),
    [
        (b"", "a.gift", "tidak memuat soal"),
        ("// hanya catatan\n", "a.gift", "tidak memuat soal"),
        ("Apa?{T}".encode("utf-16"), "a.gift", "UTF-16"),
        ("Apa?{T} ".encode("utf-16-le"), "a.gift", "UTF-16"),
        ("A?{T}\n\nKaf\xe9?{T}".encode("latin-1"), "a.txt", "baris 3"),
        (b"x" * (10 * 1024 * 1024 + 1), "a.gift", "10 MB"),
        ("A\n\n" * 5001, "a.gift", "5000"),
        ("a{\n\n" * 500_000, "a.gift", "5000"),
        (b"\xd0\xcf\x11\xe0" + b"0" * 99, "a.xls", "XLSX"),
        (b"PK\x03\x04rusak", "a.xlsx", "tidak diterima"),
        ("a;b\n1;2\n", "a.csv", "jenis"),
        ("jenis;soal;warna\nuraian;x;y\n", "a.csv", "warna"),
        (b"%PDF-1.4", "a.gift", "PDF"),
    ],
)
def test_unreadable_files_say_why(run, isi, nama, kata):
    kode, keluar, galat = run(isi, "--json", nama=nama)
    assert (kode, json.loads(keluar)) == (2, [])
    assert kata in galat


@pytest.mark.django_db
def test_missing_file_and_bad_bank(run, tmp_path):
    with pytest.raises(SystemExit) as keluar:
        call_command("impor_soal", str(tmp_path / "tak-ada.gift"))
    assert keluar.value.code == 2
    assert run(CONTOH, "--bank", "Kas 2026")[0] == 2


@pytest.mark.django_db
def test_known_key_is_updated_and_others_are_left_as_edited():
    lihat = read_gift(CONTOH).soal
    write_impor(soal=lihat)
    Soal.objects.filter(judul="Pemegang").update(judul="Judul kami")
    baru = read_gift(CONTOH.replace("2950000", "3000000")).soal
    assert [b.tindakan for b in plan_impor(baru)] == ["sama"] * 3 + ["diubah"] + ["sama"] * 2
    write_impor(soal=baru)
    assert Soal.objects.count() == 6
    assert Soal.objects.get(jenis="angka").isi["angka"][0]["nilai"] == "3000000"
    assert Soal.objects.filter(judul="Judul kami").exists()


@pytest.mark.django_db
def test_doubles_within_a_file_and_other_banks():
    soal = read_gift("A?{T}\n\nA?{T}").soal
    write_impor(soal=soal)
    assert Soal.objects.count() == 1
    write_impor(soal=soal, bank="lain")
    assert Soal.objects.count() == 2
    kunci = uuid4()
    dua = read_gift(f"// kunci: {kunci}\nA?{{T}}\n\n// kunci: {kunci}\nB?{{T}}").soal
    assert "sama" in plan_impor(dua)[1].alasan
    with pytest.raises(AdaDitolak):
        write_impor(soal=dua)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("// kesukaran: 9\nA?{T}", "1, 2 atau 3"),
        ("// kunci: bukan\nA?{T}", "kunci"),
        ("A?{~a ~b}", "benar"),
        ("A?{=a -> b}", "dua pasangan"),
        ("{T}", "belum"),
        ("$CATEGORY: " + "x" * 81 + "\n\nA?{T}", "80"),
    ],
)
def test_refused_with_words(teks, kata):
    assert kata in plan_impor(read_gift(teks).soal)[0].alasan


# -- sheets ---------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_the_sheet_itself_is_a_good_example():
    soal = read_berkas("templat.xlsx", make_templat())
    assert len({s.jenis for s in soal}) == 10
    assert [b.alasan for b in plan_impor(soal)] == [""] * 10
    isi = {s.jenis: s.isi for s in soal}
    assert isi["angka"]["angka"][0]["toleransi"] == "0.5"
    assert isi["rumpang"]["rumpang"]["celah"][1]["jenis"] == "angka"
    assert isi["menjodohkan"]["pengecoh"] == ["kepala dusun"]
    assert isi["benar-salah"]["pilihan"][1]["bobot"] == 10000
    assert isi["pilihan-ganda"]["pilihan"][2]["bobot"] == -10000


def sheet(*baris: dict) -> bytes:
    buku = Workbook()
    buku.active.append(list(KOLOM))
    for satu in baris:
        buku.active.append([satu.get(k) for k in KOLOM])
    hasil = io.BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


SATU = {"jenis": "Pilihan tunggal", "soal": "Mana?", "isi_1": 1.5, "isi_2": 2, "benar": "A"}


def test_cells_of_other_types_and_kinds_in_plain_words():
    soal = read_berkas("a.xlsx", sheet(SATU | {"kesukaran": 3}, {}, SATU | {"benar": 2}))
    assert [s.jenis for s in soal] == ["pilihan-tunggal"] * 2
    assert [p["teks"] for p in soal[0].isi["pilihan"]] == ["1.5", "2"]
    assert soal[0].keterangan["kesukaran"] == "3"


@pytest.mark.parametrize(
    ("ubah", "alasan"),
    [
        ({"isi_1": "=1+1"}, "rumus"),
        ({"soal": "<script>x</script>"}, "html-berbahaya"),
        ({"benar": "C"}, "benar-asing"),
        ({"benar": "semua"}, "benar-asing"),
        ({"jenis": "teka-teki"}, "jenis-tak-dikenal"),
        ({"jenis": "angka", "isi_1": "dua", "isi_2": None}, "angka-salah"),
        ({"jenis": "benar-salah"}, "benar-salah-kosong"),
        ({"soal": "x" * 20_001}, "teks-panjang"),
    ],
)
def test_a_row_is_refused_and_the_next_read(ubah, alasan):
    soal = read_berkas("a.xlsx", sheet(SATU | ubah, SATU))
    assert [s.alasan for s in soal] == [alasan, ""]


def test_formulas_and_separators_in_csv():
    teks = (
        'jenis;soal;isi_1;isi_2;benar\npilihan-tunggal;Mana?;-2,5;=cmd;1\nuraian;"Apa\nitu?";;;\n'
    )
    soal = read_berkas("a.csv", b"\xef\xbb\xbf" + teks.encode())
    assert [s.alasan for s in soal] == ["rumus", ""]
    assert soal[1].isi["soal"] == "Apa\nitu?"


def test_bomb_and_too_many_rows_are_refused():
    bom = io.BytesIO(sheet(SATU))
    with zipfile.ZipFile(bom, "a", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/media/a.bin", b"0" * (40 * 1024 * 1024))
    with pytest.raises(TakTerbaca) as salah:
        read_berkas("a.xlsx", bom.getvalue())
    assert salah.value.kode == "tabel-besar"
    buku = Workbook()
    buku.active.append(["jenis", "soal"])
    buku.active.cell(900_000, 1, "uraian")
    hasil = io.BytesIO()
    buku.save(hasil)
    with pytest.raises(TakTerbaca, match="tabel-besar"):
        read_berkas("a.xlsx", hasil.getvalue())


# -- there and back -------------------------------------------------------------------------------
TEKS = (
    st.text(
        st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from("=~#{}:\\%\n->[]*;|/")
    )
    .map(str.strip)
    .filter(lambda t: t and t == t.strip() and "<" not in t and t.strip("* ") != "")
)
PENDEK = TEKS.map(lambda t: t[:40].strip()).filter(bool)
BOBOT = st.integers(-10000, 9999)
UMPAN = st.just("") | TEKS


def _beda(isi, banyak=2):
    return st.lists(isi, min_size=banyak, max_size=5, unique=True)


@st.composite
def pilihan(draw, ganda=False):
    teks = draw(_beda(TEKS))
    bobot = [draw(BOBOT) for _satu in teks]
    bobot[draw(st.integers(0, len(teks) - 1))] = 5000 if ganda else 10000
    return [
        {"id": f"p{n}", "teks": t, "bobot": b, "umpan_balik": draw(UMPAN)}
        for n, (t, b) in enumerate(zip(teks, bobot, strict=True), start=1)
    ]


DESIMAL = st.decimals(-(10**9), 10**9, places=2).map(lambda d: f"{d:f}")
ANGKA = st.fixed_dictionaries(
    {
        "nilai": DESIMAL,
        "toleransi": st.decimals(0, 100, places=1).map(lambda d: f"{d:f}"),
        "bobot": st.just(10000),
        "umpan_balik": UMPAN,
    }
).map(lambda a: [a])
ISIAN = st.fixed_dictionaries({"teks": TEKS, "bobot": st.just(10000), "umpan_balik": UMPAN}).map(
    lambda i: [i]
)
EJAAN = {"toleransi_ejaan": st.integers(0, 2), "peka_huruf": st.booleans(), "umpan_lain": UMPAN}


@st.composite
def rumpang(draw):
    celah = []
    for nomor in range(1, draw(st.integers(1, 3)) + 1):
        kepala = {"id": str(nomor), "bobot": draw(st.integers(1, 9))}
        jenis = draw(st.sampled_from(["pilihan", "isian", "angka"]))
        if jenis == "pilihan":
            isi = {"pilihan": draw(pilihan())}
        elif jenis == "isian":
            isi = {"isian": draw(ISIAN), **draw(st.fixed_dictionaries(EJAAN))}
        else:
            isi = {"angka": draw(ANGKA), "umpan_lain": draw(UMPAN)}
        celah.append(kepala | {"jenis": jenis} | isi)
    bagian = [draw(PENDEK.filter(lambda t: "[[" not in t and "]]" not in t)) for _c in celah]
    teks = " ".join(f"{b} [[{c['id']}]]" for b, c in zip(bagian, celah, strict=True))
    return {
        "rumpang": {
            "teks": f"{teks}{draw(st.sampled_from(['', '.', ' lalu selesai.']))}",
            "celah": celah,
        }
    }


def _pasangan(kiri, kanan):
    return {
        "pasangan": [
            {"id": f"k{n}", "kiri": a, "kanan": b}
            for n, (a, b) in enumerate(zip(kiri, kanan, strict=False))
        ],
        "pengecoh": kanan[len(kiri) :],
    }


KHUSUS = {
    "pilihan-tunggal": pilihan().map(lambda p: {"pilihan": p}),
    "pilihan-ganda": pilihan(ganda=True).map(lambda p: {"pilihan": p}),
    "benar-salah": st.tuples(st.booleans(), UMPAN, UMPAN).map(
        lambda t: {
            "pilihan": [
                {"id": "b", "teks": "Benar", "bobot": 10000 * t[0], "umpan_balik": t[1]},
                {"id": "s", "teks": "Salah", "bobot": 10000 * (not t[0]), "umpan_balik": t[2]},
            ]
        }
    ),
    "isian-singkat": st.fixed_dictionaries({"isian": ISIAN, **EJAAN}),
    "angka": st.fixed_dictionaries({"angka": ANGKA, "umpan_lain": UMPAN}),
    "menjodohkan": st.tuples(_beda(TEKS), _beda(TEKS, 5)).map(lambda t: _pasangan(*t)),
    "mengurutkan": _beda(TEKS).map(
        lambda u: {"urutan": [{"id": f"u{n}", "teks": t} for n, t in enumerate(u)]}
    ),
    "rumpang": rumpang(),
    "uraian": st.tuples(_beda(TEKS, 1), UMPAN).map(
        lambda t: {
            "rubrik": [{"id": f"r{n}", "kriteria": k, "poin": n + 1} for n, k in enumerate(t[0])],
            "contoh_jawaban": t[1],
        }
    ),
    "keterangan": st.just({}),
}


@st.composite
def naskah(draw):
    jenis = draw(st.sampled_from(sorted(KHUSUS)))
    umum = {
        "versi": 1,
        "bacaan": draw(UMPAN),
        "soal": draw(TEKS),
        "umpan_balik": draw(UMPAN) if jenis != "keterangan" else "",
        "petunjuk": draw(st.lists(TEKS, max_size=2)),
        "gambar": draw(st.none() | TEKS.map(lambda t: {"bawaan": "kursus/a.svg", "alt": t})),
    }
    judul = " ".join(draw(PENDEK).split())
    topik = " ".join(draw(st.just("") | PENDEK).split())
    return Naskah(uuid4(), judul, jenis, umum | draw(KHUSUS[jenis]), topik, draw(st.integers(1, 3)))


@given(st.lists(naskah(), min_size=1, max_size=3))
def test_what_goes_out_comes_back_equal(daftar):
    kembali = read_gift(write_gift(daftar)).soal
    assert len(kembali) == len(daftar)
    for awal, akhir in zip(daftar, kembali, strict=True):
        assert not akhir.alasan, akhir.alasan
        assert (akhir.judul, akhir.jenis) == (awal.judul, awal.jenis)
        assert akhir.isi == awal.isi
        assert akhir.keterangan["kunci"] == str(awal.kunci)
        assert akhir.keterangan.get("topik", "") == awal.topik
        assert akhir.keterangan["kesukaran"] == str(awal.kesukaran)
        assert digest_soal(akhir.jenis, akhir.isi) == digest_soal(awal.jenis, awal.isi)


@pytest.mark.django_db
def test_an_exported_bank_comes_back_as_nothing_new():
    write_impor(soal=read_berkas("t.xlsx", make_templat()), bank="contoh")
    teks = export_gift(Soal.objects.all())
    rencana = plan_impor(read_gift(teks).soal)
    assert [b.tindakan for b in rencana] == ["sama"] * 10
    assert all(not find_faults(s.jenis, s.isi) for s in Soal.objects.all())
