"""Which room tickets are no longer welcome: of a closed account, and of a device that another took over from."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from radslag.live.ticket import Ticket
from radslag.people.models import Account, Device


def unwelcome(tickets: Collection[Ticket]) -> list[Ticket]:
    """Of these tickets, give those whose holder may not follow or act any more, in whatever process it was decided."""
    held = [ticket for ticket in tickets if ticket.person]
    persons = {known for ticket in held if (known := _id(ticket.person))}
    closed = {
        str(pk) for pk in Account.objects.filter(person__in=persons, is_active=False).values_list("person", flat=True)
    }
    devices = {known for ticket in held if (known := _id(ticket.device))}
    left = {str(row.pk): row for row in Device.objects.filter(pk__in=devices, left_at__isnull=False)}
    return [
        ticket
        for ticket in held
        if ticket.person in closed
        or ((row := left.get(ticket.device)) and row.left_at and row.left_at.timestamp() > ticket.issued)
    ]


def _id(given: str | None) -> UUID | None:
    try:
        return UUID(given or "")
    except ValueError:
        return None
