"""The custody chain is append-only from the first row on."""

from django.db import migrations

from aset.inventaris.triggers import PEMICU
from cms.core.pemicu import CreatePemicu


class Migration(migrations.Migration):
    dependencies = [("aset", "0001_awal")]
    operations = [CreatePemicu(PEMICU)]
