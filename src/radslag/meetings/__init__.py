"""A meeting from notice to gavel: attendance, items, debate, ballot, decision."""
