"""The desk: pages for people and JSON for programs, over what an archive holds."""

from .app import make_app

__all__ = ["make_app"]
