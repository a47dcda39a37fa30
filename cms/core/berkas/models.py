"""Private files: receipts, photos of things and people, homework, letters, originals."""

import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.db import models

from ..waktu import sekarang


def get_private_storage():
    return storages["private"]


def get_path(berkas: "Berkas", _nama: str) -> str:
    """The stored path says nothing about the content."""
    return f"{berkas.uuid.hex[:2]}/{berkas.uuid.hex}"


class Berkas(models.Model):
    """One private file. Who may see it is asked of its owner's room (`pemilik_jenis`)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nama = models.CharField(max_length=120)
    jenis = models.CharField(max_length=60)
    ukuran = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    isi = models.FileField(storage=get_private_storage, upload_to=get_path, max_length=200)
    pemilik_jenis = models.CharField(max_length=80)
    pemilik_uuid = models.UUIDField()
    pengunggah = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        indexes = [models.Index(fields=["pemilik_jenis", "pemilik_uuid"], name="berkas_pemilik")]

    def __str__(self) -> str:
        return self.nama
