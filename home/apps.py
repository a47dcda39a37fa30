from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = "Wajah publik"

    def ready(self):
        from cms.core.panel import register_panel
        from cms.core.pencarian import register_halaman

        from . import models
        from .beranda.selectors import get_panel_agenda
        from .situs import awal

        awal.register()
        register_panel("agenda", 20, get_panel_agenda, "home/beranda/panel_agenda.html")
        register_halaman(
            "berita", _("News"), 10, models.BeritaPage, tanggal="terbit_pada", terbaru=True
        )
        register_halaman("agenda", _("Agenda"), 40, models.AcaraPage, tanggal="mulai", terbaru=True)
        teks = ("HalamanPage", "TentangPage", "NekKananePage", "LayananPage", "KontakPage")
        berteks = (getattr(models, nama) for nama in (*teks, "TransparansiPage"))
        register_halaman("halaman", _("Pages"), 50, *berteks)
