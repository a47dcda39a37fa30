"""What is right in a released question: fields that fit its kind, and the correction they make."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from ..kursus import rules as kursus_rules
from ..kursus.bidang import BOBOT
from ..kursus.forms import KELUHAN
from ..kursus.isian import from_angka, split_baris, to_angka
from ..kursus.rules import PENUH, weigh_pilihan
from . import rules
from .models import Koreksi
from .versi import SoalRilis

LEBIH = 3
TANPA_KUNCI = (rules.DINILAI_ORANG,)
check_angka = RegexValidator(r"^-?[\d.]*\d(,\d+)?$", KELUHAN["angka-salah"])


def _near(bobot: int) -> int:
    return min((b for b, _kata in BOBOT), key=lambda b: abs(b - bobot))


def _keep(lama: int | None, pilih: int) -> int:
    """A weight between those on offer stays unless another one was chosen."""
    return lama if lama is not None and _near(lama) == pilih else pilih


def _bobot(label, awal: int = PENUH) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=BOBOT, coerce=int, initial=_near(awal))


def _teks(label, awal: str = "", maks: int = 500, **lain) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=maks, initial=awal, **lain)


class KoreksiForm(forms.Form):
    """How a question is corrected and why; the fields of its kind count only for other right answers."""

    cara = forms.ChoiceField(
        label=_("What is right"), widget=forms.RadioSelect, choices=Koreksi.Cara.choices
    )
    alasan = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("Learners read it beside the question. For example: two answers were right."),
    )

    def __init__(self, *args, soal: SoalRilis, **kwargs):
        super().__init__(*args, **kwargs)
        self.soal, self.isi = soal, soal.isi_kini
        if soal.jenis in TANPA_KUNCI:
            pilihan = [c for c in Koreksi.Cara.choices if c[0] != Koreksi.Cara.KUNCI]
            self.fields["cara"].choices = pilihan
        else:
            bangun, baca = _JENIS[soal.jenis]
            self.fields |= bangun(self.isi)
            self.baca = baca
        self.order_fields(["cara", *(n for n in self.fields if n not in ("cara", "alasan"))])

    def clean(self):
        bersih = super().clean()
        bersih["isi"] = {}
        if bersih.get("cara") == Koreksi.Cara.KUNCI and not self.errors:
            bersih["isi"] = self.baca(self.isi, bersih)
            for kata in self._list_keluhan(bersih["isi"]):
                self.add_error(None, kata)
        return bersih

    def _list_keluhan(self, isi: dict) -> list:
        """A choice may now have several right answers; everything else keeps the rules of its kind."""
        kode = kursus_rules.find_faults(self.soal.jenis, {**self.soal.isi, **isi})
        kelompok = [isi["pilihan"]] if "pilihan" in isi else []
        kelompok += [c[c["jenis"]] for c in isi.get("rumpang", {}).get("celah", ())]
        if kelompok and all(any(a["bobot"] == PENUH for a in satu) for satu in kelompok):
            kode = [satu for satu in kode if satu != "tanpa-jawaban-benar"]
        if "tanpa-jawaban-benar" in kode:
            return [_("One answer at least must be worth 100%.")]
        return [KELUHAN.get(satu, KELUHAN["bentuk-salah"]) for satu in dict.fromkeys(kode)]


# -- fields by kind, and back ----------------------------------------------------------------------
def _make_pilihan(isi: dict) -> dict:
    return {f"bobot_{n}": _bobot(p["teks"], p["bobot"]) for n, p in enumerate(isi["pilihan"])}


def _read_pilihan(isi: dict, bersih: dict) -> dict:
    return {
        "pilihan": [
            p | {"bobot": _keep(p["bobot"], bersih[f"bobot_{n}"])}
            for n, p in enumerate(isi["pilihan"])
        ]
    }


def _make_ganda(isi: dict) -> dict:
    return {
        f"benar_{n}": forms.BooleanField(
            label=p["teks"], required=False, initial=p["bobot"] > 0, help_text=_("right")
        )
        for n, p in enumerate(isi["pilihan"])
    }


def _read_ganda(isi: dict, bersih: dict) -> dict:
    bobot = weigh_pilihan([bersih[f"benar_{n}"] for n in range(len(isi["pilihan"]))])
    return {
        "pilihan": [p | {"bobot": b} for p, b in zip(isi["pilihan"], bobot, strict=True)],
    }


def _make_angka(isi: dict) -> dict:
    bidang = {}
    for n, satu in enumerate([*isi["angka"], *[{}] * LEBIH]):
        for nama, label in (("nilai", _("Right number")), ("toleransi", _("Tolerance"))):
            awal = from_angka(satu.get(nama, ""))
            bidang[f"{nama}_{n}"] = _teks(label, awal, 40, validators=[check_angka])
        bidang[f"bobot_{n}"] = _bobot(_("is worth"), satu.get("bobot", PENUH))
    return bidang


def _read_angka(isi: dict, bersih: dict) -> dict:
    lama = [*isi["angka"], *[{"umpan_balik": ""}] * LEBIH]
    return {
        "angka": [
            satu
            | {
                "nilai": to_angka(bersih[f"nilai_{n}"]),
                "toleransi": to_angka(bersih[f"toleransi_{n}"]) or "0",
                "bobot": _keep(satu.get("bobot"), bersih[f"bobot_{n}"]),
            }
            for n, satu in enumerate(lama)
            if bersih[f"nilai_{n}"].strip()
        ]
    }


def _make_isian(isi: dict) -> dict:
    bidang = {}
    for n, satu in enumerate([*isi["isian"], *[{}] * LEBIH]):
        bidang[f"isian_{n}"] = _teks(_("Accepted answer"), satu.get("teks", ""))
        bidang[f"bobot_{n}"] = _bobot(_("is worth"), satu.get("bobot", PENUH))
    return bidang


def _read_isian(isi: dict, bersih: dict) -> dict:
    lama = [*isi["isian"], *[{"umpan_balik": ""}] * LEBIH]
    return {
        "isian": [
            satu | {"teks": teks, "bobot": _keep(satu.get("bobot"), bersih[f"bobot_{n}"])}
            for n, satu in enumerate(lama)
            if (teks := bersih[f"isian_{n}"].strip())
        ]
    }


def _make_pasangan(isi: dict) -> dict:
    kanan = [(k["id"], k["teks"]) for k in rules.list_kanan(isi)]
    menurut = {teks: kode for kode, teks in kanan}
    return {
        f"kanan_{n}": forms.ChoiceField(label=p["kiri"], choices=kanan, initial=menurut[p["kanan"]])
        for n, p in enumerate(isi["pasangan"])
    }


def _read_pasangan(isi: dict, bersih: dict) -> dict:
    """What no longer belongs to a line stays on offer."""
    teks = {k["id"]: k["teks"] for k in rules.list_kanan(isi)}
    pasangan = [p | {"kanan": teks[bersih[f"kanan_{n}"]]} for n, p in enumerate(isi["pasangan"])]
    dipakai = {p["kanan"] for p in pasangan}
    return {"pasangan": pasangan, "pengecoh": [t for t in teks.values() if t not in dipakai]}


def _make_urutan(isi: dict) -> dict:
    tempat = [(n, str(n)) for n in range(1, len(isi["urutan"]) + 1)]
    return {
        f"tempat_{n}": forms.TypedChoiceField(
            label=u["teks"], choices=tempat, coerce=int, initial=n + 1
        )
        for n, u in enumerate(isi["urutan"])
    }


def _read_urutan(isi: dict, bersih: dict) -> dict:
    tempat = [bersih[f"tempat_{n}"] for n in range(len(isi["urutan"]))]
    if len(set(tempat)) < len(tempat):
        raise forms.ValidationError(_("Two lines stand at the same place."))
    urut = sorted(zip(tempat, isi["urutan"], strict=True), key=lambda satu: satu[0])
    return {"urutan": [u for _tempat, u in urut]}


def _make_rumpang(isi: dict) -> dict:
    return {f"celah_{n}": _make_celah(c) for n, c in enumerate(isi["rumpang"]["celah"])}


def _make_celah(celah: dict) -> forms.Field:
    jenis = celah["jenis"]
    benar = [a for a in celah[jenis] if a["bobot"] > 0]
    if jenis == "pilihan":
        return forms.MultipleChoiceField(
            label=_("Gap %(n)s: right") % {"n": celah["id"]},
            choices=[(p["id"], p["teks"]) for p in celah["pilihan"]],
            initial=[p["id"] for p in benar],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
    return _teks(
        _("Gap %(n)s: right, one on each line") % {"n": celah["id"]},
        "\n".join(_show(jenis, a) for a in benar),
        2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _show(jenis: str, satu: dict) -> str:
    return from_angka(satu["nilai"]) if jenis == "angka" else str(satu["teks"])


def _read_rumpang(isi: dict, bersih: dict) -> dict:
    celah = [
        c | {c["jenis"]: _read_celah(c, bersih[f"celah_{n}"])}
        for n, c in enumerate(isi["rumpang"]["celah"])
    ]
    return {"rumpang": isi["rumpang"] | {"celah": celah}}


def _read_celah(celah: dict, isian) -> list[dict]:
    """What was right in part stays so; what was wrong and had a word of its own keeps that."""
    jenis = celah["jenis"]
    if jenis == "pilihan":
        return [p | {"bobot": _lift(p["bobot"]) if p["id"] in isian else 0} for p in celah[jenis]]
    baris = split_baris(isian)
    lama = {_show(jenis, a): a for a in celah[jenis]}
    nama, tulis, lain = "teks", str, {}
    if jenis == "angka":
        nama, tulis, lain = "nilai", to_angka, {"toleransi": "0"}
        for satu in baris:
            check_angka(satu)
    benar = []
    for kata in baris:
        dulu = {"umpan_balik": "", "bobot": PENUH, **lain, **lama.get(kata, {})}
        benar.append({**dulu, nama: tulis(kata), "bobot": _lift(dulu["bobot"])})
    return benar + [a for kata, a in lama.items() if a["bobot"] <= 0 and kata not in baris]


def _lift(bobot: int) -> int:
    return bobot if bobot > 0 else PENUH


_JENIS = {
    "pilihan-tunggal": (_make_pilihan, _read_pilihan),
    "benar-salah": (_make_pilihan, _read_pilihan),
    "pilihan-ganda": (_make_ganda, _read_ganda),
    "angka": (_make_angka, _read_angka),
    "isian-singkat": (_make_isian, _read_isian),
    "menjodohkan": (_make_pasangan, _read_pasangan),
    "mengurutkan": (_make_urutan, _read_urutan),
    "rumpang": (_make_rumpang, _read_rumpang),
}


class PindahForm(forms.Form):
    """One button, and the name of the list that was seen."""

    dilihat = forms.CharField(widget=forms.HiddenInput, required=False)
