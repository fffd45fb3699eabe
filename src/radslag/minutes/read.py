"""What may be read of minutes: the approved by anyone, the draft by those who work on it, the seals on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from radslag.law.kommunallagen.k05_protokoll import last_day_to_approve
from radslag.log import read as log
from radslag.log.texts import DIGESTS
from radslag.log.verify import Anchor
from radslag.meetings import recording
from radslag.meetings.record import MeetingRecord
from radslag.minutes import checklist, journal, papers, stamp, words
from radslag.minutes.contents import ApprovalShown, Contents, ProseKey, contents
from radslag.minutes.decider import evolved
from radslag.minutes.engine.events import Approver
from radslag.minutes.engine.state import Minutes
from radslag.minutes.models import ApprovedMinutes
from radslag.noticeboard import read as noticeboard
from radslag.publicity.asker import PUBLIC, Asker

ROLES = {"chair": "ordförande", "adjuster": "justerare"}


@dataclass(frozen=True)
class Shown:
    """Minutes as the asker may see them: what they say, the record they are made of, and how far they have come."""

    contents: Contents
    record: MeetingRecord
    state: Minutes
    prose: dict[ProseKey, str]
    texts: dict[str, str]
    """Words of remarks and rejections by the text's id."""
    approved: bool
    last_day: date | None
    """The last day to approve (KL 5 kap. 69 §)."""
    appeal_ends: date | None
    """The last day for appeal, with the gaps of the noticeboard reckoned in."""


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
    record = recording.record(meeting, asking, up_to=state.number if _is_approved(state) else None)
    if record is None or record.opened_at is None:
        return None
    if not _is_approved(state) and not may_see_draft(record, state, asking):
        return None
    return shown(record, state)


def shown(record: MeetingRecord, state: Minutes) -> Shown:
    """Set the minutes of a record with the prose and the approvals of their own stream."""
    texts = log.texts([*state.prose.values(), *(asked.text for asked in state.asked), *_reason(state)])
    prose: dict[ProseKey, str] = {key: texts.get(text, "") for key, text in state.prose.items()}
    approved = _is_approved(state)
    closed_on = record.closed_at.astimezone(words.STOCKHOLM).date() if record.closed_at else None
    standing = noticeboard.posting(state.posting, PUBLIC) if state.posting else None
    return Shown(
        contents=contents(record, prose, _approvals(record, state), draft=not approved),
        record=record,
        state=state,
        prose=prose,
        texts=texts,
        approved=approved,
        last_day=last_day_to_approve(closed_on) if closed_on else None,
        appeal_ends=standing.appeal_ends if standing else state.appeal_ends,
    )


def state_of(meeting: UUID | str) -> Minutes:
    """Read how far the minutes have come; before anything has happened they are an empty draft."""
    state = Minutes()
    for entry in log.entries(stream_of(meeting)):
        facts = {name: fact for name, fact in entry.facts.items() if name != DIGESTS}
        state = evolved(state, journal.read_back(entry.kind, facts), entry.number, entry.envelope)
    return state


def stream_of(meeting: UUID | str) -> str:
    """Name the stream of a meeting's minutes."""
    return f"minutes/{meeting}"


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
    """Give name and bytes of the stamped file: the whole to those who may see all of it, else the public edition."""
    found = minutes(meeting, asking)
    if found is None or not found.state.pdf:
        return None
    sees_all = not any(item.hidden for item in found.record.items)
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


def _is_approved(state: Minutes) -> bool:
    return state.stage in ("approved", "stamped", "posted")


def _approvals(record: MeetingRecord, state: Minutes) -> list[ApprovalShown]:
    names = {person.person: f"{person.name} ({person.party})" for person in record.persons}
    done = {approval.person: approval for approval in state.approvals}
    approvers = state.approvers or checklist.approvers(record)
    told = []
    for approver in approvers:
        has = done.get(approver.person)
        told.append(
            ApprovalShown(
                names.get(approver.person, "–"), ROLES[approver.role], has.method if has else "",
                has.signed_in_at if has else None, has.at if has else None,
            )
        )  # fmt: skip
    return told


def _reason(state: Minutes) -> list[str]:
    return [state.rejected.text] if state.rejected else []


def _waiting(meeting: str) -> tuple[Approver, ...]:
    state = state_of(meeting)
    return state.waiting_for if state.stage == "sent" else ()
