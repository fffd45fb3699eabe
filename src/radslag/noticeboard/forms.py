"""What is asked for when something is posted by hand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from radslag.noticeboard.kinds import STARTS_APPEAL, WORDS, Kind


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"})


class NewPosting(forms.Form):
    """Something to post. Minutes of meetings held here are posted by themselves."""

    kind = forms.ChoiceField(
        label=_("Vad som anslås"), choices=[(kind.value, words) for kind, words in WORDS.items()],
        help_text=_("Annat får inte stå på anslagstavlan. KL 8 kap. 10 och 11 §§"),
    )  # fmt: skip
    title = forms.CharField(label=_("Rubrik"), max_length=300)
    text = forms.CharField(label=_("Text"), required=False, widget=forms.Textarea(attrs={"rows": 5}))
    link = forms.URLField(label=_("Länk"), required=False, assume_scheme="https")
    held_at = forms.CharField(
        label=_("Var protokollet finns"), max_length=200, required=False, help_text=_("Krävs för justerat protokoll.")
    )
    meeting_on = forms.DateField(label=_("Sammanträdesdag"), required=False, widget=_day())
    approved_on = forms.DateField(label=_("Justerat den"), required=False, widget=_day())
    stands_until = forms.DateField(
        label=_("Står till och med"), required=False, widget=_day(),
        help_text=_("Räknas ut av sig självt för det som kan överklagas."),
    )  # fmt: skip

    def clean_kind(self) -> Kind:
        """Give the kind as one of those the law lets stand there."""
        return Kind(self.cleaned_data["kind"])

    def clean(self) -> dict[str, Any]:
        """Say which fields each kind needs."""
        given = super().clean() or {}
        kind = given.get("kind")
        if kind is Kind.APPROVED_MINUTES:
            for name in ("held_at", "meeting_on", "approved_on"):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, _("Behövs för att tillkännage justerat protokoll. KL 8 kap. 12 §"))
        if kind and kind not in STARTS_APPEAL and not given.get("stands_until") and "stands_until" not in self.errors:
            self.add_error("stands_until", _("Skriv till vilken dag det ska stå."))
        return given
