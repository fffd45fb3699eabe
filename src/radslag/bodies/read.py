"""What other domains and pages may know of organisations, bodies and who sits in them. All of it is public."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce
from uuid import UUID

from django.db.models import Q, QuerySet

from radslag.bodies import models as m
from radslag.bodies import search as names_of
from radslag.bodies.rows import (
    AreaRow,
    BodyRow,
    Bond,
    Figure,
    Hit,
    KindRow,
    OrganisationRow,
    Provenance,
    Roster,
    SeatRow,
)
from radslag.people import read as people
from radslag.publicity.asker import Asker

Kind = m.Kind


def organisation(key: UUID | str, asking: Asker) -> OrganisationRow | None:
    """Find an organisation by its permanent id; by a municipality's code (four digits) too."""
    if isinstance(key, str) and len(key) == 4:
        return by_code(Kind.MUNICIPALITY, key, asking)
    found = _with_codes(m.Organisation.objects.filter(pk=key)).first()
    return _organisation(found) if found else None


def by_code(kind: str, code: str, asking: Asker) -> OrganisationRow | None:
    """Find an organisation by the code it has as a municipality, region, county board or health-care region."""
    found = _with_codes(m.Organisation.objects.filter(capacities__kind=kind, capacities__code=code)).first()
    return _organisation(found) if found else None


def by_number(number: str, asking: Asker) -> list[OrganisationRow]:
    """Find organisations by organisation number; courts share one."""
    plain = number.replace("-", "")
    listed = m.Organisation.objects.filter(organisation_number=f"{plain[:6]}-{plain[6:]}")
    return [_organisation(found) for found in _with_codes(listed)]


def organisations(kind: str, asking: Asker, *, real: bool = True) -> list[OrganisationRow]:
    """List those that have the capacity, in order of code and name; fictional ones only when asked for."""
    listed = m.Organisation.objects.filter(capacities__kind=kind)
    if real:
        listed = listed.filter(fictional=False)
    return [_organisation(found) for found in _with_codes(listed.order_by("capacities__code", "name"))]


def names(asking: Asker) -> list[str]:
    """List the names of municipalities, regions and counties, for a search box that completes what is typed."""
    organised = m.Organisation.objects.filter(kind__in=(Kind.MUNICIPALITY, Kind.REGION), fictional=False)
    counties = m.Area.objects.filter(kind="county")
    return [*organised.values_list("name", flat=True), *counties.order_by("name").values_list("name", flat=True)]


def agencies_by_group(asking: Asker) -> dict[str, list[OrganisationRow]]:
    """List the state's agencies, county boards among them, by the group that SCB puts them in."""
    listed = m.Organisation.objects.filter(capacities__kind=Kind.AGENCY).order_by("group", "name")
    made: dict[str, list[OrganisationRow]] = {}
    for found in _with_codes(listed):
        made.setdefault(found.group, []).append(_organisation(found))
    return made


def body(id: UUID | str, asking: Asker) -> BodyRow | None:
    """Find a body by its permanent id."""
    found = _with_owner(m.Body.objects.filter(pk=id)).first()
    return _body(found) if found else None


def bodies_of(organisation: UUID | str, asking: Asker) -> list[BodyRow]:
    """List the bodies of an organisation in the order of their kinds, and those it shares with others."""
    listed = m.Body.objects.filter(Q(owner=organisation) | Q(partners=organisation)).distinct()
    return [_body(found) for found in _with_owner(listed)]


def bodies(asking: Asker, *, kind: str | None = None) -> list[BodyRow]:
    """List every body, or those of a kind."""
    listed = m.Body.objects.filter(kind=kind) if kind else m.Body.objects.all()
    return [_body(found) for found in _with_owner(listed)]


