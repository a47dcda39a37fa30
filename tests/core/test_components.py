"""Every component of the face, rendered with what a page would give it."""

import re
from datetime import UTC, date, datetime, time

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

from cms.core.kawung import build_kawung
from cms.core.navigasi import find_bagian
from cms.core.pohon import Generasi, Simpul, build_pohon
from cms.core.setelan.models import SetelanBkm
from cms.core.tulisan import format_persen, format_persen_bulat

NB = "\u00a0"


def tulis(templat: str, /, **isi) -> str:
    return Template("{% load guyub %}" + templat).render(Context(isi))


def komponen(nama: str, /, **isi) -> str:
    return render_to_string(f"components/{nama}.html", isi)


def nav_utama(path: str, **isi) -> str:
    isi["request"] = RequestFactory().get(path)
    isi["request"]._guyub_menu = []
    return tulis('{% navigasi "atas" %}{% navigasi "tab" %}', **isi)


# -- filters -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("templat", "nilai", "hasil"),
    [
        ("{{ n|rupiah }}", 2_950_000, f"Rp{NB}2.950.000"),
        ("{{ n|rupiah }}", None, ""),
        ("{{ n|angka }}", 12_500, "12.500"),
        ("{{ n|terbilang }}", 284_000, "dua ratus delapan puluh empat ribu rupiah"),
        ("{{ n|persen }}", 640, "6,4%"),
        ("{{ n|tanggal }}", date(2026, 11, 24), f"24{NB}November{NB}2026"),
        ('{{ n|tanggal:"pendek" }}', date(2026, 8, 5), f"5{NB}Agu"),
        ('{{ n|tanggal:"hari" }}', date(2026, 11, 24), f"Selasa, 24{NB}November{NB}2026"),
        ('{{ n|tanggal:"bulan" }}', date(2026, 10, 31), f"Oktober{NB}2026"),
        ("{{ n|tanggal }}", None, ""),
        # 18.30 UTC on the 23rd is already the 24th in Jakarta
        ("{{ n|tanggal }}", datetime(2026, 11, 23, 18, 30, tzinfo=UTC), f"24{NB}November{NB}2026"),
        ("{{ n|jam }}", datetime(2026, 11, 24, 2, 41, tzinfo=UTC), "09.41"),
        ("{{ n|jam }}", time(9, 5), "09.05"),
        ("{{ n|sambung }}", "Rapat RT 04 <b>", f"Rapat RT{NB}04 &lt;b&gt;"),
        ("{{ n|sambung }}", "Bu Yati, DART 5", f"Bu{NB}Yati, DART 5"),
        ("{{ n|iso }}", date(2026, 11, 24), "2026-11-24"),
    ],
)
def test_values_become_words(templat, nilai, hasil):
    assert tulis(templat, n=nilai) == hasil


@pytest.mark.parametrize(
    ("titik", "hasil"),
    [(0, "0%"), (1, "0,01%"), (150, "1,5%"), (2000, "20%"), (-640, "−6,4%"), (1005, "10,05%")],
)
def test_percent_from_basis_points(titik, hasil):
    assert format_persen(titik) == hasil


@pytest.mark.parametrize(("titik", "hasil"), [(7778, "78%"), (50, "1%"), (49, "0%"), (-640, "−6%")])
def test_whole_percent_is_half_up(titik, hasil):
    assert format_persen_bulat(titik) == hasil


def test_joined_pairs_are_escaped_exactly_once():
    templat = "{% blocktranslate asvar j with n=n %}{{ n }}{% endblocktranslate %}"
    templat += "{{ j|sambung }}|{{ n|sambung }}"
    assert tulis(templat, n="RT 04 & RW 02") == "|".join([f"RT{NB}04 &amp; RW{NB}02"] * 2)


# -- navigation ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("path", "bagian"),
    [
        ("/", "beranda"),
        ("/berita/", "berita"),
        ("/berita/2026/kambing/", "berita"),
        ("/keputusan/2026/14/", "keputusan"),
        ("/uang-kita/jejak/abc/", "uang"),
        ("/pelatihan/mutu/modul-6/", "belajar"),
        ("/belajar/kuis/", "belajar"),
        ("/usul/status/", "usul"),
        ("/akun/masuk/", ""),
    ],
)
def test_section_is_known_from_deep_inside(path, bagian):
    assert find_bagian(path) == bagian


def test_current_section_is_marked_once_in_each_place():
    html = nav_utama("/berita/2026/kambing/")
    assert html.count('href="/berita/" aria-current="true"') == 2
    assert html.count("aria-current") == 2
    assert nav_utama("/berita/").count('href="/berita/" aria-current="page"') == 2


