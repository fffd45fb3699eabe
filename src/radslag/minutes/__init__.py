"""Minutes derived from the record: draft, approval (justering), stamp, posting, appeal clock."""
