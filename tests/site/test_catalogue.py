"""The English catalogue says everything that the Swedish interface says, and nothing else."""

import re

import pytest
from django.utils import translation

from radslag.site import catalogue

PLACES = re.compile(r"%\(\w+\)[sd]|\{\w*(?::[^}]*)?\}")


@pytest.fixture(scope="module")
def english():
    return catalogue.kept()


def strings(said):
    return (said,) if isinstance(said, str) else tuple(said or ("",))


def test_the_catalogue_holds_what_is_shown_now(english):
    shown = {(sentence, context) for sentence, context, _file, _line in catalogue.gathered()}
    kept = {(message.id, message.context) for message in english if message.id}
    assert not shown - kept, "run `make translations`, and translate what it names"
    assert not kept - shown, "run `make translations`: these are shown no more"


def test_every_sentence_is_translated(english):
    assert not [message.id for message in english if message.id and not all(strings(message.string))]
    assert not [message.id for message in english if message.id and message.fuzzy]


def test_a_translation_has_the_places_of_its_sentence(english):
    def places(words):
        return {place for word in strings(words) for place in PLACES.findall(word)}

    assert not [message.id for message in english if message.id and places(message.id) != places(message.string)]


def test_a_citation_of_law_is_never_translated(english):
    def cited(words):
        return {one for word in strings(words) for one in re.findall(r"(?:KL|OSL) \d+ kap\. \d+", word)}

    assert not [message.id for message in english if message.id and cited(message.id) != cited(message.string)]


def test_the_interface_speaks_english_when_asked():
    catalogue.compile_()
    with translation.override("en"):
        assert translation.gettext("Begär ordet") == "Request the floor"
    with translation.override("sv"):
        assert translation.gettext("Begär ordet") == "Begär ordet"
