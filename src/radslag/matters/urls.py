"""The addresses of the register of matters."""

from __future__ import annotations

from django.urls import path

from radslag.matters import views

urlpatterns = [
    path("arenden/", views.matters, name="matters"),
    path("arenden/nytt/<uuid:owner>/", views.new_matter, name="new_matter"),
    path("arende/<uuid:id>/", views.matter, name="matter"),
    path("arende/<uuid:id>/andra/", views.change_matter, name="change_matter"),
    path("arende/<uuid:id>/handling/", views.new_document, name="new_document"),
    path("handling/<uuid:id>/", views.document, name="document"),
]
