"""The one door for what is posted and taken down. Each leaves a line with the authority."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from radslag.law.kommunallagen import k08_anslagstavla as k08
from radslag.law.rule import require
from radslag.log.entry import Mode
from radslag.noticeboard import read
from radslag.noticeboard.kinds import STARTS_APPEAL, Kind
from radslag.noticeboard.models import Posting, Shown
from radslag.people.conduct import leave_line
from radslag.publicity.asker import PUBLIC

Id = UUID | str


@transaction.atomic
def post(
    *, owner: Id, kind: Kind, title: str, mode: Mode, at: datetime, by: str | None, text: str = "",
    body: Id | None = None, subject: Id | None = None, link: str = "", document: str = "", held_at: str = "",
    meeting_on: date | None = None, approved_on: date | None = None, stands_until: date | None = None, key: str = "",
) -> str:  # fmt: skip
    """Post something and answer its id; the same ``key`` again answers the same posting.

    ``at`` is the moment it is on the board. ``stands_until`` is the last day of what does not start the time for
    appeal (the sitting day of a notice). Raises ``Refused`` when the announcement of approved minutes does not say
    where they are kept (PUB-05).
    """
    before = Posting.objects.filter(key=key).first() if key else None
    if before is not None:
        return str(before.pk)
    posted_on, last = timezone.localdate(at), stands_until
    if kind is Kind.APPROVED_MINUTES:
        require(k08.the_posting_is_complete, available_at=held_at, posted_on=posted_on)
    if kind in STARTS_APPEAL:
        last = k08.stays_up_until(posted_on=posted_on)
    made = Posting.objects.create(
        owner=owner, mode=mode, kind=kind.value, title=title, text=text, body=body, subject=subject, link=link,
        document=document, held_at=held_at, meeting_on=meeting_on, approved_on=approved_on, posted_at=at,
        not_before=last, posted_by=by, key=key or str(uuid4()),
    )  # fmt: skip
    Shown.objects.create(posting=made, since=at, until=at)
    facts = {
        "posting": str(made.pk), "kind": kind.value, "subject": str(subject) if subject else None,
        "stays_until": last.isoformat() if last else None,
    }  # fmt: skip
    leave_line(owner, "noticeboard.posted/1", facts, by=by, at=at, mode=mode)
    return str(made.pk)


@transaction.atomic
def take_down(posting: Id, *, by: str | None, at: datetime) -> None:
    """Take a posting down; again is nothing. Raises ``Refused`` until its last day, gaps reckoned in, has passed."""
    row = Posting.objects.select_for_update().get(pk=posting)
    if row.removed_at is not None:
        return
    stood = read.uptime_of(posting, PUBLIC, at=at)
    days = [day for day in (stood.end if stood else None, row.not_before) if day is not None]
    if days:
        require(k08.may_be_taken_down, day=timezone.localdate(at), appeal_ends_on=max(days))
    row.removed_at, row.removed_by = at, by
    row.save()
    leave_line(row.owner, "noticeboard.taken_down/1", {"posting": str(row.pk)}, by=by, at=at, mode=_mode(row))


def _mode(row: Posting) -> Mode:
    match row.mode:
        case "sharp" | "exercise" | "test":
            return row.mode
        case other:
            raise ValueError(other)
