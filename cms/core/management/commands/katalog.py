"""`manage.py katalog`: compile the catalogues; `--tambah` adds missing ids, `--periksa` fails on gaps."""

from django.core.management.base import BaseCommand, CommandError

from cms.core import katalog


class Command(BaseCommand):
    help = "Compile the message catalogues of cms/locale/id."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "--tambah", action="store_true", help="append missing ids, untranslated"
        )
        parser.add_argument("--periksa", action="store_true", help="fail on anything untranslated")

    def handle(self, *args, tambah=False, periksa=False, **options):
        if tambah:
            from cms.core.ekstraksi import append_missing

            self.stdout.write(f"{append_missing()}")
        if periksa:
            self._check()
        katalog.compile_katalog()

    def _check(self):
        from cms.core.ekstraksi import find_missing

        keluhan = [
            satu for js in (False, True) for satu in katalog.find_faults(katalog.get_files(js=js))
        ]
        keluhan += [f"{nama}.po lacks {id_[1]!r}" for id_, (nama, _j) in find_missing().items()]
        if keluhan:
            raise CommandError("\n".join(keluhan))
