"""Invitations that count until a day, and for how many days."""

from django.db import migrations, models

from cms.core.ketentuan.services import seed_ketentuan


class Migration(migrations.Migration):
    dependencies = [("pelatihan", "0020_koreksi_tuntas")]

    operations = [
        migrations.AddField(
            model_name="permohonan",
            name="berlaku_sampai",
            field=models.DateField(
                editable=False,
                help_text="Of an invitation, that day included.",
                null=True,
                verbose_name="counts until",
            ),
        ),
        seed_ketentuan({"pelatihan.undangan_hari": 14}),
    ]
