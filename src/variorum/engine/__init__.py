"""Engines move records through pure functions; they change no algorithm and no order."""

from .limit import Limit
from .local import LocalEngine
from .protocol import Engine

__all__ = ["Engine", "Limit", "LocalEngine"]
