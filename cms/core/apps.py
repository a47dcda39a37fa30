from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "core"
    verbose_name = "Fondasi"

    def ready(self):
        from .pagecache import sinyal

        sinyal.connect()
