"""Every address of the house. Reserved prefixes come first, Wagtail's pages own the rest."""

from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.urls import serve_pattern
from wagtail.views import serve

from cms.accounts.views import hide, redirect_keluar, redirect_masuk
from cms.core.berkas.views import view_berkas
from cms.core.cek import open_cek, resolve_cek
from cms.kesehatan import healthz, readyz
from pelatihan.diskusi.urls import lapangan as lapangan_diskusi
from pelatihan.hasil.urls import urlpatterns as lapangan_hasil
from pelatihan.kelas.urls import lapangan as lapangan_kelas
from pelatihan.tugas.urls import lapangan as lapangan_tugas

urlpatterns = [
    # Asked most often, so they are looked at first.
    path("", include("cms.core.antrean.urls")),
    path("belajar/", include("pelatihan.urls")),
    path("healthz", healthz),
    path("readyz", readyz),
    path("admin/login/", redirect_masuk),
    path("admin/logout/", redirect_keluar),
    re_path(r"^admin/password_reset/.*$", redirect_masuk),
    re_path(r"^admin/(?:users|groups|bulk/accounts|bulk/auth)/.*$", hide),
    path("admin/", include(wagtailadmin_urls)),
    path("", include("cms.core.media.urls")),
    path("akun/", include("cms.notifikasi.urls")),
    path("akun/", include("cms.accounts.urls")),
    path("akun/", include("cms.komunitas.urls")),
    path("", include("home.urls")),
    path("lapangan/", include("cms.accounts.urls_lapangan")),
    path("lapangan/kartu/", include("cms.komunitas.kartu.urls")),
    path("lapangan/", include("aset.urls")),
    path("lapangan/", include("home.redaksi.urls")),
    path("lapangan/kelas/", include((lapangan_kelas, "kelas"))),
    path("lapangan/", include((lapangan_hasil, "hasil"))),
    path("lapangan/tugas/", include((lapangan_tugas, "tugas"))),
    path("lapangan/tanya-jawab/", include((lapangan_diskusi, "diskusi"))),
    path("lapangan/lembar/", include("pelatihan.lembar.urls")),
    path("lapangan/balai/", include("pelatihan.balai.urls")),
    path("berkas/<uuid:uuid>/", view_berkas, name="berkas"),
    path("", include("musyawarah.urls")),
    path("j/", include("cms.komunitas.tautan.urls")),
    path("", include("pelatihan.lencana.urls")),
    path("", include("pelatihan.sertifikat.urls")),
    path("cek/", open_cek, name="buka_cek"),
    path("cek/<str:kode>/", resolve_cek, name="cek"),
    # Wagtail's own addresses, but for its second sign-in and its passwords of single pages.
    path("_util/login/", redirect_masuk, name="wagtailcore_login"),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        hide,
        name="wagtailcore_authenticate_with_password",
    ),
    re_path(serve_pattern, serve, name="wagtail_serve"),
]

handler500 = "cms.core.galat.handle_500"
