"""The two courses as files: complete, well formed, and written within the restricted forms."""

import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from pelatihan.kursus.rules import find_faults
from pelatihan.muat.gift import parse_gift

DATA = Path(__file__).parents[2] / "pelatihan" / "kursus" / "data"
KURSUS = {"manajemen-mutu-organisasi": 10, "pengembangan-ekonomi-kreatif": 8}
SOROT = {"penting", "contoh", "latihan", "jawaban", "fasilitator"}
TOKEN = {"heading", "paragraph", "bullet_list", "ordered_list", "list_item", "blockquote", "inline"}
TOKEN |= {"text", "softbreak", "strong", "em", "link", "image"}
TOKEN |= {"table", "thead", "tbody", "tr", "th", "td"}
MODUL = sorted(DATA.glob("*/m[0-9][0-9].md"))
PELAJARAN = sorted(DATA.glob("*/m[0-9][0-9]-p[0-9][0-9].md"))
GAMBAR = sorted(DATA.glob("*/gambar/*.svg"))
KUIS = sorted(DATA.glob("*/kuis-[0-9][0-9].gift"))
BANK = sorted(DATA.glob("*/bank-tes.gift"))

POKOK = {"pilihan-tunggal", "pilihan-ganda", "benar-salah", "angka"}
CIRI = r"// kunci: [0-9a-f-]{36}; topik: [^;]+; kesukaran: [123](; [a-z]+: [^;]+)*"
HUKUM = re.compile(
    r"\b(KUR|NIB|P-IRT|BPOM|BPJPH|OJK|SLIK|PPh|UU \d+/\d{4})\b|Undang-Undang|"
    r"Peraturan (Pemerintah|BPOM|Men)"
)
ALAMAT = re.compile(r"\b[a-z0-9-]+(\.[a-z0-9-]+)+\b|Nomor \d+ Tahun \d{4}")
KAITAN = re.compile(r"(?<!\\)([=~])")


