"""The marks that are set on things, keyed by the thing's id."""

from __future__ import annotations

from django.db import models

from radslag.publicity.rules import Mark

MARKS = [(mark.value, mark.value) for mark in Mark]


class Classification(models.Model):
    """How a thing is marked, by whom and when. A thing without a row is open."""

    thing = models.UUIDField(primary_key=True)
    owner = models.UUIDField(db_index=True)
    public_title = models.CharField(max_length=300, blank=True)
    mark = models.CharField(max_length=10, choices=MARKS, default=Mark.OPEN.value)
    section = models.CharField(max_length=60, blank=True)
    listed = models.BooleanField(default=True)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField()
