"""The public sector, for the tests of this folder."""

from sweden import loaded_once, sweden

__all__ = ["loaded_once", "sweden"]
