"""Rules of a course, its tests, what completes a step, and learning paths."""

import uuid

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models

from cms.core.ketentuan.services import seed_ketentuan
from cms.core.pemicu import CreatePemicu, DropPemicu
from pelatihan.kursus.triggers import PEMICU


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_pemicu"),
        ("pelatihan", "0011_koreksi"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        DropPemicu(PEMICU),
        migrations.RemoveConstraint(
            model_name="kemajuan",
            name="kemajuan_sekali",
        ),
        migrations.RenameField("kemajuan", "pelajaran_kunci", "langkah_kunci"),
        migrations.CreateModel(
            name="Jalur",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("judul", models.CharField(max_length=120, unique=True, verbose_name="title")),
                (
                    "untuk_siapa",
                    models.CharField(blank=True, max_length=200, verbose_name="for whom"),
                ),
                ("pengantar", models.TextField(blank=True, verbose_name="introduction")),
                ("urutan", models.PositiveSmallIntegerField(default=10, verbose_name="order")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "Draft"),
                            ("terbit", "Published"),
                            ("ditarik", "Withdrawn"),
                        ],
                        default="draf",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
            ],
            options={
                "verbose_name": "learning path",
                "verbose_name_plural": "learning paths",
                "ordering": ["urutan", "judul"],
            },
        ),
        migrations.CreateModel(
            name="JalurLangkah",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "verbose_name": "step of a learning path",
                "verbose_name_plural": "steps of a learning path",
                "ordering": ["jalur_id", "urutan"],
            },
        ),
        migrations.AddField(
            model_name="kemajuan",
            name="asal",
            field=models.CharField(
                choices=[
                    ("baca", "read and understood"),
                    ("kuis", "its quiz passed"),
                    ("tugas", "its assignment accepted"),
                    ("hadir", "attended in class"),
                ],
                default="baca",
                max_length=10,
                verbose_name="by",
            ),
        ),
        migrations.AddField(
            model_name="kursuspage",
            name="berurutan",
            field=models.BooleanField(
                default=False,
                help_text="A lesson opens when the one before it is done.",
                verbose_name="one step after the other",
            ),
        ),
        migrations.AddField(
            model_name="kursuspage",
            name="hadir_persen",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Of the meetings of one's class, to complete the course; empty: not asked.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(100),
                ],
                verbose_name="attendance in percent",
            ),
        ),
        migrations.AddField(
            model_name="kursuspage",
            name="syarat",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True,
                help_text="Who wants to take this course has completed these.",
                related_name="+",
                to="pelatihan.kursuspage",
                verbose_name="completed before",
            ),
        ),
        migrations.AddField(
            model_name="kursuspage",
            name="tes_akhir",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pelatihan.kuis",
                verbose_name="test after the course",
            ),
        ),
        migrations.AddField(
            model_name="kursuspage",
            name="tes_awal",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pelatihan.kuis",
                verbose_name="test before the course",
            ),
        ),
        migrations.AddField(
            model_name="kursuspage",
            name="tes_lanjutan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pelatihan.kuis",
                verbose_name="test three months later",
            ),
        ),
        migrations.AddField(
            model_name="kursuspage",
            name="wajib_tes_akhir",
            field=models.BooleanField(
                default=False, verbose_name="the test after the course must be passed"
            ),
        ),
        migrations.AddField(
            model_name="pelajaranpage",
            name="cara",
            field=models.CharField(
                choices=[
                    ("baca", "read and understood"),
                    ("kuis", "its quiz passed"),
                    ("tugas", "its assignment accepted"),
                    ("hadir", "attended in class"),
                ],
                default="baca",
                max_length=10,
                verbose_name="is done when",
            ),
        ),
        migrations.AddField(
            model_name="pelajaranpage",
            name="kuis",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pelajaran",
                to="pelatihan.kuis",
                verbose_name="quiz of this lesson",
            ),
        ),
        migrations.AddField(
            model_name="pelajaranpage",
            name="syarat",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True,
                help_text="This lesson opens when they are done. Only lessons further up count.",
                related_name="+",
                to="pelatihan.pelajaranpage",
                verbose_name="lessons before this one",
            ),
        ),
        migrations.AddField(
            model_name="rilis",
            name="aturan",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AlterField(
            model_name="kemajuan",
            name="langkah_kunci",
            field=models.UUIDField(verbose_name="step"),
        ),
        migrations.AddConstraint(
            model_name="kemajuan",
            constraint=models.UniqueConstraint(
                fields=("peserta", "langkah_kunci"), name="kemajuan_sekali"
            ),
        ),
        migrations.AddField(
            model_name="jalurlangkah",
            name="halaman",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.WAGTAIL_PAGE_MODEL,
                verbose_name="course or module",
            ),
        ),
        migrations.AddField(
            model_name="jalurlangkah",
            name="jalur",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="langkah",
                to="pelatihan.jalur",
            ),
        ),
        migrations.AddConstraint(
            model_name="jalurlangkah",
            constraint=models.UniqueConstraint(
                fields=("jalur", "halaman"), name="jalur_halaman_sekali"
            ),
        ),
        CreatePemicu(PEMICU),
        seed_ketentuan({"pelatihan.tes_lanjutan_hari": 90}),
    ]
