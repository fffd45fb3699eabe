"""The front page, and the pages of authorities and bodies, say what goes on now and what comes next."""

from datetime import timedelta

from django.utils import timezone

from radslag.bodies import demo
from radslag.meetings.models import Meeting


def a_meeting(key: str, *, stage: str, hours: int) -> Meeting:
    owner = demo.organisation_id(key.split("-", maxsplit=1)[0])
    at = timezone.now() + timedelta(hours=hours)
    return Meeting.objects.create(
        owner=owner,
        body=demo.body_id(key),
        mode="test",
        stage=stage,
        starts_at=at,
        place="Stadshuset",
        first_paragraph=1,
    )


def test_a_running_meeting_is_listed_as_going_on_and_a_coming_one_as_next(sweden):
    running = a_meeting("ekviken-kf", stage="open", hours=-1)
    coming = a_meeting("viken-rf", stage="called", hours=48)

    text = sweden.get("/").content.decode()

    now, upcoming = text.split("Nästa sammanträden")
    assert f"/mote/{running.pk}/" in now
    assert "Pågår" in now
    assert f"/mote/{coming.pk}/" in upcoming
    assert "Prov" in now
    assert "Inget sammanträde pågår" not in text


def test_without_meetings_it_says_so(sweden):
    assert "Inget sammanträde pågår" in sweden.get("/").content.decode()


def test_the_pages_of_the_authority_and_its_body_tell_of_them_too(sweden):
    coming = a_meeting("asbo-kf", stage="called", hours=48)

    for address in ("/kommun/9992/", f"/organ/{demo.body_id('asbo-kf')}/"):
        assert f"/mote/{coming.pk}/" in sweden.get(address).content.decode()
    other = sweden.get(f"/organ/{demo.body_id('asbo-ks')}/").content.decode()
    assert f"/mote/{coming.pk}/" not in other
    assert "Inget möte är planerat." in other
