"""The public list of what the BKM owns, without anybody's name."""

from django.core.paginator import Paginator

from cms.core.halaman.pages import BasePage

from . import selectors
from .models import Barang


class InventarisPage(BasePage):
    """/barang/: things with number, place, condition and value."""

    max_count = 1
    subpage_types: list[str] = []
    template = "aset/barang_publik.html"
    content_panels = BasePage.content_panels
    SEHALAMAN = 30

    class Meta:
        verbose_name = "Daftar barang milik bersama"

    def get_context(self, request, *args, **kwargs):
        jenis = request.GET.get("jenis", "")
        barang = selectors.get_publik()
        if jenis in Barang.Jenis.values:
            barang = barang.filter(jenis=jenis)
        isi = super().get_context(request, *args, **kwargs)
        return isi | {
            "halaman": Paginator(barang, self.SEHALAMAN).get_page(request.GET.get("halaman")),
            "jenis": jenis,
            "pilihan": selectors.list_jenis(),
            "seluruhnya": selectors.get_ringkasan(),
        }
