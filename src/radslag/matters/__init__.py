"""Matters (ärenden), the registry (diarium) and their documents."""
