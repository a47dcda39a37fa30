from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AsetConfig(AppConfig):
    name = "aset"
    label = "aset"
    verbose_name = "Aset"

    def ready(self):
        from cms.core.berkas.services import register_pemilik
        from cms.core.cek import register_cek
        from cms.core.halaman.daftar import register_halaman_awal
        from cms.core.pencarian import register_bagian
        from cms.core.tugas import register_tugas
        from cms.komunitas.penggabungan import keep, register_cara
        from cms.notifikasi.jenis import register_jenis

        from .inventaris.models import AWALAN_KODE
        from .inventaris.pages import InventarisPage
        from .inventaris.permissions import can_view_foto
        from .inventaris.selectors import get_tugas, search_barang
        from .inventaris.services import move_pemegang
        from .inventaris.views import open_label

        register_pemilik("aset.barang", can_view_foto)
        register_cek(AWALAN_KODE, open_label)
        register_halaman_awal(70, "barang", "Barang milik bersama", InventarisPage)
        register_bagian("barang", _("Things we own"), 60, search_barang)
        register_tugas("serah_terima", 30, get_tugas)
        register_jenis("serah_terima", _("Hand-over of things"), tombol=_("Open the hand-over"))
        register_cara("aset.barang.pemegang", move_pemegang)
        register_cara("aset.serahan.dari", keep)
        register_cara("aset.serahan.kepada", keep)
