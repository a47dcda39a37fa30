from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "cms.accounts"
    label = "accounts"
    verbose_name = "Akun dan peran"

    def ready(self):
        from cms.core.antrean.jenis import Penjaga, register_penjaga

        from .perangkat import describe_tanda, recognize_perangkat

        register_penjaga(Penjaga(recognize_perangkat, describe_tanda))
