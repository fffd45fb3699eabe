"""Pages of organisations, counties and bodies; the search box; permanent addresses."""

import pytest

from radslag.bodies import demo, models


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/kommun/0980/", ["Gotland", "Kommun och region", "61\u00a0032", "Samverkansregion Stockholm"]),
        ("/region/09/", ["Gotland", "0980"]),
        ("/region/13/", ["Region Halland", "Falkenberg, Kungsbacka, Varberg", "Halmstad, Hylte, Laholm"]),
        ("/kommun/1380/", ["Halmstad", "Samverkansregion Lund/Malmö", "Styrsignalsöversikten"]),
        ("/kommun/9991/", ["Ekviken", "Påhittad, för prov", "Kommunfullmäktige", "Region Viken"]),
        ("/lan/14/", ["Västra Götalands län", "49 kommuner", "Länsstyrelsen i Västra Götalands län"]),
        ("/samverkansregion/GBG/", ["förslag, SOU 2024:43 — frivilligt", "Västra Götalandsregionen"]),
        ("/kommuner/", ["Upplands Väsby", "Region Norrbotten", "Samverkansregion Umeå"]),
        ("/myndigheter/", ["456", "Boverket", "Alingsås tingsrätt", "Länsstyrelsen i Skåne län"]),
        ("/kallor/", ["Hälso- och sjukvårdsförordningen (2017:80) 3 kap. 1 §"]),
    ],
)
def test_a_page_says_what_it_is_about(sweden, address, says):
    text = page(sweden, address)

    for words in says:
        assert words in text


def test_a_county_board_carries_the_badge_of_the_proposed_council(sweden):
    board = models.Organisation.objects.get(organisation_number="202100-2247")

    assert "förslag, SOU 2024:43 — frivilligt" in page(sweden, f"/myndighet/{board.pk}/")


def test_a_body_shows_its_seats_presidium_and_substitutes_in_order(sweden):
    text = page(sweden, f"/organ/{demo.body_id('ekviken-kf')}/")

    assert "49 platser" in text
    assert text.count('class="s-in"') == 49
    assert "1:e vice ordförande" in text
    assert "Ersättare i tur" in text


@pytest.mark.parametrize(
    ("key", "leads_to"),
    [
        (str(demo.body_id("ekviken-kf")), f"/organ/{demo.body_id('ekviken-kf')}/"),
        (str(demo.organisation_id("ekviken")), "/kommun/9991/"),
        ("0980", "/kommun/0980/"),
        ("13", "/region/13/"),
    ],
)
def test_a_permanent_address_leads_to_the_page(sweden, key, leads_to):
    assert sweden.get(f"/id/{key}").headers["Location"] == leads_to


def test_an_organisation_number_leads_to_its_organisation_with_or_without_the_hyphen(sweden):
    board = models.Organisation.objects.get(organisation_number="202100-2247")

    for number in ("202100-2247", "2021002247"):
        assert sweden.get(f"/id/{number}").headers["Location"] == f"/myndighet/{board.pk}/"
        assert sweden.get(f"/myndighet/{number}/").headers["Location"] == f"/myndighet/{board.pk}/"


def test_a_number_that_courts_share_lists_them_all(sweden):
    assert "Alingsås tingsrätt" in page(sweden, "/id/202100-2742")


def test_every_organisation_area_and_body_has_an_address_that_answers(sweden):
    for table in (models.Organisation, models.Area, models.Body):
        for key in table.objects.values_list("pk", flat=True)[::40]:
            assert page(sweden, sweden.get(f"/id/{key}").headers["Location"])


@pytest.mark.parametrize("address", ["/id/nothing", "/id/0000", "/kommun/0001/", "/lan/99/", "/id/202100-0000"])
def test_what_does_not_exist_is_not_found(sweden, address):
    assert sweden.get(address).status_code == 404


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("gotland", "/kommun/0980/"),
        ("Östersund", "/kommun/2380/"),
        ("ostersund", "/kommun/2380/"),
        ("OSTERSUND", "/kommun/2380/"),
        ("upplands vasby", "/kommun/0114/"),
        ("Upplands-Väsby", "/kommun/0114/"),
        ("region halland", "/region/13/"),
        ("hallands lan", "/lan/13/"),
        ("0980", "/kommun/0980/"),
        ("ekvikens kommun", "/kommun/9991/"),
    ],
)
def test_a_search_that_can_mean_one_thing_leads_there(sweden, typed, leads_to):
    answer = sweden.get("/sok/", {"q": typed})

    assert answer.headers.get("Location") == leads_to


def test_a_prefix_lists_what_begins_so_municipalities_first(sweden):
    text = page(sweden, "/sok/?q=hal")

    assert text.index("Hallsberg") < text.index("Hallands län") < text.index("Region Halland")


def test_an_old_name_still_finds_the_agency(sweden):
    mcf = models.Organisation.objects.get(name="Myndigheten för civilt försvar")

    assert sweden.get("/sok/", {"q": "MSB"}).headers["Location"] == f"/myndighet/{mcf.pk}/"


@pytest.mark.parametrize("typed", ["", "   ", "%", "finnsinte", "<script>", "' OR 1=1"])
def test_a_search_without_hits_says_so_and_does_not_break(sweden, typed):
    answer = sweden.get("/sok/", {"q": typed})

    assert answer.status_code == 200
    assert b"<script>" not in answer.content
