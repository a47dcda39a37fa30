from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "cms.accounts"
    label = "accounts"
    verbose_name = "Akun dan peran"

    def ready(self):
        from cms.core.antrean.jenis import Penjaga, register_penjaga
        from cms.core.cek import register_cek

        from .kartu import AWALAN
        from .perangkat import describe_tanda, recognize_perangkat
        from .views import resolve_kartu

        register_penjaga(Penjaga(recognize_perangkat, describe_tanda))
        register_cek(AWALAN, resolve_kartu)
