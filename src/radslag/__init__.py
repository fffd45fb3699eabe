"""Rådslag: the open platform on which Sweden's public bodies meet, decide and cooperate."""
