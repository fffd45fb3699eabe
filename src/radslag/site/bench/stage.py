"""Sets the stage in a state folder of its own: a council of 149 with an open ballot, and a ticket for each member.

Run as ``python -m radslag.site.bench.stage`` with ``RADSLAG_HOME`` (and ``DATABASE_URL``) of the run; prints JSON.
"""

from __future__ import annotations

import json
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

SEATS = 149


def set_up() -> dict[str, Any]:
    """Make everything that a ballot needs, through the same doors as people use; answers what a client must know."""
    from django.core.management import call_command

    from radslag.bodies import conduct as registers
    from radslag.bodies import large_council
    from radslag.bodies import read as bodies
    from radslag.meetings import conduct, planning
    from radslag.people import conduct as people
    from radslag.publicity.asker import PUBLIC

    call_command("migrate", verbosity=0)
    registers.load_seed()
    body_id, members = large_council.make(SEATS)
    body = bodies.body(body_id, PUBLIC)
    if body is None:
        raise LookupError(body_id)
    secretary = people.add_person("Sekreterare")
    people.grant_office(secretary, body.owner.id, "secretary", body=body_id, starts_on=date(2026, 1, 1))
    now = datetime.now(UTC)
    meeting = planning.plan(body=body, mode="test", starts_at=now, place="Mätsalen", first_paragraph=1)
    _matter(meeting, body, secretary, now)
    chair, item = str(members[0]), str(planning.items(meeting)[0].id)
    asked: list[tuple[str, str, dict[str, Any]]] = [
        (secretary, "issue_notice", {}),
        (secretary, "summon", {}),
        (chair, "open_meeting", {}),
        (chair, "call_roll", {"present": [str(member) for member in members]}),
        (chair, "open_item", {"item": item}),
        (str(members[1]), "make_motion", {"kind": "reject"}),
        (chair, "close_debate", {}),
        (chair, "put_proposition", {}),
        (chair, "find", {"side": "yes"}),
        (str(members[1]), "demand_vote", {}),
        (chair, "open_ballot", {}),
    ]
    for person, act, fields in asked:
        called = now - timedelta(days=9) if person == secretary else None
        who = conduct.Asking(person, str(uuid.uuid4()), datetime.now(UTC), happened_at=called)
        conduct.ask(str(meeting.id), act, fields, who)
    return {
        "meeting": str(meeting.id), "item": item, "question": 1,
        "tickets": [_ticket(str(meeting.id), str(person)) for person in members],
    }  # fmt: skip


def _matter(meeting: Any, body: Any, secretary: str, now: datetime) -> None:
    from radslag.matters import conduct as matters
    from radslag.matters import read
    from radslag.matters.origins import Origin
    from radslag.meetings import planning
    from radslag.people import read as people

    asking = people.asker_for(secretary)
    matter = matters.register(
        owner=body.owner.id, prefix="KS", title="En fråga att rösta om", origin=Origin.COMMITTEE, mode="test",
        opened_on=now.date() - timedelta(days=30), by=asking, at=now, prepared_by=body.id, id=uuid.uuid4(),
    )  # fmt: skip
    matters.hand_over(matter, body.id, since=now.date())
    row = read.matter(matter, asking)
    if row is None:
        raise LookupError(matter)
    planning.add_item(meeting, row, kind="decision", proposal="Förslaget antas.")


def _ticket(meeting: str, person: str) -> str:
    """Give a signed ticket for a session that is there."""
    from django.contrib.sessions.backends.db import SessionStore

    from radslag.live import ticket

    session = SessionStore()
    session.create()
    made = ticket.new_ticket(
        session=session.session_key or "", person=person, audience_role="member", meeting=meeting, device=""
    )
    return ticket.issue(made)


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(set_up()))
