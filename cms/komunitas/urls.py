"""Addresses of komunitas outside the office."""

from .berkas.urls import urlpatterns as berkas
from .pintu.urls import urlpatterns as pintu

urlpatterns = [*pintu, *berkas]
