"""Safe settings for every profile; the profiles beside this file only say what differs."""

import os
from ipaddress import ip_network

import environ
from csp.constants import NONE, SELF

from .tempat import BASE_DIR, DATA_DIR, get_database, read_or_make_kunci

env = environ.Env()

# -- identity ---------------------------------------------------------------------------------
SECRET_KEY = env("SECRET_KEY", default="") or read_or_make_kunci("django")
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# Networks of the reverse proxies whose X-Forwarded-For is believed (cms.core.asal).
GUYUB_PROKSI = [ip_network(satu) for satu in env.list("GUYUB_PROKSI", default=[])]
GUYUB_DATA = DATA_DIR
# Only lokal, dev and test permit sample data; a database says itself whether it holds any.
GUYUB_CONTOH_BOLEH = False
GUYUB_MFA_WAJIB = True

# -- rooms ------------------------------------------------------------------------------------
RUANG = [
    "home",
    "pelatihan",
    "aset",
    "musyawarah",
    "cms.demo",
    "cms.komunitas",
    "cms.notifikasi",
    "cms.accounts",
    "cms.core",
]
INSTALLED_APPS = [
    "cms.mesin",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    # Last, because what they set up in `ready` builds on the apps above.
    *RUANG,
]

MIDDLEWARE = [
    "cms.core.pengaman.PengamanMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.core.middleware.PermintaanMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "cms.core.pengaman.KebijakanMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cms.accounts.middleware.KartuMiddleware",
    "cms.accounts.middleware.PeranMiddleware",
    "cms.accounts.middleware.DuaLangkahMiddleware",
    "cms.accounts.middleware.KantorMiddleware",
    "cms.core.pemilih.HalamanMiddleware",
    "cms.core.galat.BentrokMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.core.situs.SitusMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "cms.core.pagecache.jadwal.JadwalMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "cms.core.context.guyub",
            ],
            "builtins": ["django.templatetags.static", "django.templatetags.i18n"],
        },
    }
]

# -- data -------------------------------------------------------------------------------------
DATABASES = {"default": get_database()}
ATOMIC_REQUESTS = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = env("REDIS_URL", default="")
CACHES = {
    "default": {"BACKEND": "cms.core.simpanan.Simpanan", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "guyub"}
}

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = env("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))
STATIC_URL = "/static/"
# Drawings of the courses lie beside their texts; of those folders only the drawings are served.
STATICFILES_DIRS = [
    (f"pelatihan/{path.parent.name}", path)
    for path in sorted(BASE_DIR.glob("pelatihan/kursus/data/*/gambar"))
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "privat", "base_url": None},
    },
    "staticfiles": {"BACKEND": "cms.core.statis.StatisStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640

# -- language and time ------------------------------------------------------------------------
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
LOCALE_PATHS = [BASE_DIR / "cms" / "locale"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = False
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"

# -- people -----------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["cms.accounts.backends.PintuBackend"]
ACCOUNT_ADAPTER = "cms.accounts.adapter.PintuAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_RATE_LIMITS = False  # the house's own stand in cms.accounts.pembatas
ACCOUNT_FORMS = {
    "login": "cms.accounts.forms.MasukForm",
    "change_password": "cms.accounts.forms.GantiSandiForm",
    "reauthenticate": "cms.accounts.forms.UlangSandiForm",
}
MFA_ADAPTER = "cms.accounts.adapter.DuaLangkahAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "cms.accounts.forms.DuaLangkahForm",
    "reauthenticate": "cms.accounts.forms.UlangDuaLangkahForm",
}
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "nama", "email", "telepon")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "/akun/masuk/"
LOGIN_REDIRECT_URL = "/akun/"
LOGOUT_REDIRECT_URL = "/akun/masuk/?keluar=1"

# -- doors: cookies, headers, CSP -------------------------------------------------------------
# The row is the truth; with Redis every process reads it from there.
SESSION_ENGINE = f"django.contrib.sessions.backends.{'cached_db' if REDIS_URL else 'db'}"
SESSION_COOKIE_NAME = "guyub_sesi"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# Wagtail itself permits its own previews in a frame of the same origin.
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    },
}

# -- Wagtail ----------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Guyub"
WAGTAILADMIN_BASE_URL = env("ALAMAT_SITUS", default="http://127.0.0.1:8000")
WAGTAIL_I18N_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "core.Gambar"
WAGTAILDOCS_DOCUMENT_MODEL = "core.Dokumen"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.core.media.forms.GambarForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.core.media.forms.DokumenForm"
_BERKAS_KANTOR = ["docx", "xlsx", "pptx", "odt", "ods", "odp"]
WAGTAILDOCS_EXTENSIONS = ["pdf", *_BERKAS_KANTOR, "csv", "txt", *WAGTAILIMAGES_EXTENSIONS]
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
# A password that many share and anybody may guess at protects nothing.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_AUTOSAVE_INTERVAL = 10_000
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "indonesian"}
}

# -- messages and work in the background --------------------------------------------------------
EMAIL_TIMEOUT = 20
# How long a worker may hold a message, and how often beat looks for those nobody holds.
GUYUB_SEWA_DETIK = env.int("GUYUB_SEWA_DETIK", default=120)
GUYUB_SAPU_DETIK = env.int("GUYUB_SAPU_DETIK", default=30)
DEFAULT_FROM_EMAIL = env("SUREL_PENGIRIM", default="Guyub <guyub@localhost>")
CELERY_BROKER_URL = REDIS_URL or "filesystem://localhost"
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {"visibility_timeout": 60, "unacked_restore_throttle": 1, "polling_interval": 0.2}
    if REDIS_URL
    else {
        "data_folder_in": str(DATA_DIR / "antrean"),
        "data_folder_out": str(DATA_DIR / "antrean"),
        "control_folder": str(DATA_DIR / "antrean" / "kendali"),
        "polling_interval": 0.2,
    }
)
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TIMEZONE = TIME_ZONE
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_REDIRECT_STDOUTS = False
# The filesystem transport would leave one control file per command and worker behind.
CELERY_WORKER_ENABLE_REMOTE_CONTROL = bool(REDIS_URL)
CELERY_BEAT_SCHEDULER = "cms.mesin.denyut:Jadwal"
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "antrean" / "jadwal")
CELERY_BEAT_SCHEDULE: dict = {
    "sweep-pesan": {"task": "notifikasi.sweep", "schedule": GUYUB_SAPU_DETIK},
    "announce-berita": {"task": "home.announce_berita", "schedule": 60},
    "remind-review": {"task": "home.remind_review", "schedule": 3600},
    "publish-scheduled": {"task": "core.publish_scheduled", "schedule": 60},
    "remind-tinjau": {"task": "pelatihan.remind_tinjau", "schedule": 6 * 60 * 60},
    "close-kuis": {"task": "pelatihan.close_kuis", "schedule": 60},
    "resume-koreksi": {"task": "pelatihan.resume_koreksi", "schedule": 120},
    "purge-batas": {"task": "core.purge_batas", "schedule": 24 * 3600},
}

LOGGING_CONFIG = None
if os.environ.get("GUYUB_LOG", "1") != "0":
    from cms.core.catatan import configure_logging

    configure_logging()
