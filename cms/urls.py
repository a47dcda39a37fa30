"""Every address of the house. Reserved prefixes come first, Wagtail's pages own the rest."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.core.berkas.views import view_berkas
from cms.core.cek import resolve_cek
from cms.kesehatan import healthz, readyz

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("akun/", include("cms.notifikasi.urls")),
    path("akun/", include("cms.accounts.urls")),
    path("", include("home.urls")),
    path("lapangan/", include("aset.urls")),
    path("berkas/<uuid:uuid>/", view_berkas, name="berkas"),
    path("cek/<str:kode>/", resolve_cek, name="cek"),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    path("", include(wagtail_urls)),
]

handler500 = "cms.core.galat.handle_500"
