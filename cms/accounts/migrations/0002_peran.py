"""One Django group for each role of the BKM; membership follows `accounts.Peran`."""

from django.db import migrations

PERAN = [
    "admin",
    "editor",
    "koordinator",
    "anggota-bkm",
    "sekretaris",
    "manajer",
    "pembuku",
    "kasir",
    "petugas",
    "upl",
    "ups",
    "pengawas",
    "auditor",
    "fasilitator",
    "panitia",
    "ppid",
    "ketua-ksm",
    "penggaduh",
    "relawan",
    "peninjau",
]


def forwards(apps, schema_editor):
    group = apps.get_model("auth", "Group")
    group.objects.bulk_create([group(name=nama) for nama in PERAN])


def backwards(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=PERAN).delete()


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_awal"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(forwards, backwards)]
