"""Private files of people, for what they handed in."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import cms.core.waktu


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_antrean"),
        ("komunitas", "0003_penggabungan"),
    ]

    operations = [
        migrations.CreateModel(
            name="BerkasWarga",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("judul", models.CharField(max_length=160, verbose_name="what it is")),
                (
                    "dibuat_pada",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="sent"
                    ),
                ),
                (
                    "anggota",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berkas",
                        to="komunitas.anggota",
                        verbose_name="person",
                    ),
                ),
                (
                    "berkas",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.berkas",
                        verbose_name="private file",
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a person",
                "verbose_name_plural": "files of people",
                "ordering": ["-dibuat_pada", "-id"],
            },
        ),
    ]
