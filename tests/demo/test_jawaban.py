"""What the sample's learners answer, to every question of the courses that come along."""

from pathlib import Path

import pytest

from cms.demo.belajar import make_jawaban
from pelatihan.muat.gift import parse_gift
from pelatihan.penilaian.rules import is_sah, mark_jawaban

DATA = Path(__file__).parents[2] / "pelatihan" / "kursus" / "data"


@pytest.mark.parametrize("path", sorted(DATA.glob("*/*.gift")), ids=lambda p: p.stem)
def test_learners_answer_every_kind_right_and_wrong(path):
    for satu in parse_gift(path.read_text(encoding="utf-8")).soal:
        soal = {"jenis": satu.jenis, "isi": satu.isi}
        tepat, keliru = make_jawaban(soal, benar=True), make_jawaban(soal, benar=False)
        assert is_sah(satu.jenis, satu.isi, tepat) and is_sah(satu.jenis, satu.isi, keliru)
        assert mark_jawaban(satu.jenis, satu.isi, tepat) == 10_000, satu.judul
        assert mark_jawaban(satu.jenis, satu.isi, keliru) < 10_000, satu.judul
