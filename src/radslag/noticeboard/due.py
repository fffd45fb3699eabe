"""Each minute: say of every posting that it stands. A minute nobody noted is a minute not posted (PUB-06)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from radslag.noticeboard.models import Posting, Shown
from radslag.noticeboard.uptime import PATIENCE


@transaction.atomic
def due(now: datetime) -> None:
    """Draw each standing posting's run out to now, or begin a new run after a gap. Called by the server's tick."""
    standing = set(Posting.objects.filter(removed_at__isnull=True, posted_at__lte=now).values_list("pk", flat=True))
    fresh = Shown.objects.filter(posting__in=standing, until__gte=now - PATIENCE, since__lte=now)
    drawn = set(fresh.values_list("posting", flat=True))
    fresh.filter(until__lt=now).update(until=now)
    Shown.objects.bulk_create(Shown(posting_id=pk, since=now, until=now) for pk in standing - drawn)
