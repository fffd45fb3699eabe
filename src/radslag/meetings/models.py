"""What is planned: meetings, their agendas and who was summoned. What happened stands in the journal."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Meeting(models.Model):
    """A sitting of a body. ``owner`` is the authority, ``body`` the body; both live in another domain.

    ``stage`` is a cache of the journal, for lists; ``mode`` is fixed at birth (INVARIANTS 4).
    """

    class Mode(models.TextChoices):
        SHARP = "sharp", _("Skarpt")
        EXERCISE = "exercise", _("Övning")
        TEST = "test", _("Prov")

    class Stage(models.TextChoices):
        PLANNED = "planned", _("Planeras")
        CALLED = "called", _("Kallat")
        OPEN = "open", _("Pågår")
        ADJOURNED = "adjourned", _("Ajournerat")
        CLOSED = "closed", _("Avslutat")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.UUIDField(db_index=True)
    body = models.UUIDField(db_index=True)
    mode = models.CharField(max_length=8, choices=Mode.choices, default=Mode.SHARP)
    starts_at = models.DateTimeField(db_index=True)
    place = models.CharField(max_length=200)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.PLANNED, db_index=True)
    first_paragraph = models.PositiveIntegerField(default=1)
    """The body's paragraphs run through the year; the first free one when the meeting was planned."""
    notice = models.UUIDField(null=True, blank=True)
    """The posting on the noticeboard."""
    notice_on = models.DateField(null=True, blank=True)
    wall_theme = models.CharField(max_length=12, default="sal", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("starts_at", "id")

    @property
    def stream(self) -> str:
        """The name of its stream in the journal."""
        return f"meeting/{self.id}"


class AgendaItem(models.Model):
    """An item as planned: it points at a matter; its words are copied here when it is put on the agenda."""

    class Kind(models.TextChoices):
        FORMAL = "formal", _("Formalia")
        INFORMATION = "information", _("Information")
        DECISION = "decision", _("Beslut")
        ELECTION = "election", _("Val")
        EMPLOYMENT = "employment", _("Anställning")
        INTERPELLATION = "interpellation", _("Interpellation")
        QUESTION = "question", _("Fråga")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    matter = models.UUIDField()
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=Kind.choices, default=Kind.DECISION)
    title = models.CharField(max_length=300)
    public_title = models.CharField(max_length=300)
    closed = models.BooleanField(default=False)
    """Secrecy mark: the public sees ``public_title`` only."""
    reference = models.CharField(max_length=40, blank=True)
    summary = models.TextField(blank=True)
    proposal = models.TextField(blank=True)
    exercise_of_authority = models.BooleanField(default=False)
    minority_used = models.BooleanField(default=False)
    """Already tabled or referred back by a minority (KL 5 kap. 50 §)."""
    announced_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("order",)


class SummonsDelivery(models.Model):
    """One person's summons: by what way it went, when, and when its page was opened."""

    class Channel(models.TextChoices):
        MAIL = "mail", _("E-post")
        PAGE = "page", _("Sida")
        PAPER = "paper", _("Papper")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="deliveries")
    person = models.UUIDField()
    name = models.CharField(max_length=200)
    channel = models.CharField(max_length=5, choices=Channel.choices)
    address = models.CharField(max_length=254, blank=True)
    sent_at = models.DateTimeField()
    failed = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("meeting", "person", "channel"), name="one_delivery_per_channel"),
        )
