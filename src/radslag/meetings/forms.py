"""Forms of planning: a meeting, an item."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from radslag.meetings.calling import STOCKHOLM
from radslag.meetings.models import AgendaItem, Meeting


class PlanForm(forms.Form):
    """When and where a body meets. The mode is chosen here and never again."""

    body = forms.UUIDField()
    day = forms.DateField(label=_("Dag"))
    time = forms.TimeField(label=_("Tid"))
    place = forms.CharField(label=_("Plats"), max_length=200)
    mode = forms.ChoiceField(label=_("Slag"), choices=Meeting.Mode.choices)
    first_paragraph = forms.IntegerField(label=_("Första paragraf"), min_value=1, required=False)

    def clean(self) -> dict[str, Any]:
        """Put day and time together in Swedish time."""
        said: dict[str, Any] = super().clean() or {}
        if "day" in said and "time" in said:
            said["starts_at"] = datetime.combine(said["day"], said["time"], STOCKHOLM)
        return said


class ItemForm(forms.Form):
    """An item on the agenda: of a matter that exists, or a new one by its title."""

    matter = forms.UUIDField(required=False)
    title = forms.CharField(max_length=300, required=False)
    kind = forms.ChoiceField(choices=AgendaItem.Kind.choices)
    summary = forms.CharField(max_length=4000, required=False)
    proposal = forms.CharField(max_length=6000, required=False)
    exercise_of_authority = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two ways."""
        said: dict[str, Any] = super().clean() or {}
        if not said.get("matter") and not said.get("title"):
            self.add_error("title", _("Skriv en rubrik, eller välj ett ärende i listan."))
        return said


class WordsForm(forms.Form):
    """The words of an item that is on the agenda already."""

    kind = forms.ChoiceField(choices=AgendaItem.Kind.choices)
    summary = forms.CharField(max_length=4000, required=False)
    proposal = forms.CharField(max_length=6000, required=False)
