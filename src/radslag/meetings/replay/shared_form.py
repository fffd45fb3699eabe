"""Reading a case in the shared form ``kommunmote-case/1``: outcomes are taken out before anything is understood."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import msgspec

from radslag.meetings.replay.case import FORM, Case, Choice, Inputs, NotUnderstood, Person, Step

OUTCOMES = frozenset({"krav", "beslut", "utfall", "forvantat", "ordforanden_fann", "ordforanden_finner", "utslagsrost",
                      "vald", "grund"})  # fmt: skip
"""What the source says came of it."""
TELLS_TOO_MUCH = frozenset({"titel", "taggar", "fullstandighet", "gruppstyrka_slutledd", "text", "effekt"})
"""Words of whoever wrote the case down; they give outcomes away and are not facts."""
KINDS = {
    "kommunfullmäktige": "council",
    "regionfullmäktige": "council",
    "kommunstyrelse": "executive_board",
    "utskott": "sub_committee",
    "nämnd": "committee",
}
CHOICES: dict[str, Choice] = {"ja": "yes", "nej": "no", "avstår": "abstain"}


def case_of(raw: dict[str, Any]) -> Case:
    """Read a whole file. Raises :class:`NotUnderstood`."""
    inputs, recorded = split(raw)
    try:
        source = {key: str(value) for key, value in raw.get("kalla", {}).items() if key in KEPT_OF_SOURCE and value}
        return Case(
            FORM, str(raw["id"]), source, _inputs(inputs), raw["organ"].get("kommunkod") or
            raw["organ"].get("regionkod") or "", raw.get("paragraf") or "", raw.get("dnr") or "", recorded,
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError) as odd:
        raise NotUnderstood(f"{raw.get('id', '?')}: {odd!r}") from odd


KEPT_OF_SOURCE = ("repo", "commit", "fil", "url")


def split(raw: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the inputs without a trace of any outcome, and the outcomes by their path."""
    recorded: dict[str, Any] = {}
    named = isinstance(raw.get("deltagare"), list)

    def without(value: Any, path: str) -> Any:
        if isinstance(value, list):
            return [without(one, f"{path}[{number}]") for number, one in enumerate(value)]
        if not isinstance(value, dict):
            return value
        kept: dict[str, Any] = {}
        for key, one in value.items():
            here = f"{path}.{key}" if path else key
            if key in TELLS_TOO_MUCH:
                continue
            if key in OUTCOMES or _is_outcome_here(value, key, named=named):
                recorded.update(_flat(one, here))
            else:
                kept[key] = without(one, here)
        return kept

    return without(raw, ""), recorded


def _is_outcome_here(owner: dict[str, Any], key: str, *, named: bool) -> bool:
    """Say whether the field is an outcome in this place: sums beside named votes, a count beside a list of names."""
    if key == "resultat":
        return "roster" in owner or "roster_per_parti" in owner
    if key == "narvarande":
        return named and "handelser" in owner
    return owner.get("typ") == "fördelning" and key != "typ"


def _flat(value: Any, path: str) -> dict[str, Any]:
    if isinstance(value, dict):
        return {at: one for key, part in value.items() for at, one in _flat(part, f"{path}.{key}").items()}
    return {path: value}


def _inputs(raw: dict[str, Any]) -> Inputs:
    body = raw["organ"]
    people = tuple(_person(one) for one in raw.get("deltagare") or ())
    steps = [step for place, one in enumerate(raw.get("handelser", ())) if (step := _step(one, place))]
    if raw.get("narvarande") is not None or raw.get("platser") is not None:
        figures = {key: raw[key] for key in ("narvarande", "platser") if isinstance(raw.get(key), int)}
        steps.insert(0, Step("other", -1, facts=figures))
    return Inputs(
        kind=KINDS.get(body["typ"], "committee"),
        seats=body.get("antal_platser"),
        day=date.fromisoformat(raw["datum"]) if raw.get("datum") else None,
        people=people,
        steps=tuple(steps),
    )


