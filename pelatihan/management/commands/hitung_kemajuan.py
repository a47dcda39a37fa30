"""`manage.py hitung_kemajuan`: progress of all learners, counted anew from what happened."""

from django.core.management.base import BaseCommand

from pelatihan.peserta.models import Peserta
from pelatihan.peserta.services import rebuild_kemajuan


class Command(BaseCommand):
    help = "Rebuild the progress of all learners from attempts, assignments and attendance."

    def add_arguments(self, parser):
        parser.add_argument("--periksa", action="store_true", help="only compare, change nothing")

    def handle(self, *args, periksa, **options):
        kurang = lebih = 0
        for peserta in Peserta.objects.iterator(chunk_size=500):
            satu = rebuild_kemajuan(peserta=peserta, ubah=not periksa)
            kurang, lebih = kurang + satu[0], lebih + satu[1]
        self.stdout.write(f"{kurang} langkah kurang, {lebih} langkah berlebih")
        if periksa and (kurang or lebih):
            raise SystemExit(1)
