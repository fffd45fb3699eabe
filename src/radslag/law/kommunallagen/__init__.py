"""Kommunallagen (2017:725), one module a chapter or a group of sections, in the order of the statute."""
