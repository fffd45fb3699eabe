"""Screens that follow the record: the hub, the stream and the ticket."""
