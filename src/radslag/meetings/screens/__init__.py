"""Pictures of a meeting, one for each audience. Pure: what is not here can never reach a screen."""
