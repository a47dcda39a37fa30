"""What the fields of the office's form of a question show, and the content they make, by kind.

What has no field of its own (feedback of a gap, rows past the last one) is kept.
"""

from collections.abc import Callable
from decimal import Decimal

from .bentuk import PENUH, make_id
from .bidang import BARIS_MAKS, BOBOT, CELAH_MAKS, PILIHAN_MAKS
from .models import Jenis
from .rules import weigh_pilihan

BENAR_SALAH = (("b", "Benar"), ("s", "Salah"))
NOMOR = range(1, BARIS_MAKS + 1)


def to_angka(teks: str) -> str:
    """A number as typed here, "2.950.000" or "58,2", as the content stores it."""
    return teks.strip().replace(".", "").replace(",", ".")


def from_angka(nilai: str) -> str:
    return f"{Decimal(nilai):f}".replace(".", ",") if nilai else ""


def split_baris(teks: str) -> list[str]:
    """The lines of a text area, without empty ones."""
    return [baris.strip() for baris in teks.splitlines() if baris.strip()]


# -- what the fields show ------------------------------------------------------------------------
def show_isi(isi: dict) -> dict:
    """The first values of all fields."""
    tepat = next((a for a in isi.get("angka", []) if a["bobot"] == PENUH), {})
    awal = {
        "nilai": from_angka(tepat.get("nilai", "")),
        "toleransi": from_angka(tepat.get("toleransi", "")),
        "umpan_tepat": tepat.get("umpan_balik", ""),
        "umpan_lain": isi.get("umpan_lain", ""),
        "toleransi_ejaan": isi.get("toleransi_ejaan", 0),
        "peka_huruf": isi.get("peka_huruf", False),
        "pengecoh": "\n".join(isi.get("pengecoh", ())),
        "urutan": "\n".join(u["teks"] for u in isi.get("urutan", ())),
        "teks_rumpang": isi.get("rumpang", {}).get("teks", ""),
        "contoh_jawaban": isi.get("contoh_jawaban", ""),
    }
    for n, p in enumerate(isi.get("pilihan", [])[:PILIHAN_MAKS], start=1):
        awal |= {f"pilihan_{n}": p["teks"], f"benar_{n}": p["bobot"] > 0}
        awal[f"umpan_{n}"] = p["umpan_balik"]
    for n, satu in enumerate(isi.get("isian", [])[:BARIS_MAKS], start=1):
        awal |= {f"isian_{n}": satu["teks"], f"isian_bobot_{n}": _near_bobot(satu["bobot"])}
        awal[f"isian_umpan_{n}"] = satu["umpan_balik"]
    for n, p in enumerate(isi.get("pasangan", [])[:BARIS_MAKS], start=1):
        awal |= {f"kiri_{n}": p["kiri"], f"kanan_{n}": p["kanan"]}
    for n, r in enumerate(isi.get("rubrik", [])[:BARIS_MAKS], start=1):
        awal |= {f"kriteria_{n}": r["kriteria"], f"poin_{n}": r["poin"]}
    for n, c in enumerate(isi.get("rumpang", {}).get("celah", [])[:CELAH_MAKS], start=1):
        awal |= {f"{nama}_{n}": nilai for nama, nilai in _show_celah(c).items()}
    return awal


def _near_bobot(bobot: int) -> int:
    return min((b for b, _kata in BOBOT), key=lambda b: abs(b - bobot))


def _show_celah(celah: dict) -> dict:
    daftar = celah[celah["jenis"]]
    baca = (
        (lambda a: from_angka(a["nilai"])) if celah["jenis"] == "angka" else (lambda a: a["teks"])
    )
    return {
        "celah_jenis": celah["jenis"],
        "celah_benar": "\n".join(baca(a) for a in daftar if a["bobot"] > 0),
        "celah_salah": "\n".join(baca(a) for a in daftar if a["bobot"] <= 0),
        "celah_bobot": celah.get("bobot", 1),
    }


# -- the content they make -----------------------------------------------------------------------
def build_isi(jenis: str, bersih: dict, lama: dict) -> dict:
    """The part of `Soal.isi` that belongs to the kind."""
    return _BANGUN[jenis](bersih, lama)


def _keep(lama: list[dict], kunci: str, teks: str, awal: dict) -> dict:
    """What a row had besides its fields, found again by its words."""
    return next((satu for satu in lama if satu.get(kunci) == teks), awal)


def _build_pilihan(bersih: dict, lama: dict, *, ganda: bool = False, tetap=None) -> dict:
    nomor = [n for n in range(1, PILIHAN_MAKS + 1) if bersih[f"pilihan_{n}"].strip()]
    nomor = [1, 2] if tetap else nomor
    sisa = [] if tetap else lama.get("pilihan", [])[PILIHAN_MAKS:]
    benar = [bersih[f"benar_{n}"] for n in nomor] + [p["bobot"] > 0 for p in sisa]
    bobot = weigh_pilihan(benar) if ganda else [PENUH * satu for satu in benar]
    pilihan = [
        {
            "id": tetap[i][0] if tetap else f"p{n}",
            "teks": tetap[i][1] if tetap else bersih[f"pilihan_{n}"].strip(),
            "bobot": bobot[i],
            "umpan_balik": bersih[f"umpan_{n}"].strip(),
        }
        for i, n in enumerate(nomor)
    ]
    sisa = [p | {"bobot": b} for p, b in zip(sisa, bobot[len(nomor) :], strict=True)]
    return {"pilihan": pilihan + sisa}


