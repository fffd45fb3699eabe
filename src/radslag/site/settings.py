"""Settings, read from the environment: ``RADSLAG_HOME`` (state), ``DATABASE_URL``, ``RADSLAG_DEBUG``."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import dj_database_url

from radslag.site import diary

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("RADSLAG_HOME", "var")).resolve()
HOME.mkdir(parents=True, exist_ok=True)


def _kept_secret(name: str) -> str:
    """Read a secret from the state folder, or make it there at the first start, readable by its owner only."""
    path = HOME / name
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return path.read_text(encoding="utf-8").strip()


SECRET_KEY = os.environ.get("RADSLAG_SECRET_KEY") or _kept_secret("secret.key")
DEBUG = os.environ.get("RADSLAG_DEBUG") == "1"
DEMO = os.environ.get("RADSLAG_DEMO") == "1"
ALLOWED_HOSTS = os.environ.get("RADSLAG_HOSTS", "localhost,.localhost,127.0.0.1,[::1],testserver").split(",")

LAW_SFS = os.environ.get("RADSLAG_LAW_SFS", "").strip()
"""The number in SFS of the amendments of 2026-07-01, entered by whoever looks after the law here."""
LAW_CHECKED_ON = os.environ.get("RADSLAG_LAW_CHECKED_ON", "").strip()
LAW_CHECKED_BY = os.environ.get("RADSLAG_LAW_CHECKED_BY", "").strip()
"""Up to which day, and by whom, this installation has compared the rules with the statutes (shown at /om/lagen/)."""

DATABASE_URL = os.environ.get("DATABASE_URL") or f"sqlite:///{HOME / 'registers.sqlite3'}"
JOURNAL = HOME / "journal.sqlite3"
"""Where the journal lies on SQLite; on PostgreSQL it lies beside the registers."""

DATABASES = {"default": dj_database_url.parse(DATABASE_URL, conn_max_age=60)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # In a file also in tests: in memory, threads share one cache and get "locked" instead of waiting their turn.
    DATABASES["default"]["TEST"] = {"NAME": HOME / "test.sqlite3"}
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }

DOMAINS = (
    "publicity",
    "log",
    "live",
    "people",
    "bodies",
    "matters",
    "noticeboard",
    "meetings",
    "minutes",
    "cooperation",
    "site",
)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    *(f"radslag.{name}" for name in DOMAINS),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "radslag.site.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "radslag.people.device.remembered",
    "radslag.site.middleware.policy",
]

ROOT_URLCONF = "radslag.site.urls"
CSRF_FAILURE_VIEW = "radslag.site.errors.stale_form"
WSGI_APPLICATION = "radslag.site.wsgi.application"
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / name / "templates" for name in DOMAINS],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "radslag.site.jinja.environment",
            "context_processors": ["django.contrib.messages.context_processors.messages", "radslag.site.jinja.page"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "site" / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
MEDIA_ROOT = HOME / "files"

LOGIN_URL = "/konto/logga-in/"
LOGIN_REDIRECT_URL = "/"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = HOME / "mail"
DEFAULT_FROM_EMAIL = "radslag@localhost"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
# Behind a proxy that speaks TLS: cookies never travel in the clear, and browsers remember to ask for TLS.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = os.environ.get("RADSLAG_TLS") == "1"
if SESSION_COOKIE_SECURE:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

ACCOUNT_ADAPTER = "radslag.people.signin.SignIn"
ACCOUNT_FORMS = {
    "login": "radslag.people.signin_forms.SignIn",
    "change_password": "radslag.people.signin_forms.Change",
    "set_password": "radslag.people.signin_forms.Choose",
    "reauthenticate": "radslag.people.signin_forms.Confirm",
}
MFA_FORMS = {
    "authenticate": "radslag.people.signin_forms.SecondStep",
    "reauthenticate": "radslag.people.signin_forms.ConfirmCode",
    "activate_totp": "radslag.people.signin_forms.SetUpCode",
    "add_webauthn": "radslag.people.signin_forms.NewKey",
    "edit_webauthn": "radslag.people.signin_forms.RenamedKey",
}
MFA_TOTP_ISSUER = "Rådslag"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG or DEMO

if DEMO:
    PASSWORD_HASHERS = ["radslag.site.demo_password.DemoHasher"]
    ACCOUNT_RATE_LIMITS = {"login": "600/m/ip"}

LOGGING = diary.configuration()
