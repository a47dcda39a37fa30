"""The sign of `make run`: what it says of the sample, and that it says no more than there is."""

from cms.mesin.papan import get_papan


def make_data(tmp_path, **berkas):
    (tmp_path / "kunci").mkdir()
    for nama, isi in berkas.items():
        (tmp_path / nama.replace("__", "/").replace("_", "-")).write_text(isi)
    return tmp_path


def test_sample_cards_stand_with_their_pins(tmp_path):
    kartu = "7k2m9 pqr3 abcd  PIN 405162  (Siti Asri)\nh4b9x yudu ze5s  PIN 738194  (Marno)\n"
    data = make_data(tmp_path, kunci__sandi_contoh="rahasia", kunci__kartu_contoh=kartu)
    assert "PIN" not in get_papan(8000, {}, data), "no sample is in use"
    (data / "contoh.json").write_text("{}")
    papan = get_papan(8000, {}, data)
    assert "http://127.0.0.1:8000/akun/kartu/" in papan
    assert all(baris in papan for baris in kartu.splitlines())


def test_a_sample_without_cards_has_no_line_for_them(tmp_path):
    data = make_data(tmp_path, kunci__sandi_contoh="rahasia", contoh_json="{}")
    (data / "contoh-json").rename(data / "contoh.json")
    assert "rahasia" in get_papan(8000, {}, data) and "Kartu" not in get_papan(8000, {}, data)
