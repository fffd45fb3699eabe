"""The pages of the demonstration: which seats there are, and taking one. They exist only when DEMO is on."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from radslag.people import conduct, demo, device, read
from radslag.people.models import Account

GROUPS = (
    ("chair", "secretary"),
    ("member1", "member2", "member3", "substitute"),
    ("wall", "public"),
    ("registrar", "administrator"),
)
"""The seats as they are shown together: leading, taking part, watching, and the house's own."""
BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_GET
def seats(request: HttpRequest) -> HttpResponse:
    """List the seats of the demonstration."""
    _only_in_demo()
    roles, house = demo.roles(), demo.house()
    watch = next((role["path"] for role in roles if role["role"] == "public"), "/moten/")
    return render(
        request,
        "people/demo.html",
        {
            "groups": [[role for role in roles if role["role"] in group] for group in GROUPS],
            "first": next((role for role in roles if role["role"] == "member1"), None),
            "roles": roles,
            "house": house,
            "watch": watch,
            "paces": demo.PACES,
        },
    )


@require_POST
def control(request: HttpRequest) -> HttpResponse:
    """Choose the pace and who leads, or ask for a new meeting."""
    _only_in_demo()
    house = demo.house()
    if request.POST.get("pace") in demo.PACES:
        house["pace"] = demo.PACES[request.POST["pace"]]
    if request.POST.get("chair") in ("crowd", "visitor"):
        house["chair"] = request.POST["chair"]
    if request.POST.get("again"):
        house["again"], house["taken"], house["chair"] = True, {}, "crowd"
    demo.choose(house)
    messages.success(
        request, _("Ett nytt möte kallas. Det är klart om en liten stund.") if house["again"] else _("Valt.")
    )
    return redirect("demo")


@require_http_methods(["GET", "POST"])
def sit_down(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask whether to take the seat; by POST, sign in as its person. It is asked on the seat's own host."""
    _only_in_demo()
    role = demo.role_of(slug)
    account = Account.objects.filter(username=role["user"], is_active=True).first() if role and role["user"] else None
    if role is None or account is None or account.person_id is None:
        raise Http404
    host = request.get_host().partition(":")[0]
    if request.method == "GET" and host.endswith("localhost") and host != f"{slug}.localhost":
        return redirect(role["url"])
    if request.method == "POST":
        known = device.digest_of(request) or device.give_secret(request)
        login(request, account, backend=BACKEND)
        record_authentication(request, account, "demo")
        # Whoever sits down is the one who votes: the seat's earlier visitor may be long gone.
        conduct.vote_from(account.person_id, known, device.label_of(request), timezone.now())
        demo.take(slug, timezone.now())
        return redirect(role["path"])
    asking = read.asker_for(account.person_id)
    name = read.names([account.person_id], asking)[str(account.person_id)]
    return render(request, "people/sit_down.html", {"role": role, "name": name})


def _only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404
