"""A correction says when all attempts were marked anew; those of before were done at once."""

from django.db import migrations, models

from cms.core.pemicu import CreatePemicu, DropPemicu
from pelatihan.penilaian.triggers import PEMICU_KOREKSI


def set_tuntas(apps, schema_editor):
    apps.get_model("pelatihan", "Koreksi").objects.update(tuntas_pada=models.F("saat"))


class Migration(migrations.Migration):
    dependencies = [("pelatihan", "0019_balai")]

    operations = [
        DropPemicu(PEMICU_KOREKSI),
        migrations.AddField(
            model_name="koreksi",
            name="tuntas_pada",
            field=models.DateTimeField(editable=False, null=True, verbose_name="carried out"),
        ),
        migrations.RunPython(set_tuntas, migrations.RunPython.noop),
        CreatePemicu(PEMICU_KOREKSI),
    ]
