"""What is taken to a hall without signal, and how a sheet or a mark came."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cms.core.waktu
from cms.core.pemicu import CreatePemicu, DropPemicu
from pelatihan.balai.triggers import PEMICU
from pelatihan.lembar.triggers import PEMICU as PEMICU_KETIKAN


class Migration(migrations.Migration):
    dependencies = [
        ("pelatihan", "0018_diskusi"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # SQLite rebuilds the table, and its triggers go with the old one.
        DropPemicu(PEMICU_KETIKAN),
        migrations.AddField(
            model_name="ketikan",
            name="cara",
            field=models.CharField(
                choices=[
                    ("ketik", "typed from paper"),
                    ("tangan", "answered on the facilitator's phone, witnessed"),
                ],
                default="ketik",
                max_length=6,
                verbose_name="how",
            ),
        ),
        migrations.AlterField(
            model_name="kehadiran",
            name="cara",
            field=models.CharField(
                choices=[
                    ("ketuk", "Facilitator's list"),
                    ("qr", "QR code"),
                    ("kode", "Four digits"),
                    ("kertas", "Signed paper"),
                    ("luring", "Facilitator's phone without signal"),
                ],
                max_length=8,
                verbose_name="how",
            ),
        ),
        migrations.AlterField(
            model_name="percobaan",
            name="asal",
            field=models.CharField(
                choices=[
                    ("layar", "on a screen"),
                    ("kertas", "on paper"),
                    ("tangan", "on the facilitator's phone, witnessed"),
                ],
                default="layar",
                editable=False,
                max_length=6,
                verbose_name="taken",
            ),
        ),
        migrations.CreateModel(
            name="Bawaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("modul", models.JSONField(default=list, editable=False)),
                ("cetakan", models.JSONField(default=list, editable=False)),
                (
                    "dibuat_pada",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="made"
                    ),
                ),
                (
                    "oleh",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pertemuan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bawaan",
                        to="pelatihan.pertemuan",
                        verbose_name="session",
                    ),
                ),
                (
                    "rilis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pelatihan.rilis",
                        verbose_name="release",
                    ),
                ),
            ],
            options={
                "verbose_name": "pack for a session",
                "verbose_name_plural": "packs for sessions",
                "ordering": ["-id"],
            },
        ),
        CreatePemicu(PEMICU_KETIKAN),
        CreatePemicu(PEMICU),
    ]
