from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotifikasiConfig(AppConfig):
    name = "cms.notifikasi"
    label = "notifikasi"
    verbose_name = "Pesan"

    def ready(self):
        from .channels import register_saluran
        from .channels.kotak import Kotak
        from .channels.surel import Surel
        from .jenis import register_jenis

        register_saluran(Kotak())
        register_saluran(Surel())
        register_jenis(
            "berita_terbit",
            _("News as soon as it is published"),
            wajib=False,
            tombol=_("Read the news"),
        )
        register_jenis("langganan_konfirmasi", _("Confirming a subscription"))
