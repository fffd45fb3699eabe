"""Reading in a roster: choose a file, see every row with what is wrong, mend it where it stands, confirm."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from openpyxl import Workbook

from radslag.bodies import conduct, read, sheet
from radslag.bodies.forms import RosterForm
from radslag.bodies.roster_check import TITLES, Checked, check
from radslag.people.read import asker_of

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: HttpRequest, id: UUID) -> HttpResponse:
    """Show the form; with a file or rows, show what it would do; with ``confirm`` and no errors, do it."""
    body = _body(request, id)
    form = RosterForm(request.POST or None, request.FILES or None, initial={"on": timezone.localdate()})
    page: dict[str, Any] = {
        "body": body,
        "form": form,
        "checked": None,
        "unreadable": "",
        "titles": TITLES,
        "iso_today": timezone.localdate().isoformat(),
    }
    if request.method != "POST" or not form.is_valid():
        return render(request, "bodies/fill.html", page)
    try:
        rows = _rows(form)
    except sheet.Unreadable as problem:
        return render(request, "bodies/fill.html", page | {"unreadable": str(problem)}, status=400)
    checked = _checked(rows, body, request)
    if checked.whole and "confirm" in request.POST:
        done = conduct.fill(body.id, checked.lines, on=form.cleaned_data["on"], by=asker_of(request), at=timezone.now())
        said = _("Inläst. %(taken)s platser tillsatta, %(left)s lämnade, %(kept)s oförändrade.")
        messages.success(request, said % {"taken": done.taken, "left": done.left, "kept": done.kept})
        return redirect(body.address)
    page |= {"checked": checked, "form": RosterForm({"on": request.POST["on"], "rows": sheet.to_text(rows)})}
    return render(request, "bodies/fill.html", page, status=200 if checked.whole else 422)


@require_safe
def template(request: HttpRequest, id: UUID, form: str) -> HttpResponse:
    """Give a file to fill in, with the seats as they are today."""
    body = _body(request, id)
    if form not in ("csv", "xlsx"):
        raise Http404
    roster = read.roster(body.id, timezone.localdate(), asker_of(request))
    rows = [
        {
            "roll": "ledamot" if seat.role == "member" else "ersättare",
            "namn": seat.name,
            "parti": seat.party,
            "ordning": str(seat.order),
            "presidium": TITLES.get(seat.presidium, ""),
        }
        for seat in roster.seats
    ]
    if form == "csv":
        content, kind = sheet.to_text(rows).encode("utf-8-sig"), "text/csv; charset=utf-8"
    else:
        content, kind = _workbook(rows), _SPREADSHEET
    answer = HttpResponse(content, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="forteckning.{form}"'
    return answer


def _body(request: HttpRequest, id: UUID) -> read.BodyRow:
    asking = asker_of(request)
    found = read.body(id, asking)
    if found is None:
        raise Http404
    if not read.may_fill(found.owner.id, found.id, asking):
        raise PermissionDenied
    return found


def _rows(form: RosterForm) -> sheet.Sheet:
    uploaded = form.cleaned_data["file"]
    if uploaded:
        if uploaded.size > sheet.LARGEST:
            return sheet.from_file(uploaded.name, b" " * (sheet.LARGEST + 1))
        return sheet.from_file(uploaded.name, uploaded.read())
    return sheet.from_text(form.cleaned_data["rows"])


def _checked(rows: sheet.Sheet, body: read.BodyRow, request: HttpRequest) -> Checked:
    known = [label for label, _name in read.parties(asker_of(request))]
    return check(rows, seats=body.seats, parties=known)


def _workbook(rows: list[dict[str, str]]) -> bytes:
    book = Workbook()
    page = book.active
    page.title = "Förteckning"
    page.append(list(sheet.COLUMNS))
    for row in rows:
        page.append([row[name] for name in sheet.COLUMNS])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()
