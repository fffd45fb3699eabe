"""What is asked when a roster is read in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

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