def _build_angka(bersih: dict, lama: dict) -> dict:
    """The full mark from the fields; answers with part of the mark that were loaded are kept."""
    tepat = {
        "nilai": to_angka(bersih["nilai"]),
        "toleransi": to_angka(bersih["toleransi"]) or "0",
        "bobot": PENUH,
        "umpan_balik": bersih["umpan_tepat"],
    }
    sebagian = [a for a in lama.get("angka", []) if a["bobot"] != PENUH]
    return {"angka": [tepat, *sebagian], "umpan_lain": bersih["umpan_lain"]}


def _build_isian(bersih: dict, lama: dict) -> dict:
    isian = []
    for n in NOMOR:
        if teks := bersih[f"isian_{n}"].strip():
            bobot = bersih[f"isian_bobot_{n}"]
            dulu = _keep(lama.get("isian", []), "teks", teks, {}).get("bobot", bobot)
            bobot = dulu if _near_bobot(dulu) == bobot else bobot
            umpan = bersih[f"isian_umpan_{n}"].strip()
            isian.append({"teks": teks, "bobot": bobot, "umpan_balik": umpan})
    ejaan = {n: bersih[n] for n in ("toleransi_ejaan", "peka_huruf", "umpan_lain")}
    return {"isian": isian + lama.get("isian", [])[BARIS_MAKS:], **ejaan}


def _build_pasangan(bersih: dict, lama: dict) -> dict:
    pasangan = [
        {
            "id": _keep(lama.get("pasangan", []), "kiri", kiri, {"id": make_id(kiri)})["id"],
            "kiri": kiri,
            "kanan": bersih[f"kanan_{n}"].strip(),
        }
        for n in NOMOR
        if (kiri := bersih[f"kiri_{n}"].strip()) or bersih[f"kanan_{n}"].strip()
    ]
    sisa = lama.get("pasangan", [])[BARIS_MAKS:]
    return {"pasangan": pasangan + sisa, "pengecoh": split_baris(bersih["pengecoh"])}


def _build_urutan(bersih: dict, lama: dict) -> dict:
    baris = split_baris(bersih["urutan"])
    dulu = lama.get("urutan", [])
    return {
        "urutan": [
            {"id": _keep(dulu, "teks", teks, {"id": make_id(teks)})["id"], "teks": teks}
            for teks in baris
        ]
    }


def _build_rumpang(bersih: dict, lama: dict) -> dict:
    dulu = lama.get("rumpang", {}).get("celah", [])
    celah = [
        _build_celah(n, bersih, dulu[n - 1] if n <= len(dulu) else {"id": str(n)})
        for n in range(1, CELAH_MAKS + 1)
        if bersih[f"celah_benar_{n}"].strip() or bersih[f"celah_salah_{n}"].strip()
    ]
    teks = bersih["teks_rumpang"].replace("\r\n", "\n").strip()
    return {"rumpang": {"teks": teks, "celah": celah + dulu[CELAH_MAKS:]}}


def _build_celah(n: int, bersih: dict, dulu: dict) -> dict:
    """A gap; spelling, feedback and tolerance that were loaded are kept with their words."""
    jenis = bersih[f"celah_jenis_{n}"] or "isian"
    kata = "nilai" if jenis == "angka" else "teks"
    baca = to_angka if jenis == "angka" else str
    lama = dulu.get(jenis, [])
    daftar = []
    for nama, bobot in (("benar", PENUH), ("salah", 0)):
        for teks in map(baca, split_baris(bersih[f"celah_{nama}_{n}"])):
            satu = {"umpan_balik": "", **_keep(lama, kata, teks, {})}
            if (satu.get("bobot", -1) > 0) != (bobot > 0) or "bobot" not in satu:
                satu["bobot"] = bobot
            satu |= {kata: teks}
            if jenis == "angka":
                satu.setdefault("toleransi", "0")
            elif jenis == "pilihan":
                satu.setdefault("id", make_id(teks))
            daftar.append(satu)
    tetap = {k: v for k, v in dulu.items() if k not in ("pilihan", "isian", "angka")}
    umum = {"toleransi_ejaan": 1} if jenis == "isian" and not lama else {}
    return {
        **umum,
        **tetap,
        "jenis": jenis,
        jenis: daftar,
        "bobot": bersih[f"celah_bobot_{n}"] or 1,
    }


def _build_uraian(bersih: dict, lama: dict) -> dict:
    dulu = lama.get("rubrik", [])
    rubrik = [
        {
            "id": _keep(dulu, "kriteria", kata, {"id": make_id(kata)})["id"],
            "kriteria": kata,
            "poin": bersih[f"poin_{n}"],
        }
        for n in NOMOR
        if (kata := bersih[f"kriteria_{n}"].strip())
    ]
    return {"rubrik": rubrik + dulu[BARIS_MAKS:], "contoh_jawaban": bersih["contoh_jawaban"]}


_BANGUN: dict[str, Callable[[dict, dict], dict]] = {
    Jenis.TUNGGAL: _build_pilihan,
    Jenis.GANDA: lambda bersih, lama: _build_pilihan(bersih, lama, ganda=True),
    Jenis.BENAR_SALAH: lambda bersih, lama: _build_pilihan(bersih, lama, tetap=BENAR_SALAH),
    Jenis.ANGKA: _build_angka,
    Jenis.ISIAN: _build_isian,
    Jenis.JODOH: _build_pasangan,
    Jenis.URUT: _build_urutan,
    Jenis.RUMPANG: _build_rumpang,
    Jenis.URAIAN: _build_uraian,
    Jenis.KETERANGAN: lambda bersih, lama: {},
}
