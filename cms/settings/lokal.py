"""What `make run` uses: production without the TLS-only flags and forced MFA, on loopback only."""

import os
from pathlib import Path

from .base import *
from .base import CONTENT_SECURITY_POLICY, STATIC_ROOT

GUYUB_CONTOH_BOLEH = True
GUYUB_MFA_WAJIB = False
EMAIL_BACKEND = "cms.notifikasi.channels.kotaksurat.EmailBackend"
# Before the first collectstatic (manage.py runserver in a fresh clone) files come from the rooms.
WHITENOISE_USE_FINDERS = not (Path(STATIC_ROOT) / "staticfiles.json").exists()

if os.environ.get("TLS") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["upgrade-insecure-requests"] = True
