"""`manage.py muat_kursus`: load or refresh the courses that come as files."""

from collections import Counter

from django.core.management.base import BaseCommand, CommandError

from pelatihan.muat import gift, rules, services
from pelatihan.muat.alasan import explain


class Command(BaseCommand):
    help = "Load the courses of pelatihan/kursus/data; pages and questions edited here stay as they are."

    def add_arguments(self, parser):
        parser.add_argument("kursus", nargs="*", help="folders to load; all when left out")

    def handle(self, *args, kursus, verbosity, **options):
        ada = services.list_kursus()
        if asing := set(kursus) - set(ada):
            raise CommandError(f"Kursus {', '.join(sorted(asing))} tidak ada. Yang ada: {ada}.")
        for nama in kursus or ada:
            self._load(nama, verbosity)

    def _load(self, nama, verbosity):
        try:
            laporan = services.load_kursus(nama)
        except services.TanpaIndeks:
            raise CommandError("Halaman Pelatihan belum ada. Jalankan dulu: pasang") from None
        except gift.GiftSalah as salah:
            kata = f"{nama}: soal {salah.nomor}: {explain(salah.alasan)} Tidak ada yang diubah."
            raise CommandError(kata) from salah
        except rules.BerkasSalah as salah:
            raise CommandError(f"{nama}: {salah}. Tidak ada yang diubah.") from salah
        for satu in laporan:
            if verbosity > 1 or satu.hasil == services.DIBIARKAN:
                self.stdout.write(f"{satu.hasil}: {satu.berkas}")
        jumlah = Counter(satu.hasil for satu in laporan)
        rincian = ", ".join(f"{n} {hasil}" for hasil, n in sorted(jumlah.items()))
        self.stdout.write(f"{nama}: {rincian}")
