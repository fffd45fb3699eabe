"""What follows from what happened: bookkeeping, one family of events a module."""
