"""`manage.py pasang`: the page tree of a new site; safe to repeat."""

from django.core.management.base import BaseCommand
from wagtail.models import Site

from cms.core.setelan.models import SetelanBkm
from home.services import build_situs

ISIAN = ("nama", "desa", "alamat", "jam_buka", "telepon", "surel")


class Command(BaseCommand):
    help = "Build the page tree of a new site. What is already there stays as it is."

    def add_arguments(self, parser):
        for nama in ISIAN:
            parser.add_argument(f"--{nama.replace('_', '-')}", default="", help=f"BKM: {nama}")

    def handle(self, *args, **options):
        beranda = build_situs()
        isi = {nama: options[nama] for nama in ISIAN if options[nama]}
        if isi:
            setelan = SetelanBkm.for_site(Site.objects.get(is_default_site=True))
            for nama, nilai in isi.items():
                setattr(setelan, nama, nilai)
            setelan.save()
        self.stdout.write(f"{beranda.get_descendant_count() + 1} halaman siap")
