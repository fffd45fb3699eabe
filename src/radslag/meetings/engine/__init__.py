"""What can happen at a meeting and what follows. Pure: no framework, no clock, no chance."""
