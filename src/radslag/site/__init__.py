"""Settings, addresses, base templates, commands: where the domains are put together."""
