"""Rådslag: the open platform on which Sweden's public bodies meet, decide and cooperate."""

__version__ = "0.1.0"
