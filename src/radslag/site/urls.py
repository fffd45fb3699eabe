"""The addresses: the front page and the house's own, then each domain brings its own."""

from __future__ import annotations

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from radslag.site import errors, front, health, house, identity

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front.front, name="front"),
    path("om/", house.about, name="about"),
    path("om/lagen/", house.law, name="law"),
    path("tillganglighet/", house.accessibility, name="accessibility"),
    path("sprak/", house.language, name="language"),
    path("utseende/", house.theme, name="theme"),
    path("id/<uuid:id>", identity.identity),
    path("id/<uuid:id>/", identity.identity),
    path("healthz", health.healthz, name="healthz"),
    *(
        path("", include(f"radslag.{name}.urls"))
        for name in settings.DOMAINS
        if name != "site" and find_spec(f"radslag.{name}.urls")
    ),
]
