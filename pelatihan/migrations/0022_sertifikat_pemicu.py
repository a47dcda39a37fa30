"""An issued certificate is kept by the database itself."""

from django.db import migrations

from cms.core.pemicu import CreatePemicu
from pelatihan.sertifikat.triggers import PEMICU


class Migration(migrations.Migration):
    dependencies = [("pelatihan", "0021_undangan")]

    operations = [CreatePemicu(PEMICU)]
