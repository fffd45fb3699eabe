"""The cookie by which a person's device is known: a secret of its own, kept here only as a digest."""

from __future__ import annotations

import hashlib
import secrets

from django.http import HttpRequest, HttpResponse

COOKIE = "device"
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
