"""`manage.py demo`: the sample BKM Guyub Rukun in an empty database."""

from django.core.management.base import BaseCommand, CommandError

from cms.demo import services


class Command(BaseCommand):
    help = "Fill an empty database with the sample BKM."

    def handle(self, *args, **options):
        try:
            bkm = services.build_demo(services.get_password())
        except services.TidakBoleh:
            raise CommandError("Profil ini tidak mengizinkan data contoh.") from None
        except services.SudahBerisi as kesalahan:
            raise CommandError(
                f"Basis data sudah berisi ({kesalahan}). Data contoh hanya untuk yang kosong."
            ) from None
        self.stdout.write(f"{len(bkm.pengguna)} akun, {len(bkm.anggota)} warga")
