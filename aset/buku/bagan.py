"""The chart that a BKM begins with. Codes of the UPK follow its printed sheets; the rest are ours."""

import csv
from pathlib import Path

SUMBER = Path(__file__).parent / "data" / "akun.csv"
# (code, name, how it is closed): only the UPK has profit and loss.
DANA = (
    ("upk", "Dana bergulir (UPK)", "laba_rugi"),
    ("upl", "Dana lingkungan (UPL)", "terima_bayar"),
    ("ups", "Dana sosial (UPS)", "terima_bayar"),
    ("bop", "Sekretariat (BOP)", "terima_bayar"),
)


def list_akun() -> list[dict]:
    """Fields of every account, with its fund's code under `dana`."""
    with SUMBER.open(newline="", encoding="utf-8") as berkas:
        return [
            {**baris, "kontra": baris["kontra"] == "ya", "peran": baris["peran"] or "biasa"}
            for baris in csv.DictReader(berkas)
        ]


def seed_bagan(dana_model, akun_model) -> None:
    """Write the funds and accounts that are missing; what is there stays as it is."""
    dana = {}
    for urutan, (kode, nama, penutupan) in enumerate(DANA, start=1):
        isi = {"nama": nama, "penutupan": penutupan, "urutan": urutan}
        dana[kode], _baru = dana_model.objects.get_or_create(kode=kode, defaults=isi)
    for satu in list_akun():
        milik, kode = dana[satu.pop("dana")], satu.pop("kode")
        akun_model.objects.get_or_create(dana=milik, kode=kode, defaults=satu)
