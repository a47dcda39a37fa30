"""Funds with their first chart, and the journal that cannot be changed."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import aset.buku.models
import cms.core.waktu
from aset.buku.bagan import seed_bagan
from aset.buku.triggers import PEMICU
from cms.core.pemicu import CreatePemicu


def seed(apps, schema_editor):
    seed_bagan(apps.get_model("aset", "Dana"), apps.get_model("aset", "Akun"))


class Migration(migrations.Migration):
    dependencies = [
        ("aset", "0002_pemicu"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Dana",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kode", models.SlugField(max_length=12, unique=True, verbose_name="code")),
                ("nama", models.CharField(max_length=80, verbose_name="name of the fund")),
                (
                    "penutupan",
                    models.CharField(
                        choices=[
                            ("laba_rugi", "Profit and loss, with a year-end"),
                            ("terima_bayar", "Receipts and payments"),
                        ],
                        max_length=12,
                        verbose_name="how it is closed",
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "verbose_name": "fund",
                "verbose_name_plural": "funds",
                "ordering": ["urutan", "kode"],
            },
        ),
        migrations.CreateModel(
            name="Periode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bulan", models.DateField(unique=True, verbose_name="month")),
                (
                    "status",
                    models.CharField(
                        choices=[("buka", "Open"), ("tutup", "Closed"), ("segel", "Sealed")],
                        default="buka",
                        max_length=5,
                        verbose_name="state",
                    ),
                ),
            ],
            options={
                "verbose_name": "month of the books",
                "verbose_name_plural": "months of the books",
                "ordering": ["-bulan"],
            },
        ),
        migrations.CreateModel(
            name="Akun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kode", models.CharField(max_length=12, verbose_name="code")),
                ("nama", models.CharField(max_length=120, verbose_name="name of the account")),
                (
                    "golongan",
                    models.CharField(
                        choices=[
                            ("aset", "Asset"),
                            ("kewajiban", "Liability"),
                            ("modal", "Equity"),
                            ("pendapatan", "Income"),
                            ("biaya", "Expense"),
                        ],
                        max_length=12,
                        verbose_name="class",
                    ),
                ),
                ("kontra", models.BooleanField(default=False, verbose_name="reduces its class")),
                (
                    "peran",
                    models.CharField(
                        choices=[
                            ("biasa", "Ordinary"),
                            ("kas", "Cash"),
                            ("bank", "Bank"),
                            ("kliring", "Clearing with other funds"),
                        ],
                        default="biasa",
                        max_length=8,
                        verbose_name="use",
                    ),
                ),
                ("ditutup_pada", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "dana",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="akun",
                        to="aset.dana",
                        verbose_name="fund",
                    ),
                ),
            ],
            options={
                "verbose_name": "account of the books",
                "verbose_name_plural": "accounts of the books",
                "ordering": ["dana", "kode"],
            },
        ),
        migrations.CreateModel(
            name="Jurnal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "nomor",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="number"
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[("BKM", "Money in"), ("BKK", "Money out"), ("BPB", "Transfer")],
                        max_length=3,
                        verbose_name="kind",
                    ),
                ),
                ("tanggal", models.DateField(verbose_name="booked on")),
                ("berlaku_pada", models.DateField(verbose_name="happened on")),
                (
                    "posted_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="posted"),
                ),
                (
                    "dibuat_pada",
                    models.DateTimeField(
                        default=cms.core.waktu.sekarang, editable=False, verbose_name="written"
                    ),
                ),
                ("kunci", models.UUIDField(editable=False)),
                ("isi_hash", models.CharField(editable=False, max_length=64)),
                ("sumber_jenis", models.CharField(blank=True, editable=False, max_length=40)),
                ("sumber_uuid", models.UUIDField(editable=False, null=True)),
                ("garam", models.BinaryField(default=aset.buku.models.make_garam)),
                ("pihak_hash", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "dana",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jurnal",
                        to="aset.dana",
                        verbose_name="fund",
                    ),
                ),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dibukukan_oleh",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reverses",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversed_by",
                        to="aset.jurnal",
                    ),
                ),
                (
                    "periode",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jurnal",
                        to="aset.periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "entry of the journal",
                "verbose_name_plural": "entries of the journal",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="BarisJurnal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(verbose_name="order")),
                ("debit", models.BigIntegerField(default=0, verbose_name="debit")),
                ("kredit", models.BigIntegerField(default=0, verbose_name="credit")),
                (
                    "akun",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="baris",
                        to="aset.akun",
                        verbose_name="account",
                    ),
                ),
                (
                    "jurnal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="baris",
                        to="aset.jurnal",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of the journal",
                "verbose_name_plural": "lines of the journal",
                "ordering": ["jurnal", "urutan"],
            },
        ),
        migrations.CreateModel(
            name="Penomor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jenis", models.CharField(max_length=3)),
                ("tahun", models.PositiveSmallIntegerField()),
                ("terakhir", models.PositiveIntegerField(default=0)),
                (
                    "dana",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aset.dana",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PihakJurnal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("garam", models.BinaryField(default=aset.buku.models.make_garam)),
                (
                    "nama",
                    models.CharField(blank=True, max_length=120, verbose_name="from or to whom"),
                ),
                (
                    "keterangan",
                    models.CharField(blank=True, max_length=300, verbose_name="what for"),
                ),
                (
                    "dihapus_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="blanked"),
                ),
                (
                    "jurnal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pihak",
                        to="aset.jurnal",
                    ),
                ),
            ],
            options={
                "verbose_name": "party of an entry",
                "verbose_name_plural": "parties of entries",
            },
        ),
        migrations.AddConstraint(
            model_name="akun",
            constraint=models.UniqueConstraint(fields=("dana", "kode"), name="akun_kode_sekali"),
        ),
        migrations.AddConstraint(
            model_name="barisjurnal",
            constraint=models.UniqueConstraint(
                fields=("jurnal", "urutan"), name="baris_urutan_sekali"
            ),
        ),
        migrations.AddConstraint(
            model_name="barisjurnal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("debit__gt", 0), ("kredit", 0)),
                    models.Q(("debit", 0), ("kredit__gt", 0)),
                    _connector="OR",
                ),
                name="baris_satu_sisi",
            ),
        ),
        migrations.AddConstraint(
            model_name="penomor",
            constraint=models.UniqueConstraint(
                fields=("dana", "jenis", "tahun"), name="penomor_sekali"
            ),
        ),
        migrations.AddIndex(
            model_name="jurnal",
            index=models.Index(fields=["dana", "tanggal"], name="jurnal_dana_tanggal"),
        ),
        migrations.AddConstraint(
            model_name="jurnal",
            constraint=models.UniqueConstraint(
                fields=("dibuat_oleh", "kunci"), name="jurnal_kunci_sekali"
            ),
        ),
        migrations.AddConstraint(
            model_name="jurnal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("nomor", ""), _negated=True),
                fields=("nomor",),
                name="jurnal_nomor_sekali",
            ),
        ),
        migrations.AddConstraint(
            model_name="jurnal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("dibukukan_oleh", None),
                        ("nomor", ""),
                        ("periode", None),
                        ("posted_at", None),
                    ),
                    models.Q(
                        ("dibukukan_oleh__isnull", False),
                        ("periode__isnull", False),
                        ("posted_at__isnull", False),
                        models.Q(("nomor", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="jurnal_dibukukan_utuh",
            ),
        ),
        CreatePemicu(PEMICU),
        migrations.RunPython(seed, migrations.RunPython.noop),
    ]
