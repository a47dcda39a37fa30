from django.apps import AppConfig


class PelatihanConfig(AppConfig):
    name = "pelatihan"
    label = "pelatihan"
    verbose_name = "Pelatihan"
