"""Permanent addresses: ``/id/<uuid>`` leads to whatever has that id (INVARIANTS 1).

A domain that publishes things has a module ``addresses`` with ``address_of(id, asking)``: the address of its page, or
None when the id is not its own or the asker may not know of it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from radslag.bodies import views as bodies
from radslag.people.read import asker_of
from radslag.publicity.asker import Asker

AddressOf = Callable[[UUID, Asker], str | None]


@require_safe
def identity(request: HttpRequest, id: UUID) -> HttpResponse:
    """Lead a permanent id to its page; organisations, bodies and areas last."""
    asking = asker_of(request)
    for address_of in _domains():
        found = address_of(id, asking)
        if found:
            return redirect(found)
    return bodies.identity(request, str(id))


def _domains() -> list[AddressOf]:
    named = (f"radslag.{name}.addresses" for name in settings.DOMAINS)
    return [import_module(name).address_of for name in named if find_spec(name)]
