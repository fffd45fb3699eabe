"""The registers of organisations, areas, bodies and appointments. Valid in time; both ends of a period included."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Sourced(models.Model):
    """Where a fact comes from, which day it was true there, and how sure we are (A read … D computed here)."""

    source = models.CharField(max_length=40)
    source_date = models.CharField(max_length=20)
    grade = models.CharField(max_length=1)

    class Meta:
        abstract = True


class InTime(models.Model):
    """What is so from a day until a day."""

    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Source(models.Model):
    """Where facts were taken from, with licence and the day they were read."""

    id = models.CharField(primary_key=True, max_length=40)
    title = models.CharField(max_length=300)
    licence = models.CharField(max_length=120)
    read_on = models.DateField()
    note = models.CharField(max_length=400, blank=True)


class Kind(models.TextChoices):
    """What an organisation can be."""

    MUNICIPALITY = "municipality", _("Kommun")
    REGION = "region", _("Region")
    COUNTY_BOARD = "county_board", _("Länsstyrelse")
    AGENCY = "agency", _("Statlig myndighet")
    HEALTHCARE_REGION = "healthcare_region", _("Samverkansregion för hälso- och sjukvård")
    FEDERATION = "federation", _("Kommunalförbund")


class Organisation(Sourced, InTime):
    """A legal person or an authority. ``id`` is permanent."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    """Its first capacity, which decides the address of its page."""
    name = models.CharField(max_length=200)
    legal_name = models.CharField(max_length=200)
    organisation_number = models.CharField(max_length=11, blank=True, db_index=True)
    """``202100-2247``, check digit tested; courts share that of Domstolsverket. Empty: not known."""
    also = models.CharField(max_length=300, blank=True)
    """Other names people type, separated by semicolons: short names, earlier names."""
    group = models.CharField(max_length=120, blank=True)
    department = models.CharField(max_length=120, blank=True)
    seat = models.CharField(max_length=80, blank=True)
    web = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=300, blank=True)
    fictional = models.BooleanField(default=False)
    searched = models.CharField(max_length=600, blank=True, db_index=True)
    """Folded names for the search box: see ``search.fold``."""

    class Meta:
        ordering = ["name"]


class Figure(Sourced):
    """A number about an organisation with its own source: ``population``, ``council_seats_2018`` …"""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="figures")
    what = models.CharField(max_length=40)
    value = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "what"], name="a_figure_once")]


class Capacity(Sourced, InTime):
    """What an organisation is, with the code it has as that (SCB code of municipality, region or county)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="capacities")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    code = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind"], name="one_capacity_of_a_kind"),
            models.UniqueConstraint(fields=["kind", "code"], condition=~Q(code=""), name="a_code_once_in_its_kind"),
        ]


class Belonging(Sourced, InTime):
    """A municipality or region within a county (its board), a region or a health-care region."""

    member = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="belongs")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    whole = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="members")
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "kind", "whole", "valid_from"], name="belongs_once")]


class Area(Sourced, InTime):
    """A boundary as an SVG path in the common view box, or an area without a drawn boundary (empty path)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20)
    """``municipality`` or ``county``."""
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    path = models.TextField(blank=True)
    x = models.FloatField(default=0)
    y = models.FloatField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="an_area_once")]


class BodyKind(models.Model):
    """What a body is: a row, never a subclass."""

    id = models.CharField(primary_key=True, max_length=30)
    name = models.CharField(max_length=80)
    law = models.CharField(max_length=80, blank=True)
    decides = models.BooleanField(default=True)
    """False: advisory, its positions bind nobody."""
    within_body = models.BooleanField(default=False)
    """True: a part of another body (utskott)."""
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]


class Party(Sourced):
    """A party as it stood in an election. Local parties are known by label and municipality or region."""

    label = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    local = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["label", "name"], name="a_party_once")]
        ordering = ["label"]


class MandatePeriod(models.Model):
    """The years for which a body is elected."""

    name = models.CharField(max_length=40, unique=True)
    starts_on = models.DateField()
    ends_on = models.DateField()


class CouncilSeats(Sourced):
    """Seats of a party in a council after an election. Grade D: computed by us, never official."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField()
    party = models.ForeignKey(Party, on_delete=models.PROTECT)
    seats = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year", "party"], name="seats_of_a_party_once"),
        ]


class Body(InTime):
    """A council, a board, a committee … of an organisation. ``id`` is permanent."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="bodies")
    """The authority that answers for it; of a joint committee the host."""
    kind = models.ForeignKey(BodyKind, on_delete=models.PROTECT)
    name = models.CharField(max_length=160)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    partners = models.ManyToManyField(Organisation, blank=True, related_name="shared_bodies")
    """The other members of a joint committee or a federation."""
    seats = models.PositiveSmallIntegerField()
    """The decided number of members (KL 5 kap. 5 §)."""
    searched = models.CharField(max_length=400, blank=True, db_index=True)

    class Meta:
        ordering = ["kind__order", "name"]
        constraints = [models.UniqueConstraint(fields=["owner", "name", "valid_from"], name="a_body_once")]


class Appointment(InTime):
    """A seat held by a person, in time. The person is a UUID of the register of persons."""

    class Role(models.TextChoices):
        MEMBER = "member", _("Ledamot")
        SUBSTITUTE = "substitute", _("Ersättare")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.UUIDField()
    """The organisation that answers for the body, as in every row of an authority."""
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="appointments")
    person = models.UUIDField(db_index=True)
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT)
    group = models.CharField(max_length=60, blank=True)
    """The group in the assembly, when it is not the party's own."""
    role = models.CharField(max_length=12, choices=Role.choices)
    order = models.PositiveSmallIntegerField()
    """Members: order in the roll. Substitutes: order in which they are called within their party."""
    presidium = models.PositiveSmallIntegerField(default=0)
    """0 none, 1 chair (ordförande), 2 first and 3 second vice chair."""
    period = models.ForeignKey(MandatePeriod, null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        ordering = ["body", "role", "order"]
        constraints = [
            models.UniqueConstraint(fields=["body", "person", "valid_from"], name="a_person_once_in_a_body"),
        ]