def test_a_view_can_name_its_section():
    assert 'href="/pelatihan/" aria-current="true"' in nav_utama("/cek/ABC/", bagian="belajar")
    assert "aria-current" not in nav_utama("/akun/masuk/")


def test_navigation_without_request():
    assert 'href="/uang-kita/"' in tulis('{% navigasi "tab" %}')


def test_navigation_costs_at_most_two_queries(db, django_assert_max_num_queries):
    request = RequestFactory().get("/berita/")
    with django_assert_max_num_queries(2):
        html = tulis(
            '{% navigasi "atas" %}{% navigasi "tab" %}{% navigasi "peta" %}', request=request
        )
    assert "Usul &amp; aduan" in html


# -- components with logic -----------------------------------------------------------------------
def test_sum_adds_up_before_the_reader():
    baris = [("Kas dan bank", 103_162_000), ("Dipinjam", 297_108_000), ("Cadangan", -12_380_000)]
    html = tulis('{% jumlah b "Milik warga" %}', b=baris)
    assert f"<td>Rp{NB}103.162.000</td>" in html
    assert f"<td>+{NB}Rp{NB}297.108.000</td>" in html
    assert f"<td>−{NB}Rp{NB}12.380.000</td>" in html
    assert re.search(rf"<tfoot>.*Milik warga.*Rp{NB}387\.890\.000", html)


def test_a_bar_in_parts_is_drawn_to_scale_and_adds_up():
    html = tulis('{% batang b "Sekali bayar" %}', b=[("Pokok", 209_000), ("Jasa", 75_000)])
    assert (
        'class="b0" x="0.0" width="73.59"' in html and 'class="b1" x="73.59" width="26.41"' in html
    )
    assert f"Sekali bayar Rp{NB}284.000" in html and f"Jasa <b>Rp{NB}75.000</b>" in html
    assert "<rect" not in tulis("{% batang b %}", b=[])


def test_progress_is_said_and_drawn():
    html = tulis('{% kemajuan 6 10 "Soal 6 dari 10." %}')
    assert 'width="60.0"' in html and 'aria-label="6 dari 10"' in html
    ruas = tulis('{% kemajuan 5 24 "" True %}')
    assert ruas.count("<rect") == 24 and ruas.count('class="alas"') == 19


def test_progress_never_leaves_its_bar():
    assert 'width="100.0"' in tulis("{% kemajuan 12 10 %}")
    assert 'width="0.0"' in tulis("{% kemajuan -3 0 %}")


def test_state_is_a_word():
    html = tulis('{% keadaan "tunggu" teks %}', teks="menunggu <tanda> tangan")
    assert 'class="keadaan keadaan-tunggu">menunggu &lt;tanda&gt; tangan<' in html
    with pytest.raises(ValueError):
        tulis('{% keadaan "merah" "x" %}')


def test_icon_is_drawn_in_place_and_unknown_ones_fail():
    assert "<path" in tulis('{% ikon "home" %}')
    with pytest.raises(KeyError):
        tulis('{% ikon "naga" %}')


def test_kawung_is_the_same_for_the_same_title_and_carries_no_text():
    assert build_kawung("Kambing") == build_kawung("Kambing") != build_kawung("Saluran air")
    assert "<script" not in build_kawung("<script>")
    assert len({build_kawung(f"judul {n}") for n in range(40)}) > 30


def test_tree_puts_parents_amid_children():
    generasi = [
        Generasi("2019", [Simpul()]),
        Generasi("2021", [Simpul(0), Simpul(0)]),
        Generasi("2023", [Simpul(0), Simpul(0), Simpul(1), Simpul(1, menunggu=True)]),
    ]
    gambar = build_pohon(generasi)
    ys = [t.y for t in gambar.titik]
    assert ys[0] == pytest.approx((ys[1] + ys[2]) / 2, abs=0.2)
    assert ys[1] == pytest.approx((ys[3] + ys[4]) / 2, abs=0.2)
    assert len(gambar.cabang) == 6 and gambar.titik[-1].kelas == "tunggu"
    assert all(0 <= t.y <= gambar.tinggi and 0 <= t.x <= gambar.lebar for t in gambar.titik)


def test_tree_is_drawn_with_its_table():
    generasi = [
        Generasi("2019", [Simpul(nama="Induk")]),
        Generasi("2021", [Simpul(0)], "1 keluarga"),
    ]
    html = tulis('{% pohon g "Satu induk" %}', g=generasi)
    assert html.count("<circle") == 2 and "<title>Induk</title>" in html
    assert '<th scope="row">2021</th><td class="kanan">1</td><td>1 keluarga</td>' in html
    assert "," not in re.search(r'cx="([^"]+)"', html)[1]


