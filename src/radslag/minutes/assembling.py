"""Minutes put together from the record, the prose and the approvals. Who may see them is asked in ``read``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from radslag.law.kommunallagen.k05_protokoll import last_day_to_approve
from radslag.log import read as log
from radslag.log.texts import DIGESTS
from radslag.meetings.record import MeetingRecord
from radslag.minutes import checklist, journal, words
from radslag.minutes.contents import ApprovalShown, Contents, ProseKey, contents
from radslag.minutes.decider import evolved
from radslag.minutes.engine.state import Minutes
from radslag.noticeboard import read as noticeboard
from radslag.publicity.asker import PUBLIC

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
    behind: bool
    """The meeting's journal has gone on since the minutes were sent: a correction that they do not show."""


def shown(record: MeetingRecord, state: Minutes) -> Shown:
    """Set the minutes of a record with the prose and the approvals of their own stream."""
    texts = log.texts([*state.prose.values(), *(asked.text for asked in state.asked), *_reason(state)])
    prose: dict[ProseKey, str] = {key: texts.get(text, "") for key, text in state.prose.items()}
    approved = is_approved(state)
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
        behind=state.stage != "draft" and (log.last_seal(record.stream) or (0, ""))[0] > state.number,
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


def is_approved(state: Minutes) -> bool:
    """Say whether everyone has approved."""
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
