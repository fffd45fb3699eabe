"""The addresses of the noticeboards."""

from __future__ import annotations

from django.urls import path

from radslag.noticeboard import views

urlpatterns = [
    path("anslagstavla/", views.boards, name="boards"),
    path("anslagstavla/<str:key>/", views.board, name="board"),
    path("anslagstavla/<str:key>/atom.xml", views.feed, name="board_feed"),
    path("anslagstavla/<str:key>/nytt/", views.new_posting, name="new_posting"),
    path("anslag/<uuid:id>/", views.posting, name="posting"),
    path("anslag/<uuid:id>/bevis/", views.proof, name="posting_proof"),
    path("anslag/<uuid:id>/ta-ned/", views.take_down, name="take_down_posting"),
]
