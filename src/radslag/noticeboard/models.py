"""What is posted, and the unbroken runs of minutes during which it stood on the board."""

from __future__ import annotations

import uuid

from django.db import models

MODES = [(mode, mode) for mode in ("sharp", "exercise", "test")]


class Posting(models.Model):
    """Something on an authority's noticeboard."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.UUIDField(db_index=True)
    mode = models.CharField(max_length=8, choices=MODES)
    kind = models.CharField(max_length=30)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    body = models.UUIDField(null=True, blank=True)
    """The body (council, committee) that it comes from."""
    subject = models.UUIDField(null=True, blank=True)
    """What it is about: the meeting whose minutes or notice it is."""
    link = models.CharField(max_length=300, blank=True)
    document = models.CharField(max_length=300, blank=True)
    """The address of the document that is posted with it."""
    held_at = models.CharField(max_length=200, blank=True)
    """Where the minutes are kept (KL 8 kap. 12 §)."""
    meeting_on = models.DateField(null=True, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    posted_at = models.DateTimeField()
    not_before = models.DateField(null=True, blank=True)
    """The day before which it may not be taken down as reckoned at the posting; gaps move it (PUB-06)."""
    removed_at = models.DateTimeField(null=True, blank=True)
    posted_by = models.UUIDField(null=True)
    removed_by = models.UUIDField(null=True)
    key = models.CharField(max_length=80, unique=True)
    """What makes a repeated order to post one posting."""


class Shown(models.Model):
    """An unbroken run of minutes during which the posting stood on the board and the server said so each minute."""

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="runs")
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        """In order of time."""

        ordering = ["since"]