def roster(body: UUID | str, on: date, asking: Asker) -> Roster:
    """Say who holds the seats that day. Raises ``Body.DoesNotExist`` when there is no such body."""
    found = m.Body.objects.get(pk=body)
    held = list(found.appointments.select_related("party").filter(valid_on(on)).order_by("role", "order"))
    groups = list(dict.fromkeys(row.party_id for row in held if row.role == "member"))
    held.sort(key=lambda row: (row.role, groups.index(row.party_id) if _waits(row, groups) else 0, row.order))
    called = people.names([row.person for row in held], asking)
    return Roster(
        body=found.pk,
        on=on,
        decided=found.seats,
        seats=tuple(
            SeatRow(
                person=row.person,
                name=called[str(row.person)],
                party=row.party.label if row.party else "",
                party_name=row.party.name if row.party else "",
                group=row.group or (row.party.label if row.party else ""),
                role=row.role,
                order=row.order,
                presidium=row.presidium,
            )
            for row in held
        ),
    )


def may_fill(owner: UUID, body: UUID, asking: Asker) -> bool:
    """Say whether the asker may read in a roster: the body's secretary or the authority's administrator."""
    place = str(body)
    return any(asking.holds(role, owner=str(owner), body=place) for role in ("secretary", "administrator"))


def may_set_up(owner: UUID, asking: Asker) -> bool:
    """Say whether the asker may set up and change an authority's bodies: its administrator."""
    return asking.holds("administrator", owner=str(owner))


def bodies_where(person: UUID | str, on: date, asking: Asker) -> list[BodyRow]:
    """List the bodies where a person holds a seat that day."""
    held = m.Appointment.objects.filter(valid_on(on), person=person)
    return [_body(found) for found in _with_owner(m.Body.objects.filter(pk__in=held.values("body")))]


def kinds() -> list[KindRow]:
    """List the kinds of bodies."""
    return [KindRow(kind.id, kind.name, kind.law, kind.decides) for kind in m.BodyKind.objects.all()]


def parties(asking: Asker) -> list[tuple[str, str]]:
    """List the parties: label and name."""
    return list(m.Party.objects.values_list("label", "name"))


def belongs_to(organisation: UUID, on: date, asking: Asker) -> list[Bond]:
    """Say which county board, region and health-care region an organisation belongs to that day."""
    listed = m.Belonging.objects.filter(valid_on(on), member=organisation).select_related("whole")
    return [
        _bond(row, row.whole) for row in listed.prefetch_related("whole__capacities").order_by("kind", "whole__name")
    ]


def holds(organisation: UUID, kind: str, on: date, asking: Asker) -> list[Bond]:
    """Say who belongs to an organisation as its county board, region or health-care region that day."""
    listed = m.Belonging.objects.filter(valid_on(on), whole=organisation, kind=kind).select_related("member")
    return [_bond(row, row.member) for row in listed.prefetch_related("member__capacities").order_by("member__name")]


def figures(organisation: UUID, asking: Asker) -> list[Figure]:
    """List the numbers about an organisation, each with its source."""
    titles = _titles()
    return [
        Figure(row.what, row.value, _provenance(row, titles))
        for row in m.Figure.objects.filter(organisation=organisation).order_by("what")
    ]


def provenance(organisation: UUID, asking: Asker) -> Provenance:
    """Say where the name and code of an organisation come from."""
    return _provenance(m.Organisation.objects.get(pk=organisation), _titles())


def contact(organisation: UUID, asking: Asker) -> dict[str, str]:
    """Give seat, department, group, web and e-mail of an organisation, those that are known, and a note on its name."""
    named = ("seat", "department", "group", "web", "email", "also", "note")
    found = m.Organisation.objects.values(*named).get(pk=organisation)
    return {name: found[name] for name in named if found[name]}


def council_seats(organisation: UUID, asking: Asker) -> dict[int, list[tuple[str, str, int, str]]]:
    """Give by election year the label, name, seats and grade of each party, largest first."""
    made: dict[int, list[tuple[str, str, int, str]]] = {}
    listed = m.CouncilSeats.objects.filter(organisation=organisation).select_related("party")
    for row in listed.order_by("-year", "-seats", "party__label"):
        made.setdefault(row.year, []).append((row.party.label, row.party.name, row.seats, row.grade))
    return made


