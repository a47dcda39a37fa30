from django.apps import AppConfig


class AsetConfig(AppConfig):
    name = "aset"
    label = "aset"
    verbose_name = "Aset"
