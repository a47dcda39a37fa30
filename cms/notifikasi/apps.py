from django.apps import AppConfig


class NotifikasiConfig(AppConfig):
    name = "cms.notifikasi"
    label = "notifikasi"
    verbose_name = "Pesan"