def areas(kind: str, asking: Asker) -> list[AreaRow]:
    """List the boundaries of municipalities or counties."""
    return [_area(row) for row in m.Area.objects.filter(kind=kind).order_by("code")]


def area(kind: str, code: str, asking: Asker) -> AreaRow | None:
    """Find an area by kind and code."""
    found = m.Area.objects.filter(kind=kind, code=code).first()
    return _area(found) if found else None


def area_of(id: UUID | str, asking: Asker) -> AreaRow | None:
    """Find an area by its permanent id."""
    found = m.Area.objects.filter(pk=id).first()
    return _area(found) if found else None


def search(asked: str, asking: Asker, *, most: int = 60) -> list[Hit]:
    """Find organisations, counties and bodies whose names have words that begin as asked; the nearest first."""
    folded = names_of.fold(asked)
    if not folded:
        return []
    wanted = reduce(lambda so_far, word: so_far & Q(searched__contains=f" {word}"), folded.split(), Q())
    found: list[tuple[int, int, str, Hit]] = []
    for row in _with_codes(m.Organisation.objects.filter(wanted))[: most * 2]:
        order = list(Kind).index(Kind(row.kind))
        found.append((names_of.rank(folded, row.searched), order, row.name, _organisation(row)))
    for county in m.Area.objects.filter(kind="county").defer("path"):
        searched = names_of.words(county.name)
        if all(f" {word}" in searched for word in folded.split()):
            found.append((names_of.rank(folded, searched), len(Kind), county.name, _area(county)))
    found += [
        (names_of.rank(folded, one.searched), len(Kind) + 1, one.name, _body(one))
        for one in _with_owner(m.Body.objects.filter(wanted))[:most]
    ]
    return [hit for *_, hit in sorted(found, key=lambda one: one[:3])][:most]


def valid_on(day: date) -> Q:
    """Say in a query: valid that day, both ends included."""
    return (Q(valid_from=None) | Q(valid_from__lte=day)) & (Q(valid_to=None) | Q(valid_to__gte=day))


def _waits(row: m.Appointment, groups: list[int | None]) -> bool:
    """Say whether a substitute stands in the order of a group that has members."""
    return row.role == m.Appointment.Role.SUBSTITUTE and row.party_id in groups


def _with_codes(listed: QuerySet[m.Organisation]) -> QuerySet[m.Organisation]:
    return listed.prefetch_related("capacities")


def _with_owner(listed: QuerySet[m.Body]) -> QuerySet[m.Body]:
    return listed.select_related("owner", "kind").prefetch_related("owner__capacities")


def _organisation(row: m.Organisation) -> OrganisationRow:
    return OrganisationRow(
        id=row.pk,
        kind=row.kind,
        kind_name=str(Kind(row.kind).label),
        name=row.name,
        legal_name=row.legal_name,
        number=row.organisation_number,
        codes={capacity.kind: capacity.code for capacity in row.capacities.all()},
        fictional=row.fictional,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def _body(row: m.Body) -> BodyRow:
    return BodyRow(
        id=row.pk,
        owner=_organisation(row.owner),
        kind=row.kind_id,
        kind_name=row.kind.name,
        law=row.kind.law,
        decides=row.kind.decides,
        name=row.name,
        parent=row.parent_id,
        seats=row.seats,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def _bond(row: m.Belonging, other: m.Organisation) -> Bond:
    return Bond(row.kind, _organisation(other), row.note, row.valid_from, row.valid_to)


def _area(row: m.Area) -> AreaRow:
    return AreaRow(row.pk, row.kind, row.code, row.name, row.path if "path" in row.__dict__ else "", row.x, row.y)


def _titles() -> dict[str, m.Source]:
    return {source.id: source for source in m.Source.objects.all()}


def _provenance(row: m.Sourced, titles: dict[str, m.Source]) -> Provenance:
    source = titles[row.source]
    return Provenance(source.title, row.source_date, row.grade, source.note)


def sources(asking: Asker) -> Iterable[m.Source]:
    """List the sources of our tables of facts."""
    return m.Source.objects.order_by("title")
