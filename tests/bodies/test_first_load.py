"""The first load of an empty register."""

from radslag.bodies import conduct


def test_a_first_load_fills_the_registers(db):
    loaded = conduct.load_seed()

    assert {name: table["added"] for name, table in loaded.items()} == {
        name: table["read"] for name, table in loaded.items()
    }
    assert loaded["organisations"]["added"] == 772
