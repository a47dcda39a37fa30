from django.apps import AppConfig


class MusyawarahConfig(AppConfig):
    name = "musyawarah"
    label = "musyawarah"
    verbose_name = "Musyawarah"
