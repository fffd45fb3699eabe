"""Passwords of the demonstration: they are written in ``demo.json``, so their digest need not be slow."""

from __future__ import annotations

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class DemoHasher(PBKDF2PasswordHasher):
    """The same digest with few rounds: a council of fifty signs in within seconds. Used only when DEMO is on."""

    algorithm = "pbkdf2_demo"
    iterations = 2000
