"""An installation of its own with one approved meeting, driven as an operator types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).parents[2]
HOLD_A_MEETING = """
import django; django.setup()
from radslag.site.copies import registers; registers.lay_out()
from minutes.a_meeting import a_closed_meeting, hand_of
from radslag.minutes import assembling, conduct
from radslag.people.models import Person
from radslag.log.clerk import dismiss
Person.objects.create(name="Åsa Örn")
meeting = a_closed_meeting(closed=True)
conduct.send(meeting.id, hand_of(meeting.secretary))
content = assembling.state_of(meeting.id).content
for asker in (meeting.chair, meeting.ali, meeting.bea):
    conduct.approve(meeting.id, content, "passkey", None, hand_of(asker))
print(meeting.id, meeting.owner)
dismiss()
"""


def typed(home: Path, *words: str, database: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program (or a line of Python after ``-c``) with a state folder of its own."""
    env = {**os.environ, "RADSLAG_HOME": str(home), "PYTHONPATH": f"{TREE / 'src'}:{TREE / 'tests'}"}
    env |= {"DJANGO_SETTINGS_MODULE": "radslag.site.settings", "DATABASE_URL": database}
    start = ["-c"] if words[0] == "-c" else ["-m", "radslag"]
    rest = words[1:] if words[0] == "-c" else words
    return subprocess.run([sys.executable, *start, *rest], env=env, capture_output=True, text=True, check=False)


class Installation:
    """An installation with one approved meeting, and a copy of it."""

    def __init__(self, folder: Path, database: str = "") -> None:
        self.home, self.database, self.copy = folder / "home", database, folder / "copy.tar.gz"
        held = typed(self.home, "-c", HOLD_A_MEETING, database=database)
        assert held.returncode == 0, held.stderr
        self.meeting, self.owner = held.stdout.split()[-2:]
        made = typed(self.home, "backup", "-o", str(self.copy), database=database)
        assert made.returncode == 0, made.stderr
