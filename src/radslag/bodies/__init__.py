"""Organisations, areas, councils, boards, seats, parties, mandates and rosters."""
