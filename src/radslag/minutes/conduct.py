"""The one door for what happens to minutes: draft, approval, stamp and posting."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from django.utils import timezone
from typst import TypstError

from radslag.log import read as log_read
from radslag.log.clerk import Act, AlreadyBorn, Clerk, OtherContent, clerk
from radslag.log.entry import Envelope, Mode, Stream
from radslag.log.texts import Text, new_text
from radslag.meetings import recording
from radslag.meetings.record import MeetingRecord
from radslag.minutes import as_data, assembling, checklist, papers, read, stamp, typeset, words
from radslag.minutes.decider import MinutesDecider
from radslag.minutes.engine import commands as c
from radslag.minutes.engine.events import Section
from radslag.minutes.engine.misplaced import Misplaced
from radslag.minutes.engine.state import Minutes
from radslag.minutes.models import ApprovedMinutes
from radslag.noticeboard import conduct as noticeboard
from radslag.noticeboard.kinds import Kind
from radslag.publicity.asker import PUBLIC, Asker

log = logging.getLogger(__name__)

Office = Literal["secretary", "approver"]

_taught: list[Clerk] = []
"""The clerk that knows how minutes are kept: the one of this process."""

INSTALLATION = "installation"
"""Stands in the envelope when the installation itself stamps and posts what persons have approved."""


@dataclass(frozen=True)
class Hand:
    """Whose act it is: who asks, from which device, when, and the key that makes a second sending one act."""

    asking: Asker
    at: datetime
    key: str
    device: str | None = None

    @property
    def person(self) -> str:
        """The person's id. Raises ``PermissionError`` for the public."""
        if self.asking.person is None:
            raise PermissionError
        return self.asking.person


def save(meeting: str, prose: Mapping[tuple[Section, str | None], str], hand: Hand) -> None:
    """Keep prose beside the record; passages that read as before are left out. Raises ``Misplaced``."""
    record = _record(meeting)
    known = _known(meeting)
    written = {key: new_text(body) for key, body in prose.items() if body != known.get(key, "")}
    passages = tuple(c.Passage(section, item, text.id) for (section, item), text in written.items())
    if passages:
        _ask(record, c.SaveDraft(passages), hand, tuple(written.values()))


def ask_correction(meeting: str, words: str, item: str | None, hand: Hand) -> None:
    """Ask the secretary for a change. Only those who work on the draft may. Raises ``Misplaced``."""
    text = new_text(words)
    _ask(_record(meeting), c.AskCorrection(item, text.id), hand, (text,))


def send(meeting: str, hand: Hand) -> None:
    """Send the minutes to chair and adjusters. Raises ``Refused`` when a part that the law asks for is missing."""
    record = _record(meeting)
    contents = assembling.shown(record, assembling.state_of(meeting)).contents
    _ask(record, checklist.asks_to_send(record, contents, as_data.digest(contents)), hand)


def withdraw(meeting: str, hand: Hand) -> None:
    """Take the minutes back from those who approve, to go on working. Raises ``Misplaced``."""
    _ask(_record(meeting), c.Withdraw(), hand)


def reject(meeting: str, words: str, hand: Hand) -> None:
    """Send the minutes back to the secretary with a reason. Raises ``Misplaced``."""
    text = new_text(words)
    _ask(_record(meeting), c.Reject(text.id), hand, (text,))


def approve(meeting: str, content: str, method: str, signed_in_at: datetime | None, hand: Hand) -> None:
    """Approve what was read; after the last approval the file is stamped and the approval posted at once.

    Raises ``Misplaced``. That the file could not be made never undoes an approval: the secretary can try again.
    """
    record = _record(meeting)
    _ask(record, c.Approve(content, method, signed_in_at), hand)
    try:
        publish(meeting, at=hand.at)
    except (TypstError, OSError, Misplaced, OtherContent) as fault:
        log.error("minutes approved but not published", extra={"meeting": meeting, "fault": type(fault).__name__})


def publish(meeting: str, *, at: datetime) -> None:
    """Stamp the minutes that everyone has approved and post them on the noticeboard; what is done is left as it is."""
    for stage, step in (("approved", _stamp), ("stamped", _post)):
        state = assembling.state_of(meeting)
        if state.stage != stage:
            continue
        try:
            step(meeting, state, at)
        except (Misplaced, OtherContent):
            # The last two to approve came at the same time: the other one's stamp is as good.
            if assembling.state_of(meeting).stage == stage:
                raise


