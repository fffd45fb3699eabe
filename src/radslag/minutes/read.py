"""What may be read of minutes: the approved by anyone, the draft by those who work on it, the seals on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from radslag.log import read as log
from radslag.log.verify import Anchor
from radslag.meetings import recording
from radslag.meetings.record import MeetingRecord
from radslag.minutes import papers, stamp
from radslag.minutes.assembling import Shown, is_approved, shown, state_of
from radslag.minutes.engine.events import Approver
from radslag.minutes.engine.state import Minutes
from radslag.minutes.models import ApprovedMinutes
from radslag.publicity import read as marks
from radslag.publicity.asker import PUBLIC, Asker


@dataclass(frozen=True)
class Listed:
    """A line in a list of approved minutes."""

    meeting: str
    owner: str
    body: str
    mode: str
    body_name: str
    meeting_date: date
    span: str
    approved_on: date
    posted_on: date | None


def minutes(meeting: UUID | str, asking: Asker) -> Shown | None:
    """Give the minutes, or None when there is nothing that this asker may see: a draft is for those who work on it."""
    state = state_of(meeting)
    record = recording.record(meeting, asking, up_to=None if state.stage == "draft" else state.number)
    if record is None or record.opened_at is None:
        return None
    if not is_approved(state) and not may_see_draft(record, state, asking):
        return None
    return shown(record, state)


def is_secretary(record: MeetingRecord, asking: Asker) -> bool:
    """Say whether the asker keeps the minutes of this body."""
    return asking.holds("secretary", owner=record.owner, body=record.body_id)


def is_approver(record: MeetingRecord, state: Minutes, asking: Asker) -> bool:
    """Say whether the asker is one of those who approve: chair and chosen adjusters."""
    named = {approver.person for approver in state.approvers} or {record.chair_id, *record.adjuster_ids}
    return asking.person is not None and asking.person in named


def may_see_draft(record: MeetingRecord, state: Minutes, asking: Asker) -> bool:
    """Say whether the asker works on the draft."""
    return is_secretary(record, asking) or is_approver(record, state, asking)


def paper(meeting: UUID | str, asking: Asker) -> tuple[str, bytes] | None:
    """Give name and bytes of the stamped file: the whole to those who may see all of it, else the public edition.

    None when something was closed after the file was stamped: then it is handed out by those who try the secrecy.
    """
    found = minutes(meeting, asking)
    if found is None or not found.state.pdf:
        return None
    hidden = [item.matter for item in found.record.items if item.hidden]
    sees_all = not hidden
    if found.state.approved_at and marks.closed_since(hidden, found.state.approved_at):
        return None  # The public edition was printed before this was closed, and a stamped file is never printed anew.
    digest = found.state.pdf if sees_all else found.state.public_pdf
    content = papers.find(str(meeting), digest) if digest else None
    return (papers.name_of(found.contents, "pdf"), content) if content else None


def approved(
    asking: Asker, *, owner: UUID | str | None = None, body: UUID | str | None = None, most: int = 50
) -> list[Listed]:
    """List approved minutes, newest meeting first: of everyone, of an authority, or of a body."""
    rows = ApprovedMinutes.objects.all()
    rows = rows.filter(owner=owner) if owner else rows
    rows = rows.filter(body=body) if body else rows
    return [
        Listed(str(row.meeting), str(row.owner), str(row.body), row.mode, row.body_name, row.meeting_date, row.span,
               row.approved_on, row.posted_on)
        for row in rows[:most]
    ]  # fmt: skip


def waiting_for(asking: Asker, meetings: list[str]) -> list[str]:
    """Of these meetings, give those whose minutes wait for the asker's approval."""
    return [m for m in meetings if any(a.person == asking.person for a in _waiting(m))]


def anchors(asking: Asker = PUBLIC) -> Iterator[Anchor]:
    """Give every seal that minutes hold on to, from the minutes' own streams and from the stamped files themselves.

    Whoever reckons all seals of a journal anew must also change what lies outside it: then the stamp breaks, and a
    file with a broken stamp gives no anchor here but is found by :func:`broken_papers`.
    """
    for birth in log.streams("minutes"):
        meeting = birth.name.partition("/")[2]
        state = state_of(meeting)
        if state.seal and state.stage != "draft":
            yield Anchor(f"meeting/{meeting}", state.number, state.seal, f"{birth.name}, sänt för justering")
    # By the files and not by the journal: whoever takes the minutes out of the journal too is found here.
    for meeting in papers.meetings():
        for content in papers.all_of(meeting):
            if stamp.is_whole(content, papers.keys()):
                stream, number, seal = stamp.sealed_in(content)
                yield Anchor(stream, number, seal, f"protokollets stämplade PDF ({papers.sha256(content)[:12]})")


def broken_papers(asking: Asker = PUBLIC) -> Iterator[str]:
    """Say what is wrong with the stamped files: gone, changed, or bearing another stamp than the installation's."""
    for birth in log.streams("minutes"):
        meeting = birth.name.partition("/")[2]
        state = state_of(meeting)
        for digest in filter(None, (state.pdf, state.public_pdf)):
            content = papers.find(meeting, digest)
            if content is None:
                yield f"{birth.name}: den stämplade filen saknas ({digest[:12]})"
            elif papers.sha256(content) != digest or not stamp.is_whole(content, papers.keys()):
                yield f"{birth.name}: den stämplade filen är ändrad ({digest[:12]})"
    for row in ApprovedMinutes.objects.all():
        if not is_approved(state_of(row.meeting)):
            yield f"minutes/{row.meeting}: protokollet är justerat i registret men inte i journalen"


def _waiting(meeting: str) -> tuple[Approver, ...]:
    state = state_of(meeting)
    return state.waiting_for if state.stage == "sent" else ()
