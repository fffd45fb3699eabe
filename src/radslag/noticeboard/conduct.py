"""The one door for what is posted and taken down."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from radslag.log.entry import Mode
from radslag.noticeboard import read
from radslag.noticeboard.appeal import end_of
from radslag.noticeboard.kinds import STARTS_APPEAL, Kind
from radslag.noticeboard.models import Posting, Shown
from radslag.publicity.asker import PUBLIC


class TooEarly(PermissionError):
    """The posting may not be taken down yet: the time for appeal runs until ``last_day`` (KL 8 kap. 12 §)."""

    def __init__(self, last_day: date) -> None:
        super().__init__(last_day.isoformat())
        self.last_day = last_day


@transaction.atomic
def post(
    *, owner: UUID | str, kind: Kind, title: str, mode: Mode, at: datetime, by: str | None, text: str = "",
    body: UUID | str | None = None, subject: UUID | str | None = None, link: str = "", document: str = "",
    held_at: str = "", meeting_on: date | None = None, approved_on: date | None = None,
    stands_until: date | None = None, key: str = "",
) -> str:  # fmt: skip
    """Post something and answer its id; the same ``key`` again answers the same posting.

    ``stands_until`` is the last day of what does not start the time for appeal (the sitting day of a notice).
    ``at`` is the moment it is on the board; the heartbeat starts there.
    """
    before = Posting.objects.filter(key=key).first() if key else None
    if before is not None:
        return str(before.pk)
    last = end_of(timezone.localdate(at)) if kind in STARTS_APPEAL else stands_until
    made = Posting.objects.create(
        owner=owner, mode=mode, kind=kind.value, title=title, text=text, body=body, subject=subject, link=link,
        document=document, held_at=held_at, meeting_on=meeting_on, approved_on=approved_on, posted_at=at,
        not_before=last, posted_by=by, key=key or str(uuid4()),
    )  # fmt: skip
    Shown.objects.create(posting=made, since=at, until=at)
    return str(made.pk)


@transaction.atomic
def take_down(posting: UUID | str, *, by: str | None, at: datetime) -> None:
    """Take a posting down. Raises :class:`TooEarly` before the time for appeal has ended, gaps reckoned in."""
    row = Posting.objects.select_for_update().get(pk=posting)
    if row.removed_at is not None:
        return
    stood = read.uptime_of(posting, PUBLIC, at=at)
    last = max(day for day in (stood.end if stood else None, row.not_before, date.min) if day is not None)
    if timezone.localdate(at) <= last:
        raise TooEarly(last)
    row.removed_at, row.removed_by = at, by
    row.save()
