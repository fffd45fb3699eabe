"""The pages of the 26 systems."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from radslag.bodies.proposals import of_system
from radslag.cooperation import systems as table


@require_safe
def systems(request: HttpRequest) -> HttpResponse:
    """List the systems by the part that brings them."""
    rows = table.systems()
    count = {status: sum(row.status == status for row in rows) for status in table.STATUSES}
    return render(
        request, "cooperation/systems.html", {"parts": table.by_part(), "count": count, "of_system": of_system}
    )


@require_safe
def system(request: HttpRequest, id: str) -> HttpResponse:
    """Show one system."""
    found = table.system(id)
    if found is None:
        raise Http404
    rows = table.systems()
    place = rows.index(found)
    return render(
        request,
        "cooperation/system.html",
        {
            "system": found,
            "proposals": of_system(found.id),
            "before": rows[place - 1] if place else None,
            "after": rows[place + 1] if place + 1 < len(rows) else None,
        },
    )
