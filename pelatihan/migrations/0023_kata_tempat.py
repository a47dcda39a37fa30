"""The word for the seats of a class is not that for the places people live in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pelatihan", "0022_sertifikat_pemicu"),
    ]

    operations = [
        migrations.AlterField(
            model_name="angkatan",
            name="kapasitas",
            field=models.PositiveSmallIntegerField(
                blank=True, help_text="Empty: no limit.", null=True, verbose_name="number of seats"
            ),
        ),
    ]
