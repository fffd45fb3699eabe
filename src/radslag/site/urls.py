"""The addresses: each domain brings its own."""

from __future__ import annotations

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from radslag.site.health import healthz

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    *(
        path("", include(f"radslag.{name}.urls"))
        for name in settings.DOMAINS
        if name != "site" and find_spec(f"radslag.{name}.urls")
    ),
]
