"""The crowd: plays the other members from outside, through the public pages and the raw path, as browsers do."""
