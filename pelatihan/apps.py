from django.apps import AppConfig


class PelatihanConfig(AppConfig):
    name = "pelatihan"
    label = "pelatihan"
    verbose_name = "Pelatihan"

    def ready(self):
        _register_muka()


def _register_muka():
    """What this room shows on the public face."""
    from cms.core.halaman.daftar import register_halaman_awal

    from .kursus.pages import KursusIndexPage

    register_halaman_awal(50, "pelatihan", "Belajar", KursusIndexPage)
