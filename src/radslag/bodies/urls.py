"""The addresses of organisations, counties and bodies."""

from django.urls import path

from radslag.bodies import filling, setting_up, views

urlpatterns = [
    path("id/<str:key>", views.identity, name="identity"),
    path("id/<str:key>/", views.identity),
    path("kommun/<str:code>/", views.municipality, name="municipality"),
    path("region/<str:code>/", views.region, name="region"),
    path("lan/<str:code>/", views.county, name="county"),
    path("samverkansregion/<str:code>/", views.healthcare_region, name="healthcare_region"),
    path("myndighet/<str:key>/", views.agency, name="agency"),
    path("forbund/<uuid:id>/", views.federation, name="federation"),
    path("organ/<uuid:id>/", views.body, name="body"),
    path("organ/<uuid:id>/andra/", setting_up.change, name="change_body"),
    path("organ/nytt/<uuid:owner>/", setting_up.set_up, name="set_up_body"),
    path("organ/<uuid:id>/forteckning/", filling.fill, name="fill"),
    path("organ/<uuid:id>/forteckning/mall.<str:form>", filling.template, name="roster_template"),
    path("kommuner/", views.municipalities, name="municipalities"),
    path("myndigheter/", views.agencies, name="agencies"),
    path("kallor/", views.sources, name="sources"),
    path("sok/", views.search, name="search"),
]
