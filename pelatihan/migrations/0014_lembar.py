"""Quizzes on paper: printed forms, learners' sheets, what was typed; attempts know where they came from."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cms.core.waktu
import pelatihan.lembar.models
from cms.core.pemicu import CreatePemicu
from pelatihan.lembar.triggers import PEMICU


class Migration(migrations.Migration):
    dependencies = [
        ("pelatihan", "0013_hasil"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="percobaan",
            name="asal",
            field=models.CharField(
                choices=[("layar", "on a screen"), ("kertas", "on paper")],
                default="layar",
                editable=False,
                max_length=6,
                verbose_name="taken",
            ),
        ),
        migrations.CreateModel(
            name="Lembar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("cetakan", models.UUIDField(db_index=True, editable=False)),
                ("kuis_kunci", models.UUIDField(editable=False, verbose_name="quiz")),
                (
                    "bentuk",
                    models.CharField(
                        choices=[("A", "A"), ("B", "B")],
                        editable=False,
                        max_length=1,
                        verbose_name="form",
                    ),
                ),
                ("benih", models.PositiveBigIntegerField(editable=False)),
                (
                    "kode",
                    models.CharField(
                        default=pelatihan.lembar.models.make_kode_lembar,
                        editable=False,
                        max_length=8,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                (
                    "dibuat_pada",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="made"
                    ),
                ),
                (
                    "angkatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lembar",
                        to="pelatihan.angkatan",
                        verbose_name="class",
                    ),
                ),
                (
                    "isi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pelatihan.isirilis",
                    ),
                ),
                (
                    "oleh",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rilis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lembar",
                        to="pelatihan.rilis",
                        verbose_name="release",
                    ),
                ),
            ],
            options={
                "verbose_name": "quiz sheet",
                "verbose_name_plural": "quiz sheets",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="LembarPeserta",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("nomor", models.PositiveSmallIntegerField(editable=False, verbose_name="number")),
                (
                    "lembar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milik",
                        to="pelatihan.lembar",
                        verbose_name="quiz sheet",
                    ),
                ),
                (
                    "percobaan",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lembar",
                        to="pelatihan.percobaan",
                        verbose_name="attempt",
                    ),
                ),
                (
                    "peserta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lembar",
                        to="pelatihan.peserta",
                        verbose_name="learner",
                    ),
                ),
            ],
            options={
                "verbose_name": "sheet of a learner",
                "verbose_name_plural": "sheets of learners",
                "ordering": ["nomor"],
            },
        ),
        migrations.CreateModel(
            name="Ketikan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("teks", models.TextField(verbose_name="as typed")),
                ("jawaban", models.JSONField(verbose_name="as understood")),
                (
                    "saat",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="typed"
                    ),
                ),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="typed by",
                    ),
                ),
                (
                    "milik",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ketikan",
                        to="pelatihan.lembarpeserta",
                        verbose_name="sheet of a learner",
                    ),
                ),
            ],
            options={
                "verbose_name": "typing of a sheet",
                "verbose_name_plural": "typings of sheets",
                "ordering": ["id"],
            },
        ),
        migrations.AddConstraint(
            model_name="lembar",
            constraint=models.UniqueConstraint(
                fields=("cetakan", "bentuk"), name="lembar_bentuk_sekali"
            ),
        ),
        migrations.AddConstraint(
            model_name="lembarpeserta",
            constraint=models.UniqueConstraint(
                fields=("lembar", "nomor"), name="lembar_nomor_sekali"
            ),
        ),
        migrations.AddConstraint(
            model_name="lembarpeserta",
            constraint=models.UniqueConstraint(
                fields=("lembar", "peserta"), name="lembar_peserta_sekali"
            ),
        ),
        CreatePemicu(PEMICU),
    ]
