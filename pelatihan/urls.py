"""Gathers the addresses of the slices."""

from .belajar.urls import urlpatterns as belajar
from .cetak.urls import urlpatterns as cetak
from .diskusi.urls import belajar as diskusi
from .kelas.urls import belajar as kelas
from .tugas.urls import belajar as tugas

app_name = "pelatihan"
urlpatterns = [*belajar, *cetak, *kelas, *tugas, *diskusi]
