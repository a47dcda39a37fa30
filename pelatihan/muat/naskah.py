"""Questions as GIFT text that `gift.read_gift` gives back as they were. Plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from .jawaban import LENGKAPI, PENUH
from .potong import escape, escape_keterangan
from .teks import mark_teks


@dataclass(frozen=True)
class Naskah:
    """What is written of one question."""

    kunci: UUID
    judul: str
    jenis: str
    isi: dict
    topik: str = ""
    kesukaran: int = 2


def write_gift(soal: Iterable[Naskah]) -> str:
    """The file, one paragraph a question; a new topic begins with its category."""
    bagian, topik = [], ""
    for satu in soal:
        if satu.topik != topik:
            topik = satu.topik
            bagian.append(f"$CATEGORY: {escape(topik.replace('/', '//')) or '$course$'}")
        bagian.append(write_soal(satu))
    return "\n\n".join(bagian) + "\n"


def write_soal(soal: Naskah) -> str:
    isi, jenis = soal.isi, soal.jenis
    kepala = {"kunci": str(soal.kunci), "topik": _catat(soal.topik)}
    kepala |= {"kesukaran": str(soal.kesukaran), "jenis": jenis}
    kepala = {k: v for k, v in kepala.items() if v}
    baris = ["; ".join(f"{k}: {v}" for k, v in kepala.items())]
    badan, catatan = _write_badan(jenis, isi)
    catatan = _list_umum(isi) | _list_khusus(jenis, isi) | catatan
    baris += [f"{k}: {v}" for k, v in catatan.items()]
    komentar = "\n".join(f"// {satu}" for satu in baris)
    return f"{komentar}\n::{_teks(soal.judul)}::{badan}"


def _teks(teks: str) -> str:
    return escape(mark_teks(teks))


def _catat(teks: str) -> str:
    return escape_keterangan(mark_teks(teks))


def _list_umum(isi: dict) -> dict[str, str]:
    catatan = {}
    if isi.get("petunjuk"):
        catatan["petunjuk"] = " | ".join(_catat(p) for p in isi["petunjuk"])
    if gambar := isi.get("gambar"):
        tempat = gambar.get("bawaan") or gambar.get("kunci") or ""
        catatan["gambar"] = f"{_catat(tempat)} | {_catat(gambar.get('alt', ''))}"
    return catatan


def _list_khusus(jenis: str, isi: dict) -> dict[str, str]:
    catatan = {}
    if jenis == "isian-singkat":
        catatan["ejaan"] = str(isi.get("toleransi_ejaan", 0))
        catatan["huruf"] = "peka" if isi.get("peka_huruf") else "biasa"
    if jenis == "uraian":
        catatan["rubrik"] = " | ".join(
            f"{r['poin']} = {_catat(r['kriteria'])}" for r in isi.get("rubrik", ())
        )
        catatan["contoh"] = _catat(isi.get("contoh_jawaban", ""))
    nama = {"menjodohkan": "pasangan", "mengurutkan": "urutan", "uraian": "rubrik"}
    daftar = isi.get(nama.get(jenis, "pilihan"), ()) if jenis != "benar-salah" else ()
    if daftar:
        catatan["id"] = " | ".join(_catat(satu["id"]) for satu in daftar)
    return {k: v for k, v in catatan.items() if v}


def _write_badan(jenis: str, isi: dict) -> tuple[str, dict[str, str]]:
    """The text with its answers, and the comments it needs."""
    umum = isi.get("umpan_balik", "")
    akhir = f"\n####{_teks(umum)}" if umum else ""
    if jenis == "rumpang":
        return _write_rumpang(isi, akhir)
    teks, catatan = _join_bacaan(isi.get("bacaan", ""), isi.get("soal", ""))
    if jenis == "keterangan":
        return teks, catatan
    return f"{teks}{{{_JAWABAN[jenis](isi)}{akhir}\n}}", catatan


def _join_bacaan(bacaan: str, soal: str) -> tuple[str, dict[str, str]]:
    if "\n\n" in soal or bacaan != bacaan.strip():
        return _teks(soal), {"bacaan": _catat(bacaan)}
    return (_teks(f"{bacaan}\n\n{soal}") if bacaan else _teks(soal)), {}


def _jawab(tanda: str, bobot: int, teks: str, umpan: str = "", depan: str = "") -> str:
    """One answer on its line; its weight is written where the sign alone would say another."""
    bawaan = PENUH * (tanda == "=")
    lepas = _teks(teks)
    tulis = bobot != bawaan or lepas.startswith("%")
    angka = f"%{_persen(bobot)}%" if tulis else ""
    return f"\n{tanda}{depan}{angka}{lepas}" + (f"#{_teks(umpan)}" if umpan else "")


def _persen(bobot: int) -> str:
    tanda, utuh = "-" if bobot < 0 else "", abs(bobot)
    return f"{tanda}{utuh // 100}.{utuh % 100:02d}".removesuffix(".00")


def _write_pilihan(isi: dict, depan: str = "", *, tunggal: bool = True) -> str:
    return "".join(
        _jawab(
            "=" if tunggal and p["bobot"] == PENUH else "~",
            p["bobot"],
            p["teks"],
            p.get("umpan_balik", ""),
            depan,
        )
        for p in isi.get("pilihan", ())
    )


def _write_tf(isi: dict) -> str:
    umpan = {p["id"]: p.get("umpan_balik", "") for p in isi.get("pilihan", ())}
    benar = any(p["id"] == "b" and p["bobot"] > 0 for p in isi.get("pilihan", ()))
    keliru, tepat = (umpan.get(i, "") for i in (("s", "b") if benar else ("b", "s")))
    ekor = f"#{_teks(keliru)}" + (f"#{_teks(tepat)}" if tepat else "")
    return ("T" if benar else "F") + (ekor if keliru or tepat else "")


def _write_isian(isi: dict, depan: str = "") -> str:
    baris = [
        _jawab("=", i["bobot"], i["teks"], i.get("umpan_balik", ""), depan) for i in isi["isian"]
    ]
    lain = isi.get("umpan_lain", "")
    return "".join(baris) + (_jawab("=", 0, "*", lain, depan) if lain else "")


def _write_angka(isi: dict, depan: str = "") -> str:
    baris = [
        _jawab("=", a["bobot"], "", depan=depan)
        + f"{a['nilai']}:{a['toleransi']}"
        + (f"#{_teks(a['umpan_balik'])}" if a.get("umpan_balik") else "")
        for a in isi["angka"]
    ]
    lain = isi.get("umpan_lain", "")
    return "".join(baris) + (_jawab("~", 0, "", lain, depan) if lain else "")


def _write_pasangan(isi: dict) -> str:
    pasang = [(p["kiri"], p["kanan"]) for p in isi["pasangan"]]
    pasang += [("", satu) for satu in isi.get("pengecoh", ())]
    return "".join(f"{_jawab('=', PENUH, kiri)} -> {_teks(kanan)}" for kiri, kanan in pasang)


_JAWABAN = {
    "pilihan-tunggal": _write_pilihan,
    "pilihan-ganda": lambda isi: _write_pilihan(isi, tunggal=False),
    "benar-salah": _write_tf,
    "isian-singkat": _write_isian,
    "angka": lambda isi: f"#{_write_angka(isi)}",
    "menjodohkan": _write_pasangan,
    "mengurutkan": lambda isi: "".join(_jawab("=", PENUH, u["teks"]) for u in isi["urutan"]),
    "uraian": lambda isi: "",
}
_CELAH = {"pilihan": _write_pilihan, "isian": _write_isian, "angka": _write_angka}


def _write_rumpang(isi: dict, akhir: str) -> tuple[str, dict[str, str]]:
    """One gap amid its sentence as a missing word, anything else by numbers."""
    rumpang = isi.get("rumpang", {})
    celah, teks = rumpang.get("celah", ()), rumpang.get("teks", "")
    catatan = {f"celah {c['id']}": _describe(c) for c in celah}
    if isi.get("bacaan"):
        catatan["bacaan"] = _catat(isi["bacaan"])
    if isi.get("soal") != LENGKAPI:
        catatan["soal"] = _catat(isi.get("soal", ""))
    if _is_satu_kata(teks, celah):
        depan, _batas, belakang = teks.partition("[[1]]")
        tanda = "#" if celah[0]["jenis"] == "angka" else ""
        jawab = f"{tanda}{_CELAH[celah[0]['jenis']](celah[0])}"
        return f"{_teks(depan)}{{{jawab}{akhir}\n}}{_teks(belakang)}", catatan
    jawab = "".join(_CELAH[c["jenis"]](c, f"{c['id']} -> ") for c in celah)
    return f"{_teks(teks)}{{{jawab}{akhir}\n}}", catatan


def _is_satu_kata(teks: str, celah) -> bool:
    return (
        [c["id"] for c in celah] == ["1"]
        and teks.count("[[1]]") == 1
        and bool(teks.partition("[[1]]")[2].strip())
        and "\n" not in teks
    )


def _describe(celah: dict) -> str:
    ciri = [celah["jenis"], f"bobot {celah.get('bobot', 1)}"]
    if celah.get("toleransi_ejaan"):
        ciri.append(f"ejaan {celah['toleransi_ejaan']}")
    return ", ".join([*ciri, "peka"] if celah.get("peka_huruf") else ciri)
