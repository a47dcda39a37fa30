"""Addresses of komunitas outside the office."""

from .pintu.urls import urlpatterns

__all__ = ["urlpatterns"]
