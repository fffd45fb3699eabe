"""What every test stands on: a state folder of its own, and a run in which nothing may be skipped."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from django.conf import settings

# One folder for each process: the workers of a parallel run must not share a journal.
_given = os.environ.get("RADSLAG_HOME")
if _given:
    Path(_given).mkdir(parents=True, exist_ok=True)
os.environ["RADSLAG_HOME"] = tempfile.mkdtemp(prefix="radslag-test-", dir=_given)
# Named here and not in pyproject, where it would be read before the folder above is.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.site.settings")
django.setup()
# Few rounds: what a digest costs is not what the tests are about.
settings.PASSWORD_HASHERS = ["radslag.site.demo_password.DemoHasher"]

from radslag.log import opening  # noqa: E402 - after the state folder is named
from radslag.log.clerk import dismiss  # noqa: E402


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Let each worker name its own folder first: with this inherited, it would read the settings before it has one."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail a run in which a test was skipped: what cannot run here is deselected by target and named."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    unrun = [kind for kind in ("skipped", "xfailed") if reporter and reporter.stats.get(kind)]
    if unrun and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """Let go of the journal before the test database is taken down: on PostgreSQL both are the same."""
    yield
    dismiss()
    if opening._open:
        opening._open[0].close()
        opening.forget()
