"""The addresses of minutes."""

from __future__ import annotations

from django.urls import path

from radslag.minutes import views, work_views

urlpatterns = [
    path("protokoll/", views.listing, name="minutes_list"),
    path("mote/<uuid:meeting>/protokoll/", views.published, name="minutes"),
    path("mote/<uuid:meeting>/protokoll/protokoll.pdf", views.paper, name="minutes_pdf"),
    path("mote/<uuid:meeting>/protokoll/protokoll.json", views.data, name="minutes_json"),
    path("mote/<uuid:meeting>/protokoll/<int:number>/", views.paragraph, name="minutes_paragraph"),
    path("mote/<uuid:meeting>/protokoll/<int:number>/omrostning/<int:question>/", views.explained, name="minutes_vote"),
    path("mote/<uuid:meeting>/protokoll/arbete/", work_views.draft, name="minutes_draft"),
    path("mote/<uuid:meeting>/protokoll/arbete/utkast.pdf", work_views.draft_paper, name="minutes_draft_pdf"),
    path("mote/<uuid:meeting>/protokoll/arbete/skicka/", work_views.send, name="minutes_send"),
    path("mote/<uuid:meeting>/protokoll/arbete/ta-tillbaka/", work_views.withdraw, name="minutes_withdraw"),
    path("mote/<uuid:meeting>/protokoll/arbete/anslag/", work_views.publish, name="minutes_publish"),
    path("mote/<uuid:meeting>/protokoll/justera/", work_views.approve, name="minutes_approve"),
]
