"""Releases are append-only, whoever asks the database."""

from django.db import migrations

from cms.core.pemicu import CreatePemicu
from pelatihan.kursus.triggers import PEMICU


class Migration(migrations.Migration):
    dependencies = [("pelatihan", "0001_awal")]
    operations = [CreatePemicu(PEMICU)]
