"""The front page: two doors, the map, the search box, and what is happening now."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe

from radslag.bodies import read as bodies
from radslag.bodies.drawing import sweden
from radslag.cooperation import systems
from radslag.meetings import read as meetings
from radslag.people.read import asker_of


@require_safe
@conditional_page
def front(request: HttpRequest) -> HttpResponse:
    """Show both halves of what the public does together."""
    asking = asker_of(request)
    rows = systems.systems()
    return render(
        request,
        "front.html",
        {
            "map": sweden(asking),
            "names": bodies.names(asking),
            "fictional": [one for one in bodies.organisations("municipality", asking, real=False) if one.fictional],
            "systems": rows,
            "running": sum(row.status != "later" for row in rows),
            "now": meetings.now(asking),
            "upcoming": meetings.meetings(asking, when="upcoming", limit=3),
        },
    )
