"""What is asked when a body is set up and when its roster is read in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from radslag.bodies.rows import BodyRow, KindRow
from radslag.bodies.sheet import LARGEST


class RosterForm(forms.Form):
    """A file, or the rows as text when they are being mended, and the day the roster holds from."""

    on = forms.DateField(
        label=_("Gäller från"),
        widget=forms.DateInput(attrs={"type": "date", "class": "in", "aria-describedby": "on-hint"}),
    )
    file = forms.FileField(
        label=_("Fil, CSV eller XLSX"),
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"class": "in", "accept": ".csv,.xlsx,.txt", "aria-describedby": "file-hint"}),
    )
    rows = forms.CharField(
        label=_("Rader"),
        required=False,
        max_length=LARGEST,
        strip=False,
        widget=forms.Textarea(attrs={"class": "in rows", "rows": 14, "spellcheck": "false", "wrap": "off"}),
    )


class BodyForm(forms.Form):
    """What a body is, what it is called and how many seats it has."""

    kind = forms.ChoiceField(label=_("Slag"), widget=forms.Select(attrs={"class": "in"}))
    name = forms.CharField(label=_("Namn"), max_length=160, widget=forms.TextInput(attrs={"class": "in"}))
    seats = forms.IntegerField(
        label=_("Antal ledamöter"),
        min_value=1,
        max_value=400,
        help_text=_(
            "Fullmäktige ska ha ett udda antal, minst 21 (KL 5 kap. 5 §). Styrelsen ska ha minst fem (6 kap. 16 §)."
        ),
        widget=forms.NumberInput(attrs={"class": "in"}),
    )
    parent = forms.ChoiceField(
        label=_("Del av"),
        required=False,
        help_text=_("Ett utskott är del av sin nämnd."),
        widget=forms.Select(attrs={"class": "in"}),
    )

    def __init__(self, *args: Any, bodies: Sequence[BodyRow], kinds: Sequence[KindRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.id, kind.name) for kind in kinds]  # type: ignore[attr-defined]
        within = [(str(body.id), body.name) for body in bodies]
        self.fields["parent"].choices = [("", _("Inget")), *within]  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        """Give what was answered, as the register takes it."""
        parent = self.cleaned_data["parent"]
        return self.cleaned_data | {"parent": UUID(parent) if parent else None}
