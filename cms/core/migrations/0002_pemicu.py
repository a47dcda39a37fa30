"""Audit rows and settings of the domain are append-only, whoever asks the database."""

from django.db import migrations

from cms.core.jejak.triggers import PEMICU as JEJAK
from cms.core.ketentuan.triggers import PEMICU as KETENTUAN
from cms.core.pemicu import CreatePemicu


class Migration(migrations.Migration):
    dependencies = [("core", "0001_awal")]
    operations = [CreatePemicu(JEJAK + KETENTUAN)]
