"""The store: the tables of an archive in SQLite or PostgreSQL, and what is asked of them."""

from .database import Database

__all__ = ["Database"]
