"""The command line: a thin face over the archive."""

from .main import main

__all__ = ["main"]
