"""Ratified decisions and their signatures are frozen; the first settings of the room."""

from django.db import migrations

from cms.core.ketentuan.services import seed_ketentuan
from cms.core.pemicu import CreatePemicu
from musyawarah.rembug.triggers import PEMICU

BAWAAN = {
    # Besides the coordinator and the keeper of the minutes.
    "rembug.penanda_tangan_lain": 2,
    # Share of the invited that must be present, in basis points, per kind of meeting.
    "rembug.kuorum": {"bawaan": 5000},
    # Share of women among those present that the meeting aims at, in basis points.
    "rembug.perempuan": 3000,
    "aspirasi.hari_kerja_jawab": 10,
}


class Migration(migrations.Migration):
    dependencies = [("musyawarah", "0001_awal"), ("core", "0002_pemicu")]
    operations = [CreatePemicu(PEMICU), seed_ketentuan(BAWAAN)]
