"""Questions and answers under a lesson."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cms.core.waktu
from cms.core.pemicu import CreatePemicu
from pelatihan.diskusi.triggers import PEMICU


class Migration(migrations.Migration):
    dependencies = [
        ("pelatihan", "0017_asal_dibawa"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Diskusi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kursus_kunci", models.UUIDField(editable=False, verbose_name="course")),
                ("pelajaran_kunci", models.UUIDField(editable=False, verbose_name="lesson")),
                (
                    "ditutup_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="closed"),
                ),
                (
                    "alasan_tutup",
                    models.CharField(blank=True, max_length=300, verbose_name="reason"),
                ),
                (
                    "ditutup_oleh",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "discussion of a lesson",
                "verbose_name_plural": "discussions of lessons",
                "ordering": ["kursus_kunci", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TulisanDiskusi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "sebagai",
                    models.CharField(
                        choices=[("peserta", "Learner"), ("fasilitator", "Facilitator")],
                        max_length=12,
                        verbose_name="written as",
                    ),
                ),
                ("kunci", models.UUIDField(editable=False)),
                (
                    "dibuat_pada",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="written"
                    ),
                ),
                (
                    "ditarik_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="withdrawn"),
                ),
                (
                    "disematkan_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="pinned"),
                ),
                (
                    "disembunyikan_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="hidden"),
                ),
                (
                    "alasan_sembunyi",
                    models.CharField(blank=True, max_length=300, verbose_name="reason"),
                ),
                (
                    "disematkan_oleh",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "disembunyikan_oleh",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diskusi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tulisan",
                        to="pelatihan.diskusi",
                        verbose_name="discussion of a lesson",
                    ),
                ),
                (
                    "induk",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jawaban",
                        to="pelatihan.tulisandiskusi",
                        verbose_name="question",
                    ),
                ),
                (
                    "penulis",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="author",
                    ),
                ),
                (
                    "peserta",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tulisan_diskusi",
                        to="pelatihan.peserta",
                        verbose_name="learner",
                    ),
                ),
            ],
            options={
                "verbose_name": "question or answer",
                "verbose_name_plural": "questions and answers",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="LaporanTulisan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("alasan", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                (
                    "saat",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="reported"
                    ),
                ),
                (
                    "ditinjau_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="looked at"),
                ),
                (
                    "ditinjau_oleh",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pelapor",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reported by",
                    ),
                ),
                (
                    "tulisan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="laporan",
                        to="pelatihan.tulisandiskusi",
                        verbose_name="question or answer",
                    ),
                ),
            ],
            options={
                "verbose_name": "report of a text",
                "verbose_name_plural": "reports of texts",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="VersiTulisan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.PositiveSmallIntegerField(editable=False, verbose_name="version")),
                ("teks", models.TextField(blank=True, verbose_name="text")),
                (
                    "saat",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="written"
                    ),
                ),
                (
                    "tulisan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versi",
                        to="pelatihan.tulisandiskusi",
                        verbose_name="question or answer",
                    ),
                ),
            ],
            options={
                "verbose_name": "version of a question or answer",
                "verbose_name_plural": "versions of questions and answers",
                "ordering": ["tulisan_id", "nomor"],
            },
        ),
        migrations.AddConstraint(
            model_name="diskusi",
            constraint=models.UniqueConstraint(
                fields=("kursus_kunci", "pelajaran_kunci"), name="diskusi_satu_per_pelajaran"
            ),
        ),
        migrations.AddConstraint(
            model_name="diskusi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ditutup_oleh__isnull", True), ("ditutup_pada__isnull", True)),
                    models.Q(("ditutup_oleh__isnull", False), ("ditutup_pada__isnull", False)),
                    _connector="OR",
                ),
                name="diskusi_penutup",
            ),
        ),
        migrations.AddIndex(
            model_name="tulisandiskusi",
            index=models.Index(fields=["diskusi", "-dibuat_pada"], name="tulisan_diskusi_urut"),
        ),
        migrations.AddIndex(
            model_name="tulisandiskusi",
            index=models.Index(fields=["penulis", "-dibuat_pada"], name="tulisan_penulis_urut"),
        ),
        migrations.AddConstraint(
            model_name="tulisandiskusi",
            constraint=models.UniqueConstraint(
                fields=("penulis", "kunci"), name="tulisan_kunci_sekali"
            ),
        ),
        migrations.AddConstraint(
            model_name="tulisandiskusi",
            constraint=models.UniqueConstraint(
                condition=models.Q(("disematkan_pada__isnull", False)),
                fields=("induk",),
                name="tulisan_satu_disematkan",
            ),
        ),
        migrations.AddConstraint(
            model_name="tulisandiskusi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("peserta__isnull", False), ("sebagai", "peserta")),
                    models.Q(
                        ("induk__isnull", False),
                        ("peserta__isnull", True),
                        ("sebagai", "fasilitator"),
                    ),
                    _connector="OR",
                ),
                name="tulisan_sebagai",
            ),
        ),
        migrations.AddConstraint(
            model_name="tulisandiskusi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("disematkan_oleh__isnull", True), ("disematkan_pada__isnull", True)),
                    models.Q(
                        ("disematkan_oleh__isnull", False), ("disematkan_pada__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="tulisan_penyemat",
            ),
        ),
        migrations.AddConstraint(
            model_name="tulisandiskusi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("disembunyikan_oleh__isnull", True), ("disembunyikan_pada__isnull", True)
                    ),
                    models.Q(
                        ("disembunyikan_oleh__isnull", False),
                        ("disembunyikan_pada__isnull", False),
                        models.Q(("alasan_sembunyi", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="tulisan_sembunyi_beralasan",
            ),
        ),
        migrations.AddConstraint(
            model_name="tulisandiskusi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("disematkan_pada__isnull", True),
                    models.Q(
                        ("disembunyikan_pada__isnull", True),
                        ("ditarik_pada__isnull", True),
                        ("induk__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="tulisan_semat_tampak",
            ),
        ),
        migrations.AddConstraint(
            model_name="laporantulisan",
            constraint=models.UniqueConstraint(
                fields=("tulisan", "pelapor"), name="laporan_tulisan_sekali"
            ),
        ),
        migrations.AddConstraint(
            model_name="laporantulisan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ditinjau_oleh__isnull", True), ("ditinjau_pada__isnull", True)),
                    models.Q(("ditinjau_oleh__isnull", False), ("ditinjau_pada__isnull", False)),
                    _connector="OR",
                ),
                name="laporan_peninjau",
            ),
        ),
        migrations.AddConstraint(
            model_name="versitulisan",
            constraint=models.UniqueConstraint(
                fields=("tulisan", "nomor"), name="versi_tulisan_sekali"
            ),
        ),
        CreatePemicu(PEMICU),
    ]