def test_empty_tree_is_no_error():
    assert "<circle" not in tulis('{% pohon g "Belum ada" %}', g=[])


class Formulir(forms.Form):
    nama = forms.CharField(label="Nama", help_text="Boleh nama panggilan.")
    jumlah = forms.CharField(label="Uang diterima")
    jumlah.uang = True
    jenis = forms.ChoiceField(label="Jenis", choices=[("t", "Tanya")], widget=forms.RadioSelect)
    setuju = forms.BooleanField(label="Saya setuju", required=False)


def test_fields_say_label_help_and_error():
    form = Formulir({"jumlah": "1"})
    nama = tulis("{% bidang f %}", f=form["nama"])
    assert '<label for="id_nama">Nama' in nama
    assert (
        'aria-describedby="id_nama-bantuan id_nama-galat"' in nama and 'aria-invalid="true"' in nama
    )
    assert 'id="id_nama-bantuan">Boleh nama panggilan.' in nama and 'id="id_nama-galat"' in nama
    uang = tulis("{% bidang f %}", f=form["jumlah"])
    assert ">satu rupiah</p>" in uang
    assert 'data-terbilang="id_jumlah-kata"' in uang and 'id="id_jumlah-kata"' in uang
    assert 'inputmode="numeric"' in uang and "aria-invalid" not in uang


def test_choices_are_a_fieldset_and_a_tick_is_its_own_label():
    form = Formulir()
    jenis = tulis("{% bidang f %}", f=form["jenis"])
    assert "<fieldset" in jenis and "<legend>Jenis" in jenis and 'type="radio"' in jenis
    setuju = tulis("{% bidang f %}", f=form["setuju"])
    assert re.search(r"<label[^>]*><input[^>]*checkbox[^>]*><span>Saya setuju", setuju)


# -- plain components ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("nama", "isi", "ada"),
    [
        ("judul", {"judul": "Pinjaman kita", "atas": "KSM-07"}, "<h1>Pinjaman kita</h1>"),
        (
            "panel_kepala",
            {"judul": "Kabar", "url": "/b/", "tautan": "Semua"},
            '<a href="/b/">Semua</a>',
        ),
        (
            "baris",
            {"judul": "Rapat", "url": "/r/", "kanan": "18 Nov"},
            '<span class="utuh">18 Nov</span>',
        ),
        (
            "baris",
            {"judul": "20 Nov", "nilai": "Rp 284.000"},
            '<span class="nilai">Rp 284.000</span>',
        ),
        ("angka", {"nilai": "6 KSM", "per": date(2026, 11, 24)}, 'datetime="2026-11-24"'),
        (
            "sorot",
            {"judul": "Setelah ini Anda bisa", "isi": "menghitung"},
            "<b>Setelah ini Anda bisa</b>",
        ),
        ("kabar", {"jenis": "salah", "isi": "Gagal", "segera": True}, 'role="alert"'),
        (
            "tombol",
            {"teks": "Kirim", "nama": "aksi", "nilai": "ya"},
            'name="aksi" value="ya">Kirim</button>',
        ),
        (
            "tombol",
            {"teks": "Buka", "url": "/x/", "jenis": "garis"},
            'class="tombol tombol-garis" href="/x/"',
        ),
        (
            "remah",
            {"butir": [{"judul": "Berita", "url": "/b/"}], "kini": "Ini"},
            'aria-current="page">Ini',
        ),
        ("dokumen", {"judul": "Laporan", "url": "/d/", "jenis": "pdf", "ukuran": 2048}, "PDF, 2,0"),
        ("kutipan", {"isi": "Titipan", "siapa": "Bu Yati"}, "<footer>Bu Yati</footer>"),
        (
            "kosong",
            {"judul": "Belum ada kabar", "url": "/t/", "tautan": "Tulis"},
            'href="/t/">Tulis</a>',
        ),
        (
            "pilihan",
            {"nama": "j", "nilai": "a", "teks": "Satu", "dipilih": True},
            'value="a" checked>',
        ),
        ("pilihan", {"nama": "j", "nilai": "a", "teks": "S", "tanggapan": "keliru"}, "Belum tepat"),
        (
            "aksi",
            {"utama": "Berikutnya", "kedua": "Sebelumnya", "kedua_url": "/1/"},
            ">Berikutnya</button>",
        ),
        ("gambar", {"judul": "Rapat", "keterangan": "Balai", "kredit": "Guyub"}, "Gambar: Guyub"),
        ("bingkai", {"judul": "Rapat"}, '<svg class="kawung"'),
        ("galeri", {"foto": [{"alt": "a", "keterangan": "Satu"}]}, "<figcaption>Satu"),
        ("salah", {"judul": "Hilang", "kode": "404", "isi": "Pindah"}, "<h1>Hilang</h1>"),
        (
            "tabel",
            {"judul": "T", "kepala": ["K"], "baris": [["L", 1]], "kanan": "2"},
            '<td class="kanan">1',
        ),
    ],
)
def test_component_shows_what_it_was_given(nama, isi, ada):
    assert ada in komponen(nama, **isi)


