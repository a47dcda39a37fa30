from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = "Wajah publik"

    def ready(self):
        from wagtail.models import WorkflowState

        from cms.core.angka import SumberAngka, register_sumber
        from cms.core.panel import BERANDA, RINGKASAN, register_panel
        from cms.core.pencarian import register_halaman
        from cms.core.tugas import register_pintasan, register_tugas
        from cms.notifikasi.jenis import register_jenis

        from . import models
        from .beranda.selectors import get_panel_agenda, get_panel_laporan
        from .redaksi.selectors import get_pintasan, get_tugas
        from .redaksi.services import publish_disetujui
        from .redaksi.sunyi import silence_wagtail_mail
        from .situs import awal
        from .transparansi.selectors import DILAPORKAN, get_dilaporkan

        silence_wagtail_mail()
        # Wagtail's setting for this is read before any model can be imported.
        WorkflowState.on_finish = publish_disetujui  # type: ignore[assignment]
        awal.register()
        register_tugas("tinjau", 10, get_tugas)
        register_pintasan("berita", 10, get_pintasan)
        register_jenis(
            "tinjau_berita", _("News that waits for your review"), tombol=_("Review the news")
        )
        register_jenis(
            "tinjau_jawaban", _("What the reviewer said about your news"), tombol=_("Open the news")
        )
        agenda, laporan = (f"home/beranda/panel_{nama}.html" for nama in ("agenda", "laporan"))
        register_panel("agenda", 20, get_panel_agenda, agenda, tempat=(BERANDA, RINGKASAN))
        register_panel("laporan", 50, get_panel_laporan, laporan, tempat=(RINGKASAN,))
        dana = _("Revolving fund of the citizens")
        register_sumber(SumberAngka(DILAPORKAN, dana, _("in the last report"), get_dilaporkan))
        register_halaman(
            "berita", _("News"), 10, models.BeritaPage, tanggal="terbit_pada", terbaru=True
        )
        register_halaman("agenda", _("Agenda"), 40, models.AcaraPage, tanggal="mulai", terbaru=True)
        teks = ("HalamanPage", "TentangPage", "NekKananePage", "LayananPage", "KontakPage")
        berteks = (getattr(models, nama) for nama in (*teks, "TransparansiPage"))
        register_halaman("halaman", _("Pages"), 50, *berteks)
