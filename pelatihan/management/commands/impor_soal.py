"""`manage.py impor_soal FILE`: questions of a GIFT file or a sheet into the bank, all or nothing.

With --json one list of {nomor, jenis, judul, status, alasan} on standard output; for a file that
cannot be read the list is empty and the reason stands on standard error. Exit code: 0 every question
is ready, 1 some are refused (then nothing is written), 2 the file cannot be read.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils import translation

from pelatihan.muat import impor
from pelatihan.muat.alasan import explain
from pelatihan.muat.berkas import BYTE_MAKS, TakTerbaca, read_berkas
from pelatihan.muat.exports import make_templat


class Command(BaseCommand):
    help = "Check a file of questions (GIFT, XLSX, CSV) and take it into the bank, all or nothing."

    def add_arguments(self, parser):
        parser.add_argument(
            "berkas", nargs="?", help="file of questions: .gift, .txt, .xlsx or .csv"
        )
        parser.add_argument("--bank", default="", help="code of the bank, such as kas-2026")
        parser.add_argument("--periksa", action="store_true", help="only check, write nothing")
        parser.add_argument("--json", action="store_true", help="answer in JSON")
        parser.add_argument("--templat", help="write the sheet to fill in, as this XLSX file")

    def handle(self, *args, berkas, bank, periksa, templat, **options):
        with translation.override("id"):
            try:
                if templat:
                    return self._write_templat(Path(templat))
                butir = self._take(berkas, bank, periksa)
            except TakTerbaca as salah:
                if options["json"]:
                    self.stdout.write("[]")
                self.stderr.write(explain(salah.kode, **salah.rincian))
                sys.exit(2)
            (self._print_json if options["json"] else self._print)(butir)
            if any(satu.alasan for satu in butir):
                self.stderr.write("Ada soal yang ditolak, jadi tidak ada yang dimasukkan.")
                sys.exit(1)
            if not options["json"]:
                self._sum(butir, periksa)

    def _take(self, berkas, bank, periksa):
        if bank and not re.fullmatch(impor.BANK, bank):
            raise TakTerbaca("bank-salah")
        soal = read_berkas(berkas or "", _read(berkas))
        butir = impor.plan_impor(soal, bank=bank)
        if periksa or any(satu.alasan for satu in butir):
            return butir
        return impor.write_impor(soal=soal, bank=bank)

    def _write_templat(self, tempat: Path):
        try:
            tempat.write_bytes(make_templat())
        except OSError as salah:
            raise TakTerbaca("templat-gagal", sebab=salah.strerror or str(salah)) from salah
        self.stdout.write(f"Templat ditulis ke {tempat}.")

    def _print_json(self, butir):
        isi = [
            {
                "nomor": satu.nomor,
                "jenis": satu.jenis,
                "judul": satu.judul,
                "status": satu.status,
                "alasan": satu.alasan,
            }
            for satu in butir
        ]
        self.stdout.write(json.dumps(isi, ensure_ascii=False, indent=1))

    def _print(self, butir):
        lebar = max(len(satu.jenis or "-") for satu in butir)
        for satu in butir:
            baris = f"{satu.nomor:>4}  {satu.status:<7}  {satu.jenis or '-':<{lebar}}  {satu.judul}"
            self.stdout.write(f"{baris}\n      {satu.alasan}" if satu.alasan else baris)

    def _sum(self, butir, periksa):
        jumlah = Counter(satu.tindakan for satu in butir)
        rincian = ", ".join(f"{n} {apa}" for apa, n in sorted(jumlah.items()))
        akhir = "Belum ada yang ditulis (hanya diperiksa)." if periksa else "Sudah masuk bank soal."
        self.stdout.write(f"{len(butir)} soal: {rincian}. {akhir}")


def _read(berkas: str | None) -> bytes:
    if not berkas:
        raise TakTerbaca("berkas-kosong")
    try:
        with Path(berkas).open("rb") as isi:
            return isi.read(BYTE_MAKS + 1)
    except OSError as salah:
        raise TakTerbaca("berkas-hilang", sebab=salah.strerror or str(salah)) from salah
