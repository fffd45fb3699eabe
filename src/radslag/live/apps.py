"""Sign-out reaches the open streams."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "radslag.live"

    def ready(self) -> None:
        """Close the streams of a session the moment it is signed out."""
        from django.contrib.auth.signals import user_logged_out

        user_logged_out.connect(_signed_out, dispatch_uid="radslag.live")


def _signed_out(request: Any, **_: object) -> None:
    from radslag.live.hub import hub

    if (session := getattr(request, "session", None)) is not None and session.session_key:
        hub.close_session(session.session_key)
