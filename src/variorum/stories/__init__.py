"""Stories: the accounts of one event, grouped from words, names, numbers and days."""

from .group import group_stories

__all__ = ["group_stories"]
