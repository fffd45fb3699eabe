"""Meetings are judged and shown from the start of the process."""

from __future__ import annotations

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "radslag.meetings"

    def ready(self) -> None:
        """Register the room with the hub. The clerk gets to know meetings at the first act (``conduct``)."""
        from radslag.bodies import gatherings
        from radslag.live.hub import hub
        from radslag.meetings import gatherings as ours
        from radslag.meetings.room import Room

        hub.register(kind="meeting", room=Room())
        gatherings.use(ours.gatherings)
