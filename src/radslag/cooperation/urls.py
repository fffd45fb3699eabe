"""The addresses of cooperation."""

from django.urls import path

from radslag.cooperation import views

urlpatterns = [
    path("samverkan/", views.systems, name="systems"),
    path("samverkan/s/<str:id>/", views.system, name="system"),
]