def _person(raw: dict[str, Any]) -> Person:
    serves = raw.get("tjanstgor", "ledamot")
    vice = raw.get("etikett", "").lower().startswith("vice ordförande")
    person = Person(raw["id"], raw.get("parti", ""), "member", bool(raw.get("ordforande")), vice)
    if serves.startswith("tjänstgörande"):
        return msgspec.structs.replace(person, role="serving")
    return msgspec.structs.replace(person, role="substitute") if serves == "ersättare" else person


def _step(raw: dict[str, Any], place: int) -> Step | None:
    """Read one event; what cannot be run keeps its figures only."""
    match raw["typ"]:
        case "nytt_sammanträde":
            return Step("meeting", place, day=date.fromisoformat(raw["datum"]))
        case "ärende":
            return Step("item", place)
        case "jäv":
            return Step("recusal", place, by=(raw["id"],))
        case "anmälan_deltar_ej":
            return Step("declined", place, by=(raw["id"],))
        case "yrkande":
            return Step("motion", place, label=raw["nr"], motion=_kind_of_motion(raw.get("innehall", "")),
                        by=tuple(raw.get("av", ())), parties=tuple(raw.get("parti", ())))  # fmt: skip
        case "proposition" | "proposition_motförslag" | "proposition_motförslag_till_motförslag":
            return Step("proposition", place, between=tuple(label_in(one) for one in raw["stalld_pa"]))
        case "omröstning":
            return _vote(raw, place)
        case "beslut_acklamation":
            return Step("acclamation", place)
        case "reservation":
            by = raw.get("id", ())
            return Step("reservation", place, by=(by,) if isinstance(by, str) else tuple(by),
                        parties=tuple(raw.get("parti", ())))  # fmt: skip
        case "justering":
            return Step("approved", place, day=date.fromisoformat(raw["datum"]))
        case "anslag":
            return Step("posted", place, day=date.fromisoformat(raw["upp"]))
        case "val":
            return Step("election", place, label=raw["post"], facts=_figures(raw, "kandidater", "roster", "ogiltiga"))
        case "valförrättning":
            return Step("lists", place, facts=_figures(raw, "grupproster"))
        case _:
            facts = {key: value for key, value in raw.items() if key != "typ" and isinstance(value, int | bool)}
            return Step("other", place, label=raw["typ"], facts=facts)


def _figures(raw: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: raw[key] for key in keys if key in raw}


def _vote(raw: dict[str, Any], place: int) -> Step:
    purposes = {
        "motförslag": "counter",
        "tillägg": "addition",
        "återremiss": "referral",
        "bordläggning": "postponement",
    }
    kind = raw["slag"]
    purpose = next((purpose for word, purpose in purposes.items() if word in kind), "main")
    choices = {who: CHOICES[said] for who, said in raw["roster"].items()} if "roster" in raw else None
    sums = raw.get("resultat") if choices is None else None
    return Step(
        "vote",
        place,
        purpose=purpose,  # type: ignore[arg-type]
        yes=meaning(raw["ja_betyder"]),
        no=meaning(raw["nej_betyder"]),
        choices=choices,
        sums=(sums["ja"], sums["nej"], sums.get("avstår", 0)) if sums else None,
    )


def _kind_of_motion(content: str) -> Any:
    if "återremiss" in content:
        return "refer_back"
    return "postpone" if "bordläggning" in content or "bordlägg" in content else "proposal"


def label_in(words: str) -> str:
    """Give the label that words begin with (``TC Bananpiren`` → ``TC``), or the words themselves."""
    found = re.match(r"[A-ZÅÄÖ]{1,3}\d*\b", words)
    return found.group() if found else meaning(words)


def meaning(words: str) -> str:
    """Give what yes or no means in short: a label, ``avslag TC``, ``återremiss``, ``avgörs idag``."""
    if "återremi" in words:
        return "återremiss"
    if "bordlägg" in words:
        return "bordläggning"
    if "avgörs" in words:
        return "avgörs idag"
    return words.removesuffix(" blir motförslag").strip()
