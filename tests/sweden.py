"""The public sector loaded once for a whole module of tests, and taken away after it; each test undoes its own."""

import pytest
from django.db import transaction

from radslag.bodies import conduct, demo


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        conduct.load_seed()
        demo.seed_demo()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def sweden(loaded_once, db, client):
    """A visitor's client, with all organisations and the demonstration councils in the registers."""
    return client
