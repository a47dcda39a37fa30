"""The public list of decisions, by year, and each decision's own address."""

from django.http import Http404, HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from cms.core.halaman.pages import BasePage
from cms.core.pdf import render_pdf

from . import selectors

LEMBAR_MAKS = 500


class KeputusanIndexPage(RoutablePageMixin, BasePage):
    """/keputusan/: what was decided together."""

    max_count = 1
    subpage_types: list[str] = []
    template = "musyawarah/keputusan_index.html"

    class Meta:
        verbose_name = _("List of decisions")

    @path("")
    def list_semua(self, request):
        return self._list(request, None)

    @path("<int:tahun>/", name="tahun")
    def list_tahun(self, request, tahun: int):
        return self._list(request, tahun)

    @path("<int:tahun>/<int:nomor>/", name="keputusan")
    def view_keputusan(self, request, tahun: int, nomor: int):
        rincian = self._get_rincian(tahun, nomor)
        return self.render(
            request, template="musyawarah/keputusan.html", context_overrides={"rincian": rincian}
        )

    @path("<int:tahun>/<int:nomor>/berita-acara/", name="pdf")
    def view_pdf(self, request, tahun: int, nomor: int):
        rincian = self._get_rincian(tahun, nomor)
        nama = f"keputusan-{tahun}-{nomor}-{slugify(rincian.keputusan.judul)[:40]}.pdf"
        return HttpResponse(
            render_pdf("musyawarah/keputusan.typ", selectors.to_data_pdf(rincian)),
            content_type="application/pdf",
            headers={"Content-Disposition": f'inline; filename="{nama}"'},
        )

    def _list(self, request, tahun: int | None):
        lembar = selectors.get_lembar(tahun, _read_halaman(request))
        daftar_tahun = selectors.get_daftar_tahun()
        if (tahun and tahun not in daftar_tahun) or (lembar.number > 1 and not lembar.isi):
            raise Http404
        isi = {"lembar": lembar, "tahun": tahun, "daftar_tahun": daftar_tahun}
        return self.render(request, context_overrides=isi)

    def _get_rincian(self, tahun: int, nomor: int) -> selectors.Rincian:
        keputusan = selectors.find_keputusan(tahun, nomor)
        if keputusan is None:
            raise Http404
        return selectors.get_rincian(keputusan)


def _read_halaman(request) -> int:
    """The page number of the query, 1 when it says nothing sensible."""
    teks = request.GET.get("halaman", "1")
    nomor = int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 6 else 1
    return min(max(nomor, 1), LEMBAR_MAKS)
