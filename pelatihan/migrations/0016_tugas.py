"""Assignments: what a lesson asks for, what was handed in, what was found."""

import uuid

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models

import cms.core.waktu
from cms.core.pemicu import CreatePemicu
from pelatihan.tugas.triggers import PEMICU


class Migration(migrations.Migration):
    dependencies = [
        ("komunitas", "0004_berkas_warga"),
        ("pelatihan", "0015_pertemuan_pelajaran"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Kumpulan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("langkah_kunci", models.UUIDField(editable=False, verbose_name="lesson")),
                ("tugas_kunci", models.UUIDField(editable=False, verbose_name="assignment")),
                ("nomor", models.PositiveSmallIntegerField(editable=False, verbose_name="version")),
                ("kunci", models.UUIDField(editable=False)),
                ("teks", models.TextField(blank=True, verbose_name="text")),
                (
                    "dikumpulkan_pada",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="handed in"
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
                        verbose_name="by",
                    ),
                ),
                (
                    "peserta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kumpulan",
                        to="pelatihan.peserta",
                        verbose_name="learner",
                    ),
                ),
                (
                    "rilis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kumpulan",
                        to="pelatihan.rilis",
                        verbose_name="release",
                    ),
                ),
            ],
            options={
                "verbose_name": "version handed in",
                "verbose_name_plural": "versions handed in",
                "ordering": ["peserta_id", "tugas_kunci", "nomor"],
            },
        ),
        migrations.CreateModel(
            name="KumpulanBerkas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField()),
                (
                    "berkas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="komunitas.berkaswarga",
                    ),
                ),
                (
                    "kumpulan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lampiran",
                        to="pelatihan.kumpulan",
                    ),
                ),
            ],
            options={
                "verbose_name": "file handed in",
                "verbose_name_plural": "files handed in",
                "ordering": ["kumpulan_id", "urutan"],
            },
        ),
        migrations.AddField(
            model_name="kumpulan",
            name="berkas",
            field=models.ManyToManyField(
                related_name="kumpulan",
                through="pelatihan.KumpulanBerkas",
                to="komunitas.berkaswarga",
                verbose_name="files",
            ),
        ),
        migrations.CreateModel(
            name="NilaiTugas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "putusan",
                    models.CharField(
                        choices=[
                            ("diterima", "Accepted"),
                            ("dikembalikan", "Returned to be improved"),
                        ],
                        max_length=12,
                        verbose_name="verdict",
                    ),
                ),
                ("poin", models.JSONField(verbose_name="half points by line of the rubric")),
                ("jumlah", models.PositiveIntegerField(verbose_name="half points in all")),
                ("catatan", models.TextField(blank=True, verbose_name="remark to the learner")),
                (
                    "alasan",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reason of the correction"
                    ),
                ),
                (
                    "dinilai_pada",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="marked"
                    ),
                ),
                (
                    "kumpulan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nilai",
                        to="pelatihan.kumpulan",
                        verbose_name="version handed in",
                    ),
                ),
                (
                    "penilai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="marked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "verdict on an assignment",
                "verbose_name_plural": "verdicts on assignments",
                "ordering": ["kumpulan_id", "id"],
            },
        ),
        migrations.CreateModel(
            name="Tugas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("judul", models.CharField(max_length=160, verbose_name="title")),
                (
                    "petunjuk",
                    models.TextField(
                        help_text="In Markdown. Stands above the form that hands it in.",
                        verbose_name="what to do",
                    ),
                ),
                (
                    "lulus_poin",
                    models.PositiveSmallIntegerField(
                        default=70,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="points to be accepted",
                    ),
                ),
                (
                    "terima_teks",
                    models.BooleanField(default=True, verbose_name="text written on the page"),
                ),
                ("terima_foto", models.BooleanField(default=True, verbose_name="photos")),
                ("terima_pdf", models.BooleanField(default=True, verbose_name="PDF files")),
                (
                    "berkas_maks",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                        verbose_name="files at most",
                    ),
                ),
                (
                    "perbaikan_hari",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: no date. What comes later is taken all the same.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days to improve what was returned",
                    ),
                ),
                (
                    "diubah_pada",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="changed"
                    ),
                ),
            ],
            options={
                "verbose_name": "assignment",
                "verbose_name_plural": "assignments",
                "ordering": ["judul"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("terima_teks", True),
                            ("terima_foto", True),
                            ("terima_pdf", True),
                            _connector="OR",
                        ),
                        name="tugas_terima_sesuatu",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KriteriaTugas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("kriteria", models.CharField(max_length=160, verbose_name="what is looked for")),
                (
                    "poin",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="points",
                    ),
                ),
                (
                    "minimal",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="With less the assignment is not accepted.",
                        verbose_name="at least",
                    ),
                ),
                (
                    "penuh",
                    models.CharField(blank=True, max_length=300, verbose_name="full points when"),
                ),
                (
                    "separuh",
                    models.CharField(blank=True, max_length=300, verbose_name="half of them when"),
                ),
                (
                    "tugas",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kriteria",
                        to="pelatihan.tugas",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of a rubric",
                "verbose_name_plural": "lines of rubrics",
                "ordering": ["tugas_id", "urutan", "id"],
            },
        ),
        migrations.AddField(
            model_name="pelajaranpage",
            name="tugas",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pelajaran",
                to="pelatihan.tugas",
                verbose_name="assignment of this lesson",
            ),
        ),
        migrations.AddConstraint(
            model_name="kumpulanberkas",
            constraint=models.UniqueConstraint(
                fields=("kumpulan", "berkas"), name="kumpulan_berkas_sekali"
            ),
        ),
        migrations.AddConstraint(
            model_name="kumpulan",
            constraint=models.UniqueConstraint(
                fields=("peserta", "tugas_kunci", "nomor"), name="kumpulan_nomor_sekali"
            ),
        ),
        migrations.AddConstraint(
            model_name="kumpulan",
            constraint=models.UniqueConstraint(
                fields=("peserta", "kunci"), name="kumpulan_kunci_sekali"
            ),
        ),
        migrations.AddConstraint(
            model_name="kriteriatugas",
            constraint=models.UniqueConstraint(
                fields=("tugas", "kriteria"), name="kriteria_tugas_sekali"
            ),
        ),
        migrations.AddConstraint(
            model_name="kriteriatugas",
            constraint=models.CheckConstraint(
                condition=models.Q(("minimal__lte", models.F("poin")), ("poin__gte", 1)),
                name="kriteria_tugas_poin",
            ),
        ),
        CreatePemicu(PEMICU),
    ]
