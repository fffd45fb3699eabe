"""The house's own small pages: about, accessibility, and the choice of language and look."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from radslag.law import rulebook, rulesets

THEMES = ("sal", "kontrast")
A_YEAR = 365 * 24 * 3600


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what Rådslag is."""
    return render(request, "about.html")


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    """Say which rules meetings are judged by, up to which day they were checked, and by whom."""
    book = rulebook.lines()
    shown = {
        "rulesets": rulesets.RULESETS,
        "project_checked_on": rulesets.CHECKED_ON,
        "checked_on": settings.LAW_CHECKED_ON,
        "checked_by": settings.LAW_CHECKED_BY,
        "sfs": settings.LAW_SFS,
        "cited": rulesets.cite_new("5:16", settings.LAW_SFS or None),
        "built": [one for one in book if one.built],
        "all": len(book),
    }
    return render(request, "law.html", shown)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how accessible it is, what is lacking, and where to complain."""
    return render(request, "accessibility.html")


@csrf_exempt  # A choice of looks harms nobody, and without a token the public pages are the same for all.
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie."""
    chosen = request.POST.get("language", "")
    answer = redirect(_back(request))
    if check_for_language(chosen) and chosen in dict(settings.LANGUAGES):
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=A_YEAR, samesite="Lax")
    return answer


@csrf_exempt
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen look in a cookie; the light one needs none."""
    chosen = request.POST.get("theme", "")
    answer = redirect(_back(request))
    if chosen in THEMES:
        answer.set_cookie("theme", chosen, max_age=A_YEAR, samesite="Lax", httponly=True)
    else:
        answer.delete_cookie("theme")
    return answer


def _back(request: HttpRequest) -> str:
    """Give the page the person came from, when it is one of ours."""
    wanted = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else "/"
