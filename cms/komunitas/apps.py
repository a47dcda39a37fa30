from django.apps import AppConfig


class KomunitasConfig(AppConfig):
    name = "cms.komunitas"
    label = "komunitas"
    verbose_name = "Warga dan kelompok"