def nama(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def read_md(path: Path) -> tuple[dict, str]:
    kosong, depan, isi = re.split(r"^\+\+\+\n", path.read_text(encoding="utf-8"), flags=re.M)
    assert kosong == ""
    return tomllib.loads(depan), isi.strip()


def count_kata(isi: str) -> int:
    return len(re.findall(r"[0-9A-Za-zÀ-ÿ][\w.,/-]*", re.sub(r"\]\([^)]*\)", "]", isi)))


def walk_token(isi: str):
    for token in MarkdownIt("commonmark").enable("table").parse(isi):
        yield token
        yield from token.children or []


def list_sorot(isi: str) -> list[str]:
    return re.findall(r"(?:^|\n\n)> \[!(\w+)\]\n", isi)


def read_soal(path: Path) -> list[tuple[str, str]]:
    """Pairs of (comment line with the key, question) in file order."""
    bagian = re.split(r"\n{2,}", path.read_text(encoding="utf-8").strip())[1:]
    return [tuple(satu.split("\n", 1)) for satu in bagian]  # type: ignore[misc]


def list_jenis(path: Path) -> list[tuple[str, dict]]:
    """Kind and content of every question as the course will hold it."""
    soal = parse_gift(path.read_text(encoding="utf-8")).soal
    return [(satu.jenis, satu.isi) for satu in soal]


def read_pokok(path: Path) -> list[tuple[str, str]]:
    """Pairs as read_soal gives them, of the four kinds that every quiz has."""
    jenis = [nama for nama, _isi in list_jenis(path)]
    return [s for s, j in zip(read_soal(path), jenis, strict=True) if j in POKOK]


def split_jawaban(soal: str) -> tuple[str, str, list[str]]:
    """(head, general feedback, answers with their feedback) of one GIFT question."""
    cocok = re.fullmatch(r"(::[^:{}]+::[^{}]+)(?<!\\)\{(.*)(?<!\\)\}", soal, flags=re.S)
    assert cocok, soal
    kepala, dalam = cocok.groups()
    assert not re.search(r"(?<!\\)[{}]", dalam), soal
    dalam, umum = re.split(r"(?<!\\)####", dalam)
    potong = KAITAN.split(dalam)
    jawaban = [t + isi.strip() for t, isi in zip(potong[1::2], potong[2::2], strict=True)]
    return kepala, umum.strip(), jawaban or [dalam.strip()]


def weights(jawaban: list[str]) -> list[float]:
    return [float(m[1]) for j in jawaban if (m := re.match(r"[=~]%(-?[\d.]+)%", j))]


@pytest.mark.parametrize("kursus", KURSUS)
def test_outline_is_complete(kursus):
    depan, isi = read_md(DATA / kursus / "kursus.md")
    modul = [read_md(p)[0] for p in MODUL if p.parent.name == kursus]
    assert depan["slug"] == kursus
    assert len(depan["ringkasan"]) <= 200
    assert isinstance(depan["per_tanggal"], date)
    assert depan["sumber"] and depan["judul"] and depan["untuk_siapa"]
    assert count_kata(isi) > 100
    assert [m["urutan"] for m in modul] == list(range(1, KURSUS[kursus] + 1))
    assert depan["jpl"] == sum(m["jpl"] for m in modul)


@pytest.mark.parametrize("path", MODUL, ids=nama)
def test_module_has_its_words(path):
    depan, isi = read_md(path)
    assert set(depan) == {"kunci", "judul", "urutan", "ringkasan", "tujuan", "jpl"}
    assert len(depan["ringkasan"]) <= 200
    assert 2 <= len(depan["tujuan"]) <= 4
    assert "\n\n" not in isi and 25 <= count_kata(isi) <= 90


def test_every_kunci_is_a_uuid4_of_its_own():
    isi = [p.read_text(encoding="utf-8") for p in sorted(DATA.rglob("*.*")) if p.suffix != ".svg"]
    kunci = re.findall(r'^(?:// )?kunci(?: = "|: )([^";\n]*)', "\n".join(isi), flags=re.M)
    assert len(kunci) >= len(MODUL) + len(PELAJARAN) + len(KURSUS) + 16
    assert [k for k, n in Counter(kunci).items() if n > 1] == []
    assert all(str(UUID(k)) == k and UUID(k).version == 4 for k in kunci)


@pytest.mark.parametrize("path", PELAJARAN, ids=nama)
def test_lesson_teaches(path):
    depan, isi = read_md(path)
    wajib = {"kunci", "judul", "urutan", "menit", "tujuan", "sumber"}
    assert wajib <= set(depan) <= wajib | {"per_tanggal", "tinjau_pada", "tugas"}
    assert depan["urutan"] == int(path.stem[-2:]) and (path.parent / f"{path.stem[:3]}.md").exists()
    assert 600 <= count_kata(isi) <= 1200
    assert depan["tujuan"] and depan["sumber"] and 5 <= depan["menit"] <= 20
    assert all(t[0].islower() and not t.endswith(".") for t in depan["tujuan"])


@pytest.mark.parametrize("path", PELAJARAN, ids=nama)
def test_lesson_with_law_or_fees_says_when_to_review(path):
    depan, isi = read_md(path)
    assert ("per_tanggal" in depan) == ("tinjau_pada" in depan)
    assert "per_tanggal" in depan or not HUKUM.search(isi)
    if "per_tanggal" in depan:
        assert any(ALAMAT.search(satu) for satu in depan["sumber"])
        assert 0 < (depan["tinjau_pada"] - depan["per_tanggal"]).days <= 366


@pytest.mark.parametrize("path", PELAJARAN, ids=nama)
def test_lesson_has_example_exercise_and_note(path):
    sorot = list_sorot(read_md(path)[1])
    assert set(sorot) <= SOROT
    assert "contoh" in sorot and "latihan" in sorot
    assert sorot[-1] == "fasilitator" and sorot.count("fasilitator") == 1
    pasangan = [sorot[n + 1] for n, jenis in enumerate(sorot) if jenis == "latihan"]
    assert pasangan == ["jawaban"] * sorot.count("jawaban")


@pytest.mark.parametrize("path", [*MODUL, *PELAJARAN], ids=nama)
def test_only_the_agreed_markdown(path):
    isi = read_md(path)[1]
    tokens = list(walk_token(isi))
    jenis = {re.sub(r"_(open|close)$", "", t.type) for t in tokens}
    assert jenis <= TOKEN
    assert {t.tag for t in tokens if t.type == "heading_open"} <= {"h2", "h3"}
    assert isi.count("\n\n> ") + isi.startswith("> ") == len(list_sorot(isi))
    assert not re.search(r"^> *(\||#|!\[)", isi, flags=re.M), "no table, heading or image inside"
    assert not re.search(r"<[a-z/!]|[“”‘’]", isi)


@pytest.mark.parametrize("path", PELAJARAN, ids=nama)
def test_images_exist_and_are_described(path):
    isi = read_md(path)[1]
    baris = [b for b in isi.splitlines() if "![" in b]
    for satu in baris:
        alt, berkas = re.fullmatch(r'!\[([^\]]+)\]\((\S+\.svg) "[^"]+"\)', satu).groups()
        assert (path.parent / berkas).is_file() and len(alt) > 20
    assert baris or path.stem[:3] != "m01"


@pytest.mark.parametrize("path", GAMBAR, ids=nama)
def test_drawing_is_small_plain_and_titled(path):
    teks = path.read_text(encoding="utf-8")
    pohon = ElementTree.fromstring(teks)
    lebar = float(pohon.get("viewBox").split()[2])
    assert len(teks) <= 8192 and lebar == 640
    assert pohon[0].tag.endswith("title") and pohon[0].text
    assert not re.search(r"<(script|style|use|image|foreignObject)|href|url\(|\bon\w+=", teks)
    assert all(float(e.get("font-size")) >= 14 for e in pohon.iter() if e.tag.endswith("text"))
    pemakai = [p for p in PELAJARAN if p.parent == path.parents[1]]
    assert any(f"gambar/{path.name}" in p.read_text(encoding="utf-8") for p in pemakai)


@pytest.mark.parametrize("path", KUIS, ids=nama)
def test_quiz_head_and_size(path):
    kepala = path.read_text(encoding="utf-8").split("\n\n")[0].splitlines()
    assert [re.match(r"// (\w+): \S", b)[1] for b in kepala] == ["judul", "lulus", "bagian"]
    assert kepala[1] == "// lulus: 75"
    assert (path.parent / f"{kepala[2].removeprefix('// bagian: ')}.md").exists()
    soal = read_soal(path)
    assert len(soal) >= 8
    for komentar, _ in soal:
        assert re.fullmatch(CIRI, komentar)


@pytest.mark.parametrize("path", KUIS, ids=nama)
def test_quiz_mixes_types(path):
    """Eight of one kind measure reading of that kind; six kinds measure the lesson."""
    jenis = {jenis for jenis, _isi in list_jenis(path)}
    assert jenis >= POKOK and len(jenis) >= 6


@pytest.mark.parametrize("path", [*KUIS, *BANK], ids=nama)
def test_other_kinds_teach_too(path):
    for jenis, isi in list_jenis(path):
        assert find_faults(jenis, isi) == [] and isi["umpan_balik"], isi["soal"]
        for celah in isi["rumpang"]["celah"] if jenis == "rumpang" else [isi]:
            kata = celah.get("isian", [])
            assert all(satu["umpan_balik"] for satu in kata), isi["soal"]
            assert not kata or celah["umpan_lain"], isi["soal"]
        assert len(isi.get("urutan", isi.get("pasangan", "tiga"))) >= 3, isi["soal"]


@pytest.mark.parametrize("path", [*KUIS, *BANK], ids=nama)
def test_every_answer_teaches(path):
    for _, soal in read_pokok(path):
        kepala, umum, jawaban = split_jawaban(soal)
        assert umum, soal
        for satu in jawaban:
            pilihan, *balasan = re.split(r"(?<!\\)#", satu)
            assert balasan and all(b.strip() for b in balasan), satu
            assert not re.search(r"(?<!\\):", " ".join(balasan)), satu
            if "{#" not in soal:
                assert not re.search(r"(?<!\\):", pilihan), satu
        if jawaban[0].startswith(("TRUE", "FALSE")):
            assert len(re.split(r"(?<!\\)#", jawaban[0])) == 3, soal
        assert not re.search(r"(?<!\\)[:=~#]", kepala.split("::")[2]), kepala


@pytest.mark.parametrize("path", [*KUIS, *BANK], ids=nama)
def test_weights_reward_knowing_not_guessing(path):
    for _, soal in read_pokok(path):
        _, _, jawaban = split_jawaban(soal)
        bobot = weights(jawaban)
        if "{#" in soal:
            betul, salah = jawaban[0], jawaban[-1]
            assert re.match(r"=-?[\d.]+(:[\d.]+|\.\.[\d.]+)#", betul) and salah.startswith("~#")
        elif bobot:
            assert len(bobot) == len(jawaban)
            assert sum(b for b in bobot if b > 0) == pytest.approx(100, abs=0.01)
            assert sum(bobot) <= 0.01 and min(bobot) < 0, "ticking everything earns nothing"
        elif jawaban[0][0] in "=~":
            assert [j[0] for j in jawaban].count("=") == 1 and len(jawaban) >= 3


@pytest.mark.parametrize("path", BANK, ids=nama)
def test_bank_holds_three_parallels_of_every_aim(path):
    kepala = path.read_text(encoding="utf-8").split("\n\n")[0].splitlines()
    assert [re.match(r"// (\w+): \S", b)[1] for b in kepala] == ["judul", "bank"]
    setara: dict[str, list[str]] = {}
    for komentar, _ in read_soal(path):
        cocok = re.fullmatch(rf"{CIRI}; bagian: (m\d\d); setara: (\2-\d)", komentar)
        assert cocok, komentar
        setara.setdefault(cocok[3], []).append(komentar)
    assert {s[:3] for s in setara} == {p.stem for p in MODUL if p.parent == path.parent}
    for kode, komentar in setara.items():
        ciri = {k.split("; ", 1)[1] for k in komentar}
        assert len(komentar) >= 3 and len(ciri) == 1, kode
        assert f"; topik: {kode[:3]} " in komentar[0], kode


@pytest.mark.parametrize("path", BANK, ids=nama)
def test_parallels_differ_from_each_other_and_from_the_quizzes(path):
    lain = [s for k in KUIS if k.parent == path.parent for s in list_jenis(k)]
    soal = [(isi["bacaan"], isi["soal"], str(isi)) for _, isi in [*list_jenis(path), *lain]]
    assert len(set(soal)) == len(soal)
