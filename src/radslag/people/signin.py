"""How people sign in: accounts are made by administrators, and nothing is congratulated."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest


class SignIn(DefaultAccountAdapter):
    """allauth's adapter with our decisions."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the shape is allauth's
        """Nobody makes an account alone."""
        return False

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Let only what went wrong be said; the page that follows shows what went well."""
        if level >= messages.WARNING:
            super().add_message(request, level, *args, **kwargs)
