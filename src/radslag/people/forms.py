"""What is asked for on the pages of accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

ROLE_WORDS = {
    "chair": _("Ordförande"),
    "secretary": _("Sekreterare"),
    "member": _("Ledamot"),
    "substitute": _("Ersättare"),
    "registrar": _("Registrator"),
    "administrator": _("Sköter konton"),
    "official": _("Handläggare"),
    "auditor": _("Revisor"),
}
"""What each role is called on the page."""

THEMES = {"": _("Ljust"), "sal": _("Mörkt, som i salen"), "kontrast": _("Hög kontrast")}


class Theme(forms.Form):
    """The look that a person chooses."""

    theme = forms.ChoiceField(choices=list(THEMES.items()), required=False)


class NewAccount(forms.Form):
    """A person and the account to sign in with."""

    name = forms.CharField(label=_("Namn"), max_length=200)
    user = forms.RegexField(
        r"^[a-z0-9._-]{2,60}$", label=_("Användarnamn"), help_text=_("Små bokstäver, siffror, punkt och bindestreck.")
    )
    protected = forms.BooleanField(label=_("Skyddade personuppgifter"), required=False)


class NewOffice(forms.Form):
    """A role in one body or in the whole authority."""

    role = forms.ChoiceField(label=_("Uppdrag"), choices=list(ROLE_WORDS.items()))
    body = forms.ChoiceField(label=_("I"), required=False)
    starts_on = forms.DateField(label=_("Från och med"), widget=forms.DateInput(attrs={"type": "date"}))
    ends_on = forms.DateField(
        label=_("Till och med"), required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Lämna tomt om det gäller tills vidare."),
    )  # fmt: skip

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [("", _("Hela myndigheten")), *bodies]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An office cannot end before it begins; a seat is always in a body."""
        given = super().clean() or {}
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Sista dagen ligger före den första."))
        if given.get("role") in {"chair", "member", "substitute"} and not given.get("body"):
            self.add_error("body", _("Välj vilket organ uppdraget gäller."))
        return given
