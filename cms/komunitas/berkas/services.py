"""Keeping what a person sends as their own file."""

from uuid import uuid4

from django.db import transaction

from cms.core.berkas.services import store_bersih
from cms.core.unggahan import Unggahan

from ..models import Anggota
from .models import BerkasWarga


@transaction.atomic
def store_berkas_warga(
    *, anggota: Anggota, unggahan: Unggahan, judul: str, actor=None
) -> BerkasWarga:
    """Keep what read_unggahan let through as a private file of this person."""
    satu = BerkasWarga(uuid=uuid4(), anggota=anggota, judul=judul[:160])
    satu.berkas = store_bersih(bersih=unggahan, pemilik=satu, actor=actor)
    satu.save()
    return satu
