"""The pages that anyone may read: approved minutes, one paragraph, one vote explained, the file and the data."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from radslag.meetings import recording
from radslag.minutes import as_data, explaining, opening, papers, read, typeset, words
from radslag.minutes.assembling import Shown
from radslag.people import read as people


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """List approved minutes."""
    found = read.approved(people.asker_of(request))
    return render(request, "minutes/list.html", {"listed": found})


@require_GET
def published(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Show the approved minutes, or say that they are not approved yet."""
    asking = people.asker_of(request)
    shown = read.minutes(meeting, asking)
    if shown is not None and shown.approved:
        opening.note_closed(shown, asking, timezone.now())
        return render(request, "minutes/minutes.html", context(shown))
    record = recording.record(meeting, asking)
    if record is None:
        raise Http404
    more = {"record": record, "shown": shown, "secretary": read.is_secretary(record, asking)}
    return render(request, "minutes/not_yet.html", more)


@require_GET
def paragraph(request: HttpRequest, meeting: UUID, number: int) -> HttpResponse:
    """Show one paragraph: an extract of the minutes."""
    shown = _approved(request, meeting)
    found = next((one for one in shown.contents.paragraphs if one.number == number), None)
    if found is None:
        raise Http404
    return render(request, "minutes/paragraph.html", context(shown, paragraph=found))


@require_GET
def explained(request: HttpRequest, meeting: UUID, number: int, question: int) -> HttpResponse:
    """Explain one vote: what was needed, why, and what the answer was."""
    shown = _approved(request, meeting)
    item = next((one for one in shown.record.items if one.paragraph == number), None)
    asked = next((one for one in (item.questions if item else ()) if one.number == question and one.voted), None)
    if item is None or asked is None:
        raise Http404
    picture = explaining.explain(asked, shown.record)
    return render(request, "minutes/vote.html", context(shown, item=item, question=asked, why=picture))


@require_GET
def paper(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Give the stamped file."""
    _approved(request, meeting)
    found = read.paper(meeting, people.asker_of(request))
    if found is None:
        raise Http404
    name, content = found
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_GET
def data(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Give the minutes and the record as JSON."""
    shown = _approved(request, meeting)
    answer = HttpResponse(as_data.encoded(shown.contents, shown.record), content_type="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="{papers.name_of(shown.contents, "json")}"'
    return answer


def context(shown: Shown, **more: object) -> dict[str, object]:
    """Give what every page of minutes needs: the contents, and the words for votes and ways of signing in."""
    return {
        "shown": shown,
        "minutes": shown.contents,
        "facts": typeset.facts(shown.contents),
        "choice_words": words.CHOICES,
        "method_words": words.METHODS,
        **more,
    }


def _approved(request: HttpRequest, meeting: UUID) -> Shown:
    asking = people.asker_of(request)
    shown = read.minutes(meeting, asking)
    if shown is None or not shown.approved:
        raise Http404
    opening.note_closed(shown, asking, timezone.now())
    return shown
