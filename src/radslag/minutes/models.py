"""Minutes that everyone has approved: a table for lists and for finding the stamped file. The journal is the truth."""

from __future__ import annotations

from django.db import models


class ApprovedMinutes(models.Model):
    """The minutes of one meeting, entered when they were stamped; can be made again from the journal."""

    meeting = models.UUIDField(primary_key=True)
    owner = models.UUIDField(db_index=True)
    body = models.UUIDField(db_index=True)
    mode = models.CharField(max_length=8)
    body_name = models.CharField(max_length=200)
    meeting_date = models.DateField(db_index=True)
    span = models.CharField(max_length=80, blank=True)
    """The paragraphs: ``§ 84–92``."""
    approved_on = models.DateField()
    posted_on = models.DateField(null=True, blank=True)
    posting = models.UUIDField(null=True, blank=True)

    class Meta:
        """Newest meeting first."""

        ordering = ("-meeting_date", "meeting")
        verbose_name_plural = "approved minutes"
