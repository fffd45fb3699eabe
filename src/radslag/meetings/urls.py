"""The addresses of meetings."""

from __future__ import annotations

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from radslag.meetings import planning_views, room_views, views


class RoomPage(StringConverter):
    """The pages of the room, and no other word, so that other domains may add pages beside them."""

    regex = "|".join(room_views.PAGES)


register_converter(RoomPage, "room")

urlpatterns = [
    path("moten/", views.meeting_list, name="meetings"),
    path("moten/ny/", planning_views.plan, name="plan"),
    path("mote/<uuid:meeting>/", views.meeting, name="meeting"),
    path("mote/<uuid:meeting>/kalender.ics", views.calendar, name="calendar"),
    path("mote/<uuid:meeting>/planera/", planning_views.agenda, name="planning"),
    path("mote/<uuid:meeting>/planera/nytt/", planning_views.add_item, name="add_item"),
    path("mote/<uuid:meeting>/planera/<uuid:item>/<slug:what>/", planning_views.change_item, name="change_item"),
    path("mote/<uuid:meeting>/gor/<slug:act>/", room_views.act, name="act"),
    path("mote/<uuid:meeting>/biljett/", room_views.room_ticket, name="room_ticket"),
    path("mote/<uuid:meeting>/<room:page>/", room_views.surface, name="room"),
]
