"""Files and functions stay small enough to be read at one go."""

from .ukuran import find_pelanggaran, get_p90, measure, measure_fungsi


def test_rumah_tetap_kecil():
    berkas, fungsi = measure()
    assert not find_pelanggaran(berkas, list(fungsi.values()))


def test_pelanggaran_terlihat():
    assert find_pelanggaran({"a.py": 301, "b.py": 10}, [1, 8, 21]) == [
        "a.py: 301 baris",
        "90% berkas: 301 baris, paling banyak 250",
        "median fungsi: 8 baris, paling banyak 7",
        "90% fungsi: 21 baris, paling banyak 20",
    ]


def test_fungsi_di_dalam_kelas_ikut_diukur():
    sumber = "class A:\n    def b(self):\n        return 1\n\n\nasync def c():\n    pass\n"
    assert sorted(measure_fungsi(sumber)) == [("b", 2), ("c", 2)]


def test_p90():
    assert get_p90(list(range(1, 11))) == 9
    assert get_p90([5]) == 5
