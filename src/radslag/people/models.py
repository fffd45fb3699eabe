"""Persons, the accounts they sign in with, their offices and devices, and who opened what is closed."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models

ROLES = [
    (role, role)
    for role in ("chair", "secretary", "member", "substitute", "registrar", "administrator", "official", "auditor")
]


class Person(models.Model):
    """Someone who holds a seat or an office. Referred to from other domains by ``id``, never by a foreign key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    protected = models.BooleanField(default=False)
    """A protected identity: the name is shown to nobody outside the person's own bodies."""


class Account(AbstractUser):
    """What a person signs in with."""

    person = models.OneToOneField(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="account")
    owner = models.UUIDField(null=True, blank=True, db_index=True)
    """The authority whose administrator made the account and cares for it."""
    theme = models.CharField(max_length=10, blank=True)
    """The person's choice of light, hall or contrast; empty follows the system."""


class Office(models.Model):
    """A role that a person holds with an authority, in one body or in all of it, from a day until a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offices")
    owner = models.UUIDField(db_index=True)
    body = models.UUIDField(null=True, blank=True, db_index=True)
    role = models.CharField(max_length=20, choices=ROLES)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    """The last day; None while it is held."""

    class Meta:
        """Asked for by person."""

        indexes = (models.Index(fields=["person", "starts_on"]),)


class Device(models.Model):
    """A browser that a person uses. The cookie's secret is kept only as its digest."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="devices")
    digest = models.CharField(max_length=64)
    label = models.CharField(max_length=80)
    active = models.BooleanField(default=False)
    """The one device that the person votes from."""
    first_seen = models.DateTimeField()
    last_seen = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    """When another device took over from it."""

    class Meta:
        """One active device a person; a browser that several persons use is one device for each."""

        constraints = (
            models.UniqueConstraint(fields=["person"], condition=models.Q(active=True), name="one_voting_device"),
            models.UniqueConstraint(fields=["person", "digest"], name="device_once_a_person"),
        )


class Opening(models.Model):
    """Someone opened a thing that is not open, by administrative right and not by office in its body."""

    owner = models.UUIDField(db_index=True)
    body = models.UUIDField(null=True, blank=True, db_index=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    thing = models.UUIDField()
    kind = models.CharField(max_length=30)
    """What sort of thing: ``matter``, ``document``, ``item`` …"""
    at = models.DateTimeField()
