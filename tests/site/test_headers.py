"""What every answer carries."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/healthz", "/konto/logga-in/", "/finns-inte/"])
def test_every_answer_has_a_strict_policy_and_no_sniffing(path):
    answer = Client().get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_health_says_version_commit_database_and_log():
    answer = Client().get("/healthz")
    assert answer.status_code == 200
    assert set(answer.json()) == {"version", "commit", "database", "log"}
    assert answer.json()["log"] == "whole"


def test_an_unknown_host_is_refused():
    assert Client().get("/healthz", headers={"host": "elsewhere.example"}).status_code == 400


def test_a_form_without_its_token_is_refused():
    assert Client(enforce_csrf_checks=True).post("/konto/logga-in/", {"login": "a"}).status_code == 403
