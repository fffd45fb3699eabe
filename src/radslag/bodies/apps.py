"""At the start, people are told what authorities and bodies are called."""

from __future__ import annotations

from django.apps import AppConfig


class Bodies(AppConfig):
    """The registers of organisations and bodies."""

    name = "radslag.bodies"

    def ready(self) -> None:
        """Lend our names to the domain below."""
        from radslag.bodies.places import Known
        from radslag.people import places

        places.use(Known())
