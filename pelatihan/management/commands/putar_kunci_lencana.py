"""A new key signs badges from now on; old public keys stay published."""

from django.core.management.base import BaseCommand, CommandError

from pelatihan.lencana.services import KunciDariLingkungan, KunciTidakAda, rotate_kunci
from pelatihan.sertifikat.services import give_lencana_semua


class Command(BaseCommand):
    help = "Ganti kunci penanda lencana. Kunci publik lama tetap dapat dibaca."

    def add_arguments(self, parser):
        parser.add_argument(
            "--lengkapi",
            action="store_true",
            help="jangan ganti kunci; tandai lencana sertifikat yang belum punya",
        )

    def handle(self, *args, **options):
        if options["lengkapi"]:
            self.stdout.write(f"{give_lencana_semua()} lencana ditandai.")
            return
        try:
            kunci = rotate_kunci()
        except KunciDariLingkungan as galat:
            raise CommandError(
                f"Kunci berasal dari {galat}. Ganti isinya di sana, lalu mulai ulang."
            ) from galat
        except KunciTidakAda as galat:
            raise CommandError("Folder kunci tidak dapat ditulisi.") from galat
        self.stdout.write(f"Kunci {kunci.kid} berlaku sekarang.")
