"""What is disposed of in time, as ``docs/dataskydd`` says: sessions that ended, devices and openings of long ago."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session

from radslag.people.models import Device, Opening

DEVICE = timedelta(days=365)
"""A device is forgotten a year after its last use."""

OPENING = timedelta(days=5 * 365)
"""A line of the admin-access log is kept five years here; the journal keeps its own."""


def due(now: datetime) -> None:
    """Dispose of what has been kept long enough. Called each minute; there is seldom anything."""
    Session.objects.filter(expire_date__lt=now).delete()
    Device.objects.filter(last_seen__lt=now - DEVICE).delete()
    Opening.objects.filter(at__lt=now - OPENING).delete()
