"""Every string that a person can be shown has its English, with the same facts in it."""

import re

from django.utils import translation

from radslag.site import catalogue

FACT = re.compile(r"%\(\w+\)[sd]|\{[^}]*\}")


def test_every_message_has_its_english():
    assert not catalogue.missing(), "run: make translations"


def test_a_translation_tells_the_same_facts():
    differ = []
    for message in catalogue.read():
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        asked = message.id if isinstance(message.id, tuple) else (message.id,)
        if asked[0] and set(FACT.findall(asked[-1])) != set(FACT.findall(said[-1])):
            differ.append(asked[0])
    assert not differ


def test_nothing_stands_in_the_catalogue_that_is_shown_nowhere():
    known = {message if isinstance(message, str) else message[0] for message in catalogue.messages()}
    there = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue.read() if message.id}
    assert not there - known, "run: make translations"


def test_the_interface_speaks_english_when_asked():
    with translation.override("en"):
        assert translation.gettext("Begär ordet") == "Request the floor"
    with translation.override("sv"):
        assert translation.gettext("Begär ordet") == "Begär ordet"
