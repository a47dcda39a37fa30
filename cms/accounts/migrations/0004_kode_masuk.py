"""One-time codes that officers give face to face."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cms.core.waktu


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_kantor")]

    operations = [
        migrations.CreateModel(
            name="KodeMasuk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("sandi", models.CharField(max_length=128)),
                (
                    "dibuat_pada",
                    models.DateTimeField(default=cms.core.waktu.sekarang, editable=False),
                ),
                ("berlaku_sampai", models.DateTimeField()),
                ("dipakai_pada", models.DateTimeField(editable=False, null=True)),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kode_masuk",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ["-dibuat_pada"]},
        ),
    ]
