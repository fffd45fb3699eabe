"""The cookie by which a person's device is known: a secret of its own, kept here only as a digest."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from time import time

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from radslag.people import conduct

COOKIE = "device"
AWHILE = 600
"""Seconds between two notes that a device is in use."""

YEAR = 365 * 24 * 3600


def digest_of(request: HttpRequest) -> str | None:
    """Give the digest of this browser's secret, or None when it has none yet."""
    secret = getattr(request, "new_device", None) or request.COOKIES.get(COOKIE)
    return digest(secret) if secret else None


def digest(secret: str) -> str:
    """Give the digest under which a secret is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()


def give_secret(request: HttpRequest) -> str:
    """Give this browser a secret (set as a cookie on the way out) and answer its digest."""
    secret = secrets.token_urlsafe(32)
    request.new_device = secret  # type: ignore[attr-defined]
    return digest(secret)


def keep(request: HttpRequest, response: HttpResponse) -> None:
    """Set the cookie of a browser that got its secret in this request."""
    secret = getattr(request, "new_device", None)
    if secret:
        response.set_cookie(
            COOKIE, secret, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure(), path="/"
        )


def label_of(request: HttpRequest) -> str:
    """Name the device so that its owner knows it: ``Chrome, Windows``."""
    said = request.headers.get("User-Agent", "")
    browsers = (("Firefox/", "Firefox"), ("Edg/", "Edge"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
    systems = {"iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "Mac OS": "Mac"}
    browser = next((name for sign, name in browsers if sign in said), "Webbläsare")
    system = next((name for sign, name in systems.items() if sign in said), "Linux" if "Linux" in said else "")
    return f"{browser}, {system}" if system else browser


def remembered(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Know the device of each signed-in person: give it a secret, and note now and then that it was used."""

    def answer(request: HttpRequest) -> HttpResponse:
        person = getattr(request.user, "person_id", None)
        if person and _unseen_for_a_while(request):
            known = digest_of(request) or give_secret(request)
            conduct.see_device(person, known, label_of(request), timezone.now())
            request.session["device_seen"] = time()
        response = get_response(request)
        keep(request, response)
        return response

    return answer


def _unseen_for_a_while(request: HttpRequest) -> bool:
    return COOKIE not in request.COOKIES or time() - request.session.get("device_seen", 0) > AWHILE
