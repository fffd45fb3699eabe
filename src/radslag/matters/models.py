"""Matters, the series their reference numbers come from, the bodies that handle them, and their documents."""

from __future__ import annotations

import uuid

from django.db import models

MODES = [(mode, mode) for mode in ("sharp", "exercise", "test")]


class Series(models.Model):
    """A series of reference numbers: one for each owner, prefix (``KS``) and year. ``last`` is the last one given."""

    owner = models.UUIDField()
    prefix = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        """One row a series and year."""

        constraints = (models.UniqueConstraint(fields=["owner", "prefix", "year"], name="one_series_a_year"),)


class Matter(models.Model):
    """A matter (ärende) in an authority's register."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.UUIDField(db_index=True)
    mode = models.CharField(max_length=8, choices=MODES)
    series = models.ForeignKey(Series, on_delete=models.PROTECT)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    """The full title; what others may see is decided by ``publicity``."""
    origin = models.CharField(max_length=20)
    """Who raised it (KL 5 kap. 22 §, 8 kap. 1–2 §§); see ``matters.origins``."""
    raised_by = models.UUIDField(null=True, blank=True)
    """The person or body that raised it, where it is one."""
    prepared_by = models.UUIDField(null=True, blank=True)
    """The body that prepared it (KL 5 kap. 26 §)."""
    status = models.CharField(max_length=12, default="open")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        """A number is given once."""

        constraints = (models.UniqueConstraint(fields=["series", "number"], name="reference_once"),)

    @property
    def reference(self) -> str:
        """The reference number as it is written: ``KS 2026/00318``."""
        return f"{self.series.prefix} {self.series.year}/{self.number:05d}"


class Handling(models.Model):
    """A body that handles the matter: its members and secretary see it by office."""

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="handlings")
    body = models.UUIDField()
    since = models.DateField()

    class Meta:
        """A body handles a matter once."""

        constraints = (models.UniqueConstraint(fields=["matter", "body"], name="handled_once"),)


class Document(models.Model):
    """A document of a matter. Its content lies under the state folder by its SHA-256 and is never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.UUIDField(db_index=True)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="documents")
    title = models.CharField(max_length=300)
    media_type = models.CharField(max_length=100)
    extension = models.CharField(max_length=8)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    received_on = models.DateField()
    added_by = models.UUIDField(null=True)
    added_at = models.DateTimeField()
