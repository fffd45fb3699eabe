"""A copy of the whole installation, and back again: registers, journal, files and, if asked for, keys."""
