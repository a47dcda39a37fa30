"""WSGI entry point for granian and any other server."""

import os

from django.core.wsgi import get_wsgi_application

from cms.mesin import napas

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.lokal")

napas.watch()
django_application = get_wsgi_application()

from cms.core.pagecache.bungkus import PageCache  # noqa: E402  (needs the apps loaded)

application = PageCache(django_application)
