"""The roles of the office may enter the admin; what they may do there is asked room by room."""

from django.db import migrations

KANTOR = [
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
    "peninjau",
]


def forwards(apps, schema_editor):
    izin = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=KANTOR):
        group.permissions.add(izin)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_peran"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
