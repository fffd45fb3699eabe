"""Persons, sign-in, devices and who looked at what."""
