"""Persons and the accounts they sign in with."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models


class Person(models.Model):
    """Someone who holds a seat or an office. Referred to from other domains by ``id``, never by a foreign key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    protected = models.BooleanField(default=False)
    """A protected identity: the name is shown to nobody outside the person's own bodies."""


class Account(AbstractUser):
    """What a person signs in with."""

    person = models.OneToOneField(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="account")
