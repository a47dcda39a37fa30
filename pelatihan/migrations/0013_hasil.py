"""From how many days without progress on a learner needs a word."""

from django.db import migrations

from cms.core.ketentuan.services import seed_ketentuan


class Migration(migrations.Migration):
    dependencies = [("pelatihan", "0012_struktur")]

    operations = [seed_ketentuan({"pelatihan.macet_hari": 14})]
