"""Every route of the program: who visits it and at which address, or why it is no page. Kept whole by a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from radslag.bodies import demo as fictional

POSTED = "answers only a form that is sent"
A_FILE = "gives a file"
NOT_NOW = "needs what only its own tests make: "


@dataclass(frozen=True)
class Known:
    """The ids in a house where a meeting has been held."""

    meeting: str
    owner: str
    body: str
    person: str
    matter: str
    posting: str
    paragraph: int
    office: str = ""


@dataclass(frozen=True)
class Visit:
    """Who visits a route, and with what in its address."""

    role: str
    where: Callable[[Known], dict[str, Any]] = lambda _: {}


def _meeting(known: Known) -> dict[str, Any]:
    return {"meeting": known.meeting}


def _owner(known: Known) -> dict[str, Any]:
    return {"owner": known.owner}


def _matter(known: Known) -> dict[str, Any]:
    return {"id": known.matter}


def _posting(known: Known) -> dict[str, Any]:
    return {"id": known.posting}


def _paragraph(known: Known) -> dict[str, Any]:
    return {"meeting": known.meeting, "number": known.paragraph}


def _body(known: Known) -> dict[str, Any]:
    return {"id": known.body}


ROUTES: dict[str, tuple[Visit, ...] | str] = {
    "front": (Visit("public"),),
    "about": (Visit("public"),),
    "law": (Visit("public"),),
    "accessibility": (Visit("public"),),
    "language": POSTED,
    "theme": POSTED,
    "healthz": A_FILE,
    "account_login": (Visit("public"),),
    "account_logout": (Visit("member1"),),
    "account_inactive": (Visit("public"),),
    "account_reauthenticate": NOT_NOW + "a sign-in that has aged",
    "account_change_password": (Visit("member1"),),
    "account_set_password": NOT_NOW + "an account without a password",
    "mfa_index": (Visit("member1"),),
    "mfa_authenticate": NOT_NOW + "a sign-in half done",
    "mfa_reauthenticate": NOT_NOW + "a sign-in that has aged",
    "mfa_activate_totp": (Visit("member1"),),
    "mfa_deactivate_totp": NOT_NOW + "one-time codes",
    "mfa_view_recovery_codes": NOT_NOW + "one-time codes",
    "mfa_generate_recovery_codes": NOT_NOW + "one-time codes",
    "mfa_download_recovery_codes": A_FILE,
    "mfa_list_webauthn": (Visit("member1"),),
    "mfa_add_webauthn": (Visit("member1"),),
    "mfa_login_webauthn": A_FILE,
    "mfa_reauthenticate_webauthn": NOT_NOW + "a sign-in that has aged",
    "mfa_edit_webauthn": NOT_NOW + "a key",
    "mfa_remove_webauthn": NOT_NOW + "a key",
    "mine": (Visit("member1"), Visit("chair"), Visit("secretary"), Visit("administrator")),
    "take_over": POSTED,
    "choose_theme": POSTED,
    "accounts": (Visit("administrator", _owner),),
    "new_account": (Visit("administrator", _owner),),
    "openings": (Visit("administrator", _owner),),
    "openings_of_body": (Visit("chair", lambda known: {"owner": known.owner, "body": known.body}),),
    "account": (Visit("administrator", lambda known: {"owner": known.owner, "person": known.person}),),
    "set_active": POSTED,
    "new_password": POSTED,
    "end_office": POSTED,
    "demo": (Visit("public"),),
    "demo_control": POSTED,
    "sit_down": (Visit("member1", lambda _: {"slug": "ledamot1"}),),
    "identity": (Visit("public", lambda known: {"key": known.owner}),),
    "municipality": (Visit("public", lambda _: {"code": "0980"}), Visit("public", lambda _: {"code": "9991"})),
    "region": (Visit("public", lambda _: {"code": "14"}),),
    "county": (Visit("public", lambda _: {"code": "13"}),),
    "healthcare_region": (Visit("public", lambda _: {"code": "GBG"}),),
    "agency": (Visit("public", lambda _: {"key": "202100-4284"}),),
    "federation": (Visit("public", lambda _: {"id": fictional.organisation_id("raddning-viken")}),),
    "body": (Visit("public", _body),),
    "change_body": (Visit("administrator", _body),),
    "set_up_body": (Visit("administrator", _owner),),
    "fill": (Visit("administrator", _body),),
    "roster_template": A_FILE,
    "municipalities": (Visit("public"),),
    "agencies": (Visit("public"),),
    "sources": (Visit("public"),),
    "search": (Visit("public"),),
    "matters": (Visit("public"),),
    "new_matter": (Visit("registrar", _owner),),
    "matter": (Visit("public", _matter), Visit("registrar", _matter)),
    "change_matter": (Visit("registrar", _matter),),
    "new_document": (Visit("registrar", _matter),),
    "document": A_FILE,
    "boards": (Visit("public"),),
    "board": (Visit("public", lambda _: {"key": "9991"}),),
    "board_feed": A_FILE,
    "new_posting": (Visit("secretary", lambda _: {"key": "9991"}),),
    "posting": (Visit("public", _posting), Visit("secretary", _posting)),
    "posting_proof": (Visit("public", _posting),),
    "take_down_posting": POSTED,
    "meetings": (Visit("public"), Visit("secretary")),
    "plan": (Visit("secretary"),),
    "meeting": (Visit("public", _meeting), Visit("secretary", _meeting)),
    "calendar": A_FILE,
    "planning": (Visit("secretary", _meeting),),
    "add_item": POSTED,
    "change_item": POSTED,
    "act": POSTED,
    "room_ticket": POSTED,
    "room": tuple(
        Visit(role, lambda known, page=page: {"meeting": known.meeting, "page": page})  # type: ignore[misc]
        for role, page in (
            ("chair", "ordforande"),
            ("secretary", "sekreterare"),
            ("member1", "delta"),
            ("wall", "vagg"),
            ("public", "talarstol"),
            ("public", "folj"),
        )
    ),
    "minutes_list": (Visit("public"), Visit("secretary")),
    "minutes": (Visit("public", _meeting),),
    "minutes_pdf": A_FILE,
    "minutes_json": A_FILE,
    "minutes_paragraph": (Visit("public", _paragraph),),
    "minutes_vote": (Visit("public", lambda known: {**_paragraph(known), "question": 1}),),
    "minutes_draft": (Visit("secretary", _meeting),),
    "minutes_draft_pdf": A_FILE,
    "minutes_send": POSTED,
    "minutes_withdraw": POSTED,
    "minutes_publish": POSTED,
    "minutes_approve": (Visit("chair", _meeting), Visit("member1", _meeting)),
    "systems": (Visit("public"),),
    "system": (Visit("public", lambda _: {"id": "S1"}),),
}


def names() -> set[str]:
    """Give the name of every route that the program has; one without a name by its module and function."""
    return {name for name in _names(get_resolver()) if name}


def _names(resolver: URLResolver) -> list[str | None]:
    found: list[str | None] = []
    for one in resolver.url_patterns:
        found += _names(one) if isinstance(one, URLResolver) else [one.name if isinstance(one, URLPattern) else None]
    return found


def address(name: str, visit: Visit, known: Known) -> str:
    return reverse(name, kwargs=visit.where(known) or None)