def _stamp(meeting: str, state: Minutes, at: datetime) -> None:
    record = _record(meeting, state.number)
    shown = assembling.shown(record, state)
    if record.seal != state.seal or as_data.digest(shown.contents) != state.content:
        raise Misplaced(
            "Protokollet säger inte längre det som justerades.",
            "Be driften köra radslag verify. Är journalen hel, ta tillbaka protokollet och skicka det igen.",
        )
    stamp.make_key(papers.keys(), record.organisation)
    stamped = [_paper(shown, state, record)]
    public = recording.record(meeting, PUBLIC, up_to=state.number)
    closed = public is not None and any(item.hidden for item in public.items)
    if closed and public:
        stamped.append(_paper(assembling.shown(public, state), state, record))
    digests = [papers.keep(meeting, one) for one in stamped]
    asked = c.Stamp(digests[0], digests[1] if closed else None, stamp.fingerprint(papers.keys()))
    _ask_as_installation(record, asked, at)
    ApprovedMinutes.objects.update_or_create(
        meeting=meeting,
        defaults={
            "owner": record.owner, "body": record.body_id or record.owner, "mode": record.mode,
            "body_name": record.body, "meeting_date": record.meeting_date, "span": shown.contents.span[:80],
            "approved_on": timezone.localdate(state.approved_at or at),
        },
    )  # fmt: skip


def _paper(shown: assembling.Shown, state: Minutes, record: MeetingRecord) -> bytes:
    plain = typeset.pdf(shown.contents, dated=state.approved_at or timezone.now())
    return stamp.stamped(plain, papers.keys(), place=record.organisation)


def _post(meeting: str, state: Minutes, at: datetime) -> None:
    record = _record(meeting, state.number)
    address = f"/mote/{meeting}/protokoll/"
    available = f"myndighetens webbplats, {address}"
    approved_on = timezone.localdate(state.approved_at or at)
    mark = f"{words.MARKS[record.mode]}: " if record.mode != "sharp" else ""
    posting = noticeboard.post(
        owner=record.owner, kind=Kind.APPROVED_MINUTES, mode=_mode(record), at=at, by=None, body=record.body_id or None,
        subject=meeting, key=f"minutes/{meeting}", link=address, held_at=available, meeting_on=record.meeting_date,
        approved_on=approved_on,
        title=f"{mark}Justerat protokoll, {record.body} {words.day(record.meeting_date)}",
        text=f"Protokollet justerades {words.day(approved_on)} och finns på {available}.",
    )  # fmt: skip
    posted_on = timezone.localdate(at)
    _ask_as_installation(record, c.Post(posting, posted_on, available), at)
    ApprovedMinutes.objects.filter(meeting=meeting).update(posted_on=posted_on, posting=posting)


def _ask(record: MeetingRecord, command: c.Command, hand: Hand, texts: tuple[Text, ...] = ()) -> None:
    """Hand a person's command to the clerk. Raises what ``decide`` raises, and ``PermissionError`` for outsiders."""
    if read.is_secretary(record, hand.asking):
        office: Office = "secretary"
    elif read.is_approver(record, assembling.state_of(record.meeting), hand.asking):
        office = "approver"
    else:
        raise PermissionError
    if isinstance(command, c.Approve | c.Reject):
        office = "approver"
    envelope = Envelope(hand.person, None, hand.device, timezone.now(), hand.at, hand.key)
    _submit(record, command, c.Actor(hand.person, office), envelope, texts)


def _ask_as_installation(record: MeetingRecord, command: c.Stamp | c.Post, at: datetime) -> None:
    key = f"{type(command).__name__}/{assembling.state_of(record.meeting).round}"
    envelope = Envelope(INSTALLATION, None, None, timezone.now(), at, key)
    _submit(record, command, c.Actor(INSTALLATION, "installation"), envelope)


def _submit(
    record: MeetingRecord, command: c.Command, actor: c.Actor, envelope: Envelope, texts: tuple[Text, ...] = ()
) -> None:
    """Enter the act; the stream is born with the meeting's owner and mode at its first act."""
    keeper = clerk()
    if keeper not in _taught:
        keeper.serve(MinutesDecider())
        _taught[:] = [keeper]
    stream = assembling.stream_of(record.meeting)
    if log_read.birth(stream) is None:
        with suppress(AlreadyBorn):
            keeper.give_birth(Stream(stream, record.owner, _mode(record), "minutes", envelope.recorded_at))
    keeper.submit(Act(stream, command, actor, envelope, texts)).result()


def _record(meeting: str, up_to: int | None = None) -> MeetingRecord:
    record = recording.whole(meeting, up_to=up_to)
    if record is None:
        raise Misplaced("Mötet har ingen journal än.", "Protokollet skrivs när mötet har öppnats.")
    return record


def _mode(record: MeetingRecord) -> Mode:
    return cast("Mode", record.mode)


def _known(meeting: str) -> dict[tuple[Section, str | None], str]:
    """Give the prose as it stands."""
    prose = assembling.state_of(meeting).prose
    texts = log_read.texts(prose.values())
    return {key: texts.get(text, "") for key, text in prose.items()}
