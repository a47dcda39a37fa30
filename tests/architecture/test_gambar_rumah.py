"""The picture in docs/arsitektur.md is drawn by the code and current."""

from .gambar_rumah import DOKUMEN, build_graf, draw, get_gambar, list_ruang, reduce_sisi


def test_gambar_terbaru():
    gambar = get_gambar(DOKUMEN.read_text(encoding="utf-8"))
    assert gambar == draw(build_graf()), "run: .venv/bin/python -m tests.architecture.gambar_rumah"


def test_panah_yang_tersirat_hilang():
    assert reduce_sisi({("a", "b"), ("b", "c"), ("a", "c")}) == {("a", "b"), ("b", "c")}
    assert reduce_sisi({("a", "b"), ("b", "a")}) == {("a", "b"), ("b", "a")}


def test_semua_ruang_digambar():
    assert {"home", "pelatihan", "aset", "musyawarah", "core"} <= set(list_ruang().values())
