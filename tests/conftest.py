"""What every test stands on: a state folder of its own."""

import os
import tempfile

os.environ.setdefault("RADSLAG_HOME", tempfile.mkdtemp(prefix="radslag-test-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.site.settings")
