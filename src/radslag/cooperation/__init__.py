"""Cooperation between state and municipalities: the systems of the inquiry and what runs of them."""
