"""At the start, the live path is told whom to ask about persons and devices."""

from __future__ import annotations

from django.apps import AppConfig


class People(AppConfig):
    """Persons, sign-in, devices."""

    name = "radslag.people"

    def ready(self) -> None:
        """Let each process learn of closed accounts and takeovers from the registers."""
        from radslag.live.hub import hub
        from radslag.people.unwelcome import unwelcome

        hub.door.ask(unwelcome)
