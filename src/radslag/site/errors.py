"""Pages for when something did not go: what happened, why, what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django names it
    """Say that the request could not be understood."""
    return render(request, "error.html", {"code": 400}, status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django names it
    """Say that the person may not see or do this."""
    return render(request, "error.html", {"code": 403}, status=403)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django names it
    """Say that a form was too old or came from elsewhere, so that nothing was done."""
    return render(request, "error.html", {"code": "csrf"}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django names it
    """Say that there is nothing at this address."""
    return render(request, "error.html", {"code": 404}, status=404)


def broken(_request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours. Stands on nothing that may itself be broken: no account, no database."""
    return HttpResponse(render_to_string("broken.html"), status=500)
