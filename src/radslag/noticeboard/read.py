"""What stands on a board, and for how long without a break."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from radslag.law.kommunallagen.k08_anslagstavla import stays_up_until
from radslag.noticeboard import uptime
from radslag.noticeboard.kinds import STARTS_APPEAL, Kind
from radslag.noticeboard.models import Posting
from radslag.noticeboard.uptime import Run
from radslag.publicity.asker import Asker


@dataclass(frozen=True)
class PostingRow:
    """A posting as it is shown to anyone: the board is open to all."""

    id: str
    owner: str
    mode: str
    kind: Kind
    title: str
    text: str
    body: str | None
    subject: str | None
    link: str
    document: str
    held_at: str
    meeting_on: date | None
    approved_on: date | None
    posted_at: datetime
    not_before: date | None
    removed_at: datetime | None
    appeal_ends: date | None
    """The last day for appeal with the gaps reckoned in, for what starts the time for appeal."""


@dataclass(frozen=True)
class Uptime:
    """How long a posting stood: unbroken runs, gaps, the days that do not count, and the last day for appeal."""

    runs: tuple[Run, ...]
    gaps: tuple[Run, ...]
    missed: frozenset[date]
    reckoned_end: date | None
    end: date | None


def board(owner: UUID | str, asking: Asker, *, mode: str | None = None) -> list[PostingRow]:
    """Give what stands on an authority's board, newest first."""
    rows = Posting.objects.filter(owner=owner, removed_at__isnull=True, **({"mode": mode} if mode else {}))
    return [_row(row, asking) for row in rows.order_by("-posted_at").prefetch_related("runs")]


def taken_down(owner: UUID | str, asking: Asker, *, limit: int = 100) -> list[PostingRow]:
    """Give what has stood on an authority's board, last taken down first."""
    rows = Posting.objects.filter(owner=owner, removed_at__isnull=False).order_by("-removed_at")[:limit]
    return [_row(row, asking) for row in rows.prefetch_related("runs")]


def posting(id: UUID | str, asking: Asker) -> PostingRow | None:
    """Give one posting, also after it was taken down; None when there is none."""
    row = Posting.objects.filter(pk=id).prefetch_related("runs").first()
    return _row(row, asking) if row else None


def postings_about(subject: UUID | str, asking: Asker) -> list[PostingRow]:
    """Give the postings about something (a meeting), oldest first."""
    rows = Posting.objects.filter(subject=subject).order_by("posted_at").prefetch_related("runs")
    return [_row(row, asking) for row in rows]


POSTERS = frozenset({"secretary", "registrar"})
"""The roles that post and take down."""


def may_post(owner: UUID | str, asking: Asker) -> bool:
    """Say whether the asker may post on the authority's board: its registrar, or a secretary of one of its bodies."""
    return any(office.owner == str(owner) and office.role in POSTERS for office in asking.offices)


def owners(asking: Asker) -> list[str]:
    """Give the authorities that have ever posted anything."""
    return [str(owner) for owner in Posting.objects.values_list("owner", flat=True).distinct()]


def uptime_of(id: UUID | str, asking: Asker, *, at: datetime | None = None) -> Uptime | None:
    """Say how long a posting stood without a break, and what gaps do to the time for appeal."""
    row = Posting.objects.filter(pk=id).prefetch_related("runs").first()
    return _uptime(row, at or timezone.now()) if row else None


def _uptime(row: Posting, at: datetime) -> Uptime:
    until = min(row.removed_at or at, at)
    runs = tuple(Run(run.since, run.until) for run in row.runs.all())
    missing = tuple(uptime.gaps(runs, row.posted_at, until))
    missed = uptime.days_missed(missing)
    posted_on = timezone.localdate(row.posted_at)
    if Kind(row.kind) not in STARTS_APPEAL:
        return Uptime(runs, missing, missed, None, None)

    def stays_until(lost: int) -> date:
        return stays_up_until(posted_on=posted_on, days_missing=lost)

    return Uptime(runs, missing, missed, stays_until(0), uptime.last_day(posted_on, missed, stays_until))


def _row(row: Posting, asking: Asker) -> PostingRow:
    """What was taken down keeps its title and its proof; its text and papers are the authority's own again."""
    stands = row.removed_at is None or may_post(row.owner, asking)
    return PostingRow(
        id=str(row.pk),
        owner=str(row.owner),
        mode=row.mode,
        kind=Kind(row.kind),
        title=row.title,
        text=row.text if stands else "",
        body=str(row.body) if row.body else None,
        subject=str(row.subject) if row.subject else None,
        link=row.link if stands else "",
        document=row.document if stands else "",
        held_at=row.held_at,
        meeting_on=row.meeting_on,
        approved_on=row.approved_on,
        posted_at=row.posted_at,
        not_before=row.not_before,
        removed_at=row.removed_at,
        appeal_ends=_uptime(row, timezone.now()).end,
    )
