"""The door: `open_archive` gives the one object that wires every part together."""

from .archive import Archive, open_archive
from .readings import Found, Reading

__all__ = ["Archive", "Found", "Reading", "open_archive"]
