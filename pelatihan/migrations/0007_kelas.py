"""Classes: places, sessions, who waits or asks to come in, and attendance that is only added to."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cms.core.waktu
import pelatihan.kelas.models
from cms.core.ketentuan.services import seed_ketentuan
from cms.core.pemicu import CreatePemicu
from pelatihan.kelas.triggers import PEMICU

# From how many minutes after the beginning somebody counts as late.
BAWAAN = {"pelatihan.terlambat_menit": 15}


class Migration(migrations.Migration):
    dependencies = [
        ("komunitas", "0003_penggabungan"),
        ("pelatihan", "0006_sertifikat_beku"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DaftarTunggu",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "saat",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="since"
                    ),
                ),
                (
                    "selesai_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="ended on"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("menunggu", "Waiting"),
                            ("masuk", "Got a place"),
                            ("keluar", "Does not wait any more"),
                        ],
                        default="menunggu",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
            ],
            options={
                "verbose_name": "place in the waiting list",
                "verbose_name_plural": "waiting list",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Kehadiran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("hadir", "Present"),
                            ("terlambat", "Late"),
                            ("izin", "Excused"),
                            ("sakit", "Ill"),
                            ("alpa", "Absent"),
                        ],
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "cara",
                    models.CharField(
                        choices=[
                            ("ketuk", "Facilitator's list"),
                            ("qr", "QR code"),
                            ("kode", "Four digits"),
                            ("kertas", "Signed paper"),
                        ],
                        max_length=8,
                        verbose_name="how",
                    ),
                ),
                ("alasan", models.CharField(blank=True, max_length=200, verbose_name="reason")),
                ("dicatat_pada", models.DateTimeField(verbose_name="recorded")),
                (
                    "diterima_pada",
                    models.DateTimeField(default=cms.core.waktu.sekarang, editable=False),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "verbose_name_plural": "attendance",
                "ordering": ["dicatat_pada", "id"],
            },
        ),
        migrations.CreateModel(
            name="Permohonan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "saat",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="since"
                    ),
                ),
                (
                    "selesai_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="ended on"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("menunggu", "Waits for an answer"),
                            ("diundang", "Invited"),
                            ("diterima", "Accepted"),
                            ("ditolak", "Refused"),
                            ("ditarik", "Withdrawn"),
                        ],
                        default="menunggu",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("alasan", models.CharField(blank=True, max_length=200, verbose_name="reason")),
            ],
            options={
                "verbose_name": "request to join a class",
                "verbose_name_plural": "requests to join a class",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Pertemuan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kode",
                    models.CharField(
                        default=pelatihan.kelas.models.make_kode_pertemuan,
                        editable=False,
                        max_length=16,
                        unique=True,
                    ),
                ),
                ("judul", models.CharField(max_length=120, verbose_name="subject")),
                ("mulai", models.DateTimeField(verbose_name="begins")),
                ("selesai", models.DateTimeField(verbose_name="ends")),
                ("tempat", models.CharField(blank=True, max_length=120, verbose_name="where")),
                (
                    "bahan",
                    models.TextField(
                        blank=True,
                        help_text="What to read or bring. Addresses of lessons become links.",
                        max_length=2000,
                        verbose_name="material",
                    ),
                ),
                (
                    "batal_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="called off"),
                ),
                (
                    "alasan_batal",
                    models.CharField(
                        blank=True, editable=False, max_length=200, verbose_name="reason"
                    ),
                ),
                ("urutan_ubah", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "diubah_pada",
                    models.DateTimeField(default=cms.core.waktu.sekarang, editable=False),
                ),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "ordering": ["mulai", "id"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="pengampu",
            name="pengampu_satu_terbuka",
        ),
        migrations.AddField(
            model_name="angkatan",
            name="alasan_batal",
            field=models.CharField(
                blank=True, editable=False, max_length=200, verbose_name="reason"
            ),
        ),
        migrations.AddField(
            model_name="angkatan",
            name="berakhir_pada",
            field=models.DateTimeField(editable=False, null=True, verbose_name="ended on"),
        ),
        migrations.AddField(
            model_name="angkatan",
            name="cara_masuk",
            field=models.CharField(
                choices=[
                    ("sendiri", "Anybody may join"),
                    ("persetujuan", "Ask, the facilitator decides"),
                    ("undangan", "By invitation or with a code"),
                ],
                default="sendiri",
                max_length=12,
                verbose_name="how one joins",
            ),
        ),
        migrations.AddField(
            model_name="angkatan",
            name="dibuat_pada",
            field=models.DateTimeField(default=cms.core.waktu.sekarang, editable=False),
        ),
        migrations.AddField(
            model_name="angkatan",
            name="kapasitas",
            field=models.PositiveSmallIntegerField(
                blank=True, help_text="Empty: no limit.", null=True, verbose_name="places"
            ),
        ),
        migrations.AddField(
            model_name="angkatan",
            name="keterangan",
            field=models.CharField(blank=True, max_length=300, verbose_name="in short"),
        ),
        migrations.AddField(
            model_name="angkatan",
            name="kode_undangan",
            field=models.CharField(
                blank=True, editable=False, max_length=12, verbose_name="invitation code"
            ),
        ),
        migrations.AddField(
            model_name="angkatan",
            name="publik",
            field=models.BooleanField(
                default=True,
                help_text="In the agenda of the site, without names of learners.",
                verbose_name="shown to everybody",
            ),
        ),
        migrations.AddField(
            model_name="angkatan",
            name="status",
            field=models.CharField(
                choices=[("aktif", "Open"), ("selesai", "Ended"), ("batal", "Cancelled")],
                default="aktif",
                editable=False,
                max_length=8,
                verbose_name="state",
            ),
        ),
        migrations.AddField(
            model_name="angkatan",
            name="tempat",
            field=models.CharField(blank=True, max_length=120, verbose_name="where"),
        ),
        migrations.AddField(
            model_name="pengampu",
            name="angkatan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pengampu",
                to="pelatihan.angkatan",
                verbose_name="class",
            ),
        ),
        migrations.AddField(
            model_name="peserta",
            name="angkatan_pada",
            field=models.DateTimeField(
                editable=False, null=True, verbose_name="in the class since"
            ),
        ),
        migrations.AddConstraint(
            model_name="angkatan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kapasitas__isnull", True), ("kapasitas__gt", 0), _connector="OR"
                ),
                name="angkatan_kapasitas_ada",
            ),
        ),
        migrations.AddConstraint(
            model_name="angkatan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kode_undangan", ""), _negated=True),
                fields=("kode_undangan",),
                name="angkatan_kode_unik",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengampu",
            constraint=models.UniqueConstraint(
                condition=models.Q(("angkatan__isnull", True), ("sampai__isnull", True)),
                fields=("kursus_kunci", "anggota"),
                name="pengampu_satu_terbuka",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengampu",
            constraint=models.UniqueConstraint(
                condition=models.Q(("angkatan__isnull", False), ("sampai__isnull", True)),
                fields=("angkatan", "anggota"),
                name="pengampu_satu_per_angkatan",
            ),
        ),
        migrations.AddField(
            model_name="daftartunggu",
            name="anggota",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="komunitas.anggota",
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="daftartunggu",
            name="angkatan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tunggu",
                to="pelatihan.angkatan",
            ),
        ),
        migrations.AddField(
            model_name="daftartunggu",
            name="oleh",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="kehadiran",
            name="pencatat",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recorded by",
            ),
        ),
        migrations.AddField(
            model_name="kehadiran",
            name="peserta",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="kehadiran",
                to="pelatihan.peserta",
                verbose_name="learner",
            ),
        ),
        migrations.AddField(
            model_name="permohonan",
            name="anggota",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="komunitas.anggota",
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="permohonan",
            name="angkatan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="permohonan",
                to="pelatihan.angkatan",
            ),
        ),
        migrations.AddField(
            model_name="permohonan",
            name="oleh",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pertemuan",
            name="angkatan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pertemuan",
                to="pelatihan.angkatan",
                verbose_name="class",
            ),
        ),
        migrations.AddField(
            model_name="kehadiran",
            name="pertemuan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="kehadiran",
                to="pelatihan.pertemuan",
                verbose_name="session",
            ),
        ),
        migrations.AddConstraint(
            model_name="daftartunggu",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "menunggu")),
                fields=("angkatan", "anggota"),
                name="tunggu_sekali",
            ),
        ),
        migrations.AddConstraint(
            model_name="permohonan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["menunggu", "diundang"])),
                fields=("angkatan", "anggota"),
                name="permohonan_sekali",
            ),
        ),
        migrations.AddIndex(
            model_name="pertemuan",
            index=models.Index(fields=["angkatan", "mulai"], name="pertemuan_urut"),
        ),
        migrations.AddConstraint(
            model_name="pertemuan",
            constraint=models.CheckConstraint(
                condition=models.Q(("selesai__gt", models.F("mulai"))),
                name="pertemuan_rentang",
                violation_error_message="A session ends after it begins.",
            ),
        ),
        migrations.AddIndex(
            model_name="kehadiran",
            index=models.Index(fields=["pertemuan", "peserta", "dicatat_pada"], name="hadir_urut"),
        ),
        CreatePemicu(PEMICU),
        seed_ketentuan(BAWAAN),
    ]