def test_chain_marks_now_and_not_yet():
    simpul = [
        {"label": "Usulan", "judul": "Saluran air", "url": "/u/", "tautan": "Baca"},
        {"judul": "Dikerjakan", "keadaan": "kini", "nilai": 61, "dari": 100},
        {"label": "Hasil", "judul": "Diserahkan", "keadaan": "belum"},
    ]
    html = komponen("rantai", simpul=simpul)
    assert html.count("<li") == 3 and '<li class="kini">' in html and "Hasil (belum)" in html
    assert 'aria-label="61 dari 100"' in html and '<a href="/u/">Baca</a>' in html


def test_pagination_keeps_the_search():
    halaman = {"number": 2, "has_previous": True, "has_next": True}
    halaman |= {"previous_page_number": 1, "next_page_number": 3}
    html = komponen("lembar", halaman=halaman, cari="q=air", dari=9)
    assert 'href="?q=air&amp;halaman=3"' in html and "Halaman 2 dari 9" in html
    assert komponen("lembar", halaman={"number": 1}).strip() == ""


def test_form_errors_are_summed_up_in_words():
    assert "tidak hilang" in komponen("galat_formulir", formulir=Formulir({}))
    assert komponen("galat_formulir", formulir=Formulir()).strip() == ""


# -- whole pages ---------------------------------------------------------------------------------
@pytest.mark.parametrize("nama", ["404.html", "403.html", "403_csrf.html", "500.html", "503.html"])
def test_error_pages_need_no_request_and_no_database(nama):
    html = render_to_string(nama, {})
    assert '<html lang="id">' in html and html.count("<h1>") == 1 and 'href="#isi"' in html
    assert not re.search(r" style=| on[a-z]+=|<style", html)


def test_sample_data_is_said_on_every_page():
    setelan = SetelanBkm(nama="BKM Uji", alamat="Balai Desa", telepon="0812-0000-0000")
    html = render_to_string("404.html", {"setelan": setelan, "contoh": True})
    assert (
        html.count("Data contoh") == 3 and "BKM Uji" in html and 'href="tel:+6281200000000"' in html
    )
    assert "Data contoh" not in render_to_string("404.html", {"setelan": setelan})


def test_door_says_sign_in_or_my_account():
    assert ">Masuk</a>" in render_to_string("404.html", {})
    masuk = render_to_string("components/kepala.html", {"masuk": True})
    assert ">Akun saya</a>" in masuk and ">Masuk</a>" not in masuk


def test_a_fault_is_told_in_the_house_words_with_and_without_database(rf, monkeypatch, db):
    from cms.core import galat

    request = rf.get("/berita/")
    monkeypatch.setattr(
        galat, "guyub", lambda r: {"setelan": SetelanBkm(nama="BKM Uji"), "contoh": True}
    )
    jawab = galat.handle_500(request)
    assert jawab.status_code == 500 and b"Data contoh" in jawab.content

    def rusak(request):
        raise RuntimeError("no database")

    monkeypatch.setattr(galat, "guyub", rusak)
    jawab = galat.handle_500(request)
    assert jawab.status_code == 500 and "bukan kesalahan Anda" in jawab.content.decode()


def test_a_real_picture_is_offered_small_and_modern(db, settings, tmp_path):
    from pathlib import Path

    from django.core.files.images import ImageFile
    from wagtail.images import get_image_model

    settings.MEDIA_ROOT = tmp_path
    sumber = Path(__file__).parents[2] / "cms" / "demo" / "gambar" / "posyandu.png"
    with sumber.open("rb") as berkas:
        gambar = get_image_model().objects.create(
            title="Posyandu", file=ImageFile(berkas, "posyandu.png")
        )
    html = komponen("gambar", gambar=gambar, alt="Balita ditimbang", kredit="Guyub")
    assert (
        'type="image/avif"' in html
        and 'alt="Balita ditimbang"' in html
        and 'loading="lazy"' in html
    )
    assert re.search(
        r'<img [^>]*width="\d+" height="\d+"|<img [^>]*height="\d+" [^>]*width="\d+"', html
    )
    assert 'fetchpriority="high"' in komponen("gambar", gambar=gambar, alt="x", utama=True)
    assert 'alt=""' in komponen("bingkai", gambar=gambar, judul="Posyandu")
