"""Entering and changing a thing; saving goes through the services, which number, audit and refuse."""

from django.core.exceptions import PermissionDenied
from wagtail.admin.views.generic import CreateView, EditView

from .. import permissions, selectors, services
from ..models import Barang


class _Simpan:
    def _store_foto(self, barang):
        berkas = self.form.cleaned_data.get("foto_baru")
        if berkas:
            services.set_foto(barang=barang, unggahan=berkas, actor=self.request.user)
        return barang

    def _get_isian(self) -> dict:
        return {n: self.form.cleaned_data[n] for n in services.ISIAN}


class BarangCreate(_Simpan, CreateView):
    def save_instance(self):
        return self._store_foto(
            services.create_barang(actor=self.request.user, **self._get_isian())
        )


class BarangEdit(_Simpan, EditView):
    def get_queryset(self):
        """Wagtail asks only whether one may change some thing; which one is asked here."""
        return permissions.visible_to(self.request.user).select_related("pemegang", "foto")

    def post(self, request, *args, **kwargs):
        if self.get_object().berakhir_pada:
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    def save_instance(self):
        barang = Barang.objects.get(pk=self.object.pk)
        return self._store_foto(
            services.update_barang(barang=barang, actor=self.request.user, **self._get_isian())
        )

    def get_context_data(self, **kwargs):
        riwayat = selectors.get_riwayat(self.object)
        isi = {"riwayat": riwayat, "terbuka": selectors.find_terbuka(riwayat)}
        return {**super().get_context_data(**kwargs), **isi}
