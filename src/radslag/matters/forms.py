"""What is asked for when a matter is registered or changed, and when a document is added."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from radslag.matters.origins import WORDS, Origin
from radslag.publicity.rules import Mark

MARKS = [
    (Mark.OPEN.value, _("Öppet")),
    (Mark.SECRET.value, _("Sekretess")),
]


class Marked(forms.Form):
    """The part of a form that says who may see the thing."""

    mark = forms.ChoiceField(label=_("Får ses av"), choices=MARKS)
    section = forms.CharField(
        label=_("Sekretessbestämmelse"), max_length=60, required=False, help_text=_("Till exempel OSL 26 kap. 1 §.")
    )
    public_title = forms.CharField(
        label=_("Titel för andra"), max_length=300, required=False,
        help_text=_("Visas för dem som inte får se den fullständiga titeln. Får inte röja något."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A secret thing needs the section it rests on, and a title that others may see."""
        given = super().clean() or {}
        if given.get("mark") == Mark.SECRET.value:
            if not given.get("section"):
                self.add_error("section", _("Skriv vilken bestämmelse sekretessen vilar på. OSL 5 kap. 5 §"))
            if not given.get("public_title"):
                self.add_error("public_title", _("Skriv en titel som andra får se."))
        given["mark"] = Mark(given["mark"]) if given.get("mark") else None
        return given


class NewMatter(Marked):
    """A matter to register."""

    title = forms.CharField(label=_("Titel"), max_length=300)
    series = forms.RegexField(
        r"^[A-ZÅÄÖ]{1,8}$", label=_("Serie"), help_text=_("Bokstäverna i diarienumret, till exempel KS.")
    )
    origin = forms.ChoiceField(label=_("Vem som väckt ärendet"), choices=[(o.value, w) for o, w in WORDS.items()])
    prepared_by = forms.ChoiceField(label=_("Bereds av"), required=False)
    opened_on = forms.DateField(label=_("Inkom eller upprättades"), widget=forms.DateInput(attrs={"type": "date"}))
    field_order = ("title", "series", "origin", "prepared_by", "opened_on", "mark", "section", "public_title")

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["prepared_by"], bodies)

    def clean_origin(self) -> Origin:
        """Give the origin as one of ours."""
        return Origin(self.cleaned_data["origin"])


class ChangedMatter(Marked):
    """A matter's titles, mark, preparing body and status."""

    title = forms.CharField(label=_("Titel"), max_length=300)
    prepared_by = forms.ChoiceField(label=_("Bereds av"), required=False)
    status = forms.ChoiceField(label=_("Läge"), choices=[("open", _("Pågår")), ("closed", _("Avslutat"))])
    field_order = ("title", "prepared_by", "status", "mark", "section", "public_title")

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["prepared_by"], bodies)


class NewDocument(Marked):
    """A document to add."""

    title = forms.CharField(label=_("Titel"), max_length=300)
    content = forms.FileField(
        label=_("Fil"), help_text=_("PDF, Word, Excel, OpenDocument, text eller bild, högst 50 MB.")
    )
    received_on = forms.DateField(label=_("Inkom eller upprättades"), widget=forms.DateInput(attrs={"type": "date"}))
    field_order = ("title", "content", "received_on", "mark", "section", "public_title")


def _offer(field: forms.Field, bodies: list[tuple[str, str]]) -> None:
    field.choices = [("", _("Inget organ än")), *bodies]  # type: ignore[attr-defined]
