"""What the engine reckoned, beside what the minutes say, and what it could not reckon and why."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from radslag.law.calendar import three_weeks_from
from radslag.law.rulesets import NoRuleset, ruleset_on
from radslag.law.shares import a_third
from radslag.meetings.replay.case import Case, Inputs
from radslag.meetings.replay.playing import Held, Played, play

Reckoned = dict[str, tuple[str, Any, str]]
"""Path → what it is, the value, the rule it rests on."""

MINORITY, MAJORITY = "minst 1/3 av närvarande", "enkel majoritet"


def compare(case: Case) -> dict[str, Any]:
    """Run a case and give ``{id, ruleset, comparisons, not_computed}``."""
    played = play(case.inputs)
    reckoned = reckon(case.inputs, played, tuple(case.recorded))
    comparisons = [
        {"path": path, "what": what, "computed": value, "recorded": case.recorded[path],
         "same": agree(path, value, case.recorded[path]), "rule": rule}
        for path, (what, value, rule) in reckoned.items()
    ]  # fmt: skip
    left = [path for path, said in case.recorded.items() if path not in reckoned and said is not None]
    return {
        "id": case.id,
        "ruleset": played.ruleset or _ruleset(case.inputs),
        "comparisons": comparisons,
        "not_computed": [{"path": path, "why": why_not(path, case.inputs, played)} for path in left],
    }


def _ruleset(inputs: Inputs) -> str | None:
    try:
        return ruleset_on(inputs.day) if inputs.day else None
    except NoRuleset:
        return None


def agree(path: str, value: Any, recorded: Any) -> bool:
    """Say whether both say the same. Of what is required the source may say more; of a referral, to whom it went."""
    if isinstance(value, str) and isinstance(recorded, str):
        ours, theirs = _words(value), _words(re.sub(r" till \w+", "", recorded))
        return ours == (theirs[: len(ours)] if path.endswith(".krav") else theirs)
    return bool(value == recorded) and type(value) is type(recorded)


def _words(said: str) -> list[str]:
    return re.findall(r"[\w/]+", said.casefold())


def reckon(inputs: Inputs, played: Played, paths: tuple[str, ...]) -> Reckoned:
    """Give what the run says of each of these paths, as far as it says anything. Reads paths, never values."""
    every = _of_votes(inputs, played) | _of_the_whole(inputs, played) | _of_dates(inputs)
    for path in paths:
        every |= _of_thresholds(path, played)
    return {path: every[path] for path in paths if path in every}


def _of_votes(inputs: Inputs, played: Played) -> Reckoned:
    found: Reckoned = {}
    for held in played.held:
        at = f"handelser[{held.place}]"
        delays = held.step.purpose in ("referral", "postponement")
        needed = MINORITY if held.third_is_enough else MAJORITY
        found[f"{at}.krav"] = ("vad som krävs", needed, "ITEM-11" if delays else "VOTE-05")
        found[f"{at}.beslut"] = ("utfallet", decision_in_words(held), _rule_of(held))
        if held.question.casting_vote:
            found[f"{at}.utslagsrost"] = ("vem som gav utslagsröst", held.question.casting_vote[0], "VOTE-06")
        ballot = held.question.ballot
        if ballot and ballot.sums and held.step.choices is not None:
            yes, no, abstain, _ = ballot.sums
            absent = (inputs.seats or 0) - (yes + no + abstain)
            for key, value in {"ja": yes, "nej": no, "avstår": abstain, "frånvarande": absent}.items():
                found[f"{at}.resultat.{key}"] = (f"antal {key}", value, "VOTE-15")
    return found


def decision_in_words(held: Held) -> str:
    """Say the outcome of a vote as minutes do: ``Y1 med ordförandens utslagsröst``, ``återremiss (minoritet)``."""
    words = held.winner
    if held.step.purpose == "counter":
        words += " blir motförslag"
    if held.question.how == "casting_vote":
        words += " med ordförandens utslagsröst"
    return f"{words} (minoritet)" if held.question.how == "minority" else words


def _rule_of(held: Held) -> str:
    return {"casting_vote": "VOTE-06", "minority": "ITEM-11"}.get(held.question.how or "", "VOTE-05")


def _of_the_whole(inputs: Inputs, played: Played) -> Reckoned:
    if not played.held:
        return {}
    first = played.held[0]
    ballot = first.question.ballot
    electorate = len(ballot.electorate) if ballot else 0
    tied = bool(ballot and ballot.outcome is None)
    found: Reckoned = {
        "forvantat.rostande": ("antal röstberättigade", electorate, "VOTE-08"),
        "forvantat.ordforande": ("vem som leder ärendet", first.presiding, "VOTE-17"),
        "forvantat.ej_rostberattigad": ("jäviga", sorted(first.recused), "JAV-01"),
        "forvantat.ersattare_for_javig_finns": ("ersättare för den jävige", bool(first.stands), "SUB-01"),
        "forvantat.lika": ("lika röstetal", tied, "VOTE-06"),
        "forvantat.utslagsrost_kravs": ("utslagsröst behövs", tied, "VOTE-06"),
        "forvantat.narvarande": ("antal närvarande", played.present, "CONV-03"),
        "forvantat.antal_omrostningar": ("antal omröstningar", len(played.held), "VOTE-03"),
        "forvantat.troskel": ("en tredjedel av de närvarande", a_third(played.present), "CONV-03"),
        "forvantat.minoritet_racker": (
            "om en tredjedel begärde återremiss",
            [h.question.how == "minority" for h in played.held if h.step.purpose in ("referral", "postponement")],
            "ITEM-11",
        ),
    }
    if played.reserved:
        found["forvantat.reservation_antecknas"] = ("reservationen antecknas", all(played.reserved.values()), "MIN-01")
    return found | _of_the_winner(inputs, played)


def _of_the_winner(inputs: Inputs, played: Played) -> Reckoned:
    found: Reckoned = {}
    for held in played.held:
        match held.step.purpose:
            case "main":
                found["utfall.vinnare"] = ("vilket förslag som antas", held.winner, _rule_of(held))
                how = {"casting_vote": "utslagsröst", "vote": "omröstning"}.get(held.question.how or "", "")
                found["utfall.avgjort_genom"] = ("hur det avgjordes", how, _rule_of(held))
            case "counter":
                found["forvantat.motforslag"] = ("vilket förslag som blir motförslag", held.winner, "VOTE-11")
            case "addition":
                verdict, _, label = held.winner.partition(" ")
                found[f"utfall.tillagg.{label}"] = ("tilläggsyrkandet", verdict, _rule_of(held))
            case "referral" if held.question.how == "minority":
                found["utfall.forsta"] = ("ärendets första behandling", "återremiss genom minoritet", "ITEM-11")
            case _:
                pass
    if any(held.step.purpose == "counter" for held in played.held):
        put = {side for held in played.held for side in (held.step.yes, held.step.no)}
        out = [step.label for step in inputs.steps if step.what == "motion" and step.label not in put]
        found["forvantat.utslagna_utan_votering"] = ("förslag som inte kom till omröstning", out, "VOTE-11")
    return found


def _of_thresholds(path: str, played: Played) -> Reckoned:
    """Reckon what stands in the path itself: a third of 81, whether vote 2 reached it, a decision with 8 of 39."""
    if found := re.fullmatch(r"forvantat\.minoritetstroskel_vid_(\d+)", path):
        return {path: ("en tredjedel av de närvarande", a_third(int(found[1])), "CONV-03")}
    if found := re.fullmatch(r"forvantat\.omrostning(\d+)_minoritet_racker", path):
        number = int(found[1]) - 1
        if number < len(played.held):
            return {path: ("minoriteten räcker", played.held[number].question.how == "minority", "ITEM-11")}
    if found := re.fullmatch(r"forvantat\.beslut_med_(\d+)_av_(\d+)", path):
        enough = any(
            max(held.question.ballot.sums[:2]) == int(found[1]) and held.question.ballot.present == int(found[2])
            for held in played.held
            if held.question.ballot and held.question.ballot.sums and held.question.settled
        )
        return {path: ("beslut med så få röster", enough, "VOTE-05")}
    return {}


def _of_dates(inputs: Inputs) -> Reckoned:
    posted = next((step.day for step in inputs.steps if step.what == "posted" and step.day), None)
    if posted is None:
        return {}
    last = three_weeks_from(posted)
    down = last + timedelta(days=1)
    return {
        "forvantat.sista_overklagandedag": ("sista dag att överklaga", last.isoformat(), "CONV-06"),
        "forvantat.anslag_ned": ("första dag anslaget får tas ned", down.isoformat(), "PUB-06"),
        "forvantat.dagar_uppe": ("dagar på anslagstavlan", (down - posted).days, "PUB-06"),
    }


def why_not(path: str, inputs: Inputs, played: Played) -> str:
    """Say in Swedish why a recorded outcome has nothing reckoned beside it."""
    whats = {step.what for step in inputs.steps}
    if played.stopped:
        return f"Motorn stannade vid händelse {played.stopped[0]}: {played.stopped[1]}"
    if path.endswith(("ordforanden_finner", "ordforanden_fann")):
        return "Vad ordföranden finner vid acklamation är en iakttagelse, ingen uträkning."
    if "besked" in path:
        return "Det som ska jämföras är ordförandens besked, som självt är ett utfall."
    if path.startswith("utfall.") and played.held:
        return "Avgjort med acklamation eller skrivet i fri text; ingen omröstning att räkna."
    if "lists" in whats:
        return "Proportionella val räknas inte av motorn än."
    if "election" in whats:
        return "Personval med slutna sedlar räknas inte av motorn än."
    if not played.held and "posted" not in whats:
        return "Källan har ingen omröstning att köra; regler för distans prövas inte av motorn än."
    return "Fri text, eller något som källan antecknar utan att det följer av händelserna."
