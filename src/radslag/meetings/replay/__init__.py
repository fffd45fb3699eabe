"""Real minutes run through the real engine: what was asked for goes in, what was decided must come out."""
