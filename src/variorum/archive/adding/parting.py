"""Parting: pages taken out of their accounts by hand, as though they had no neighbours."""

from sqlalchemy import Connection

from ...engine import Engine
from ...model import StoryId
from ...model.holding import Correction
from ...store.articles import articles_by_number, current_among, profiles_of
from ...store.corrections import states_of_pages
from .neighbours import sampled_runs
from .settling import Change, settle


def part(connection: Connection, engine: Engine, correction: Correction) -> list[StoryId]:
    """Give parted pages, and those that they leave, accounts and stories; return the stories.

    The correction must have been kept before: from then on nobody is a parted page's neighbour.
    """
    numbers = current_among(connection, states_of_pages(connection, correction.articles))
    pages = articles_by_number(connection, numbers)
    # First as though the pages were no more: they may have held others together. Then as though
    # they had just come.
    left = settle(connection, engine, Change({}, {}, {}, pages))
    runs = {number: sampled_runs(each) for number, each in pages.items()}
    parted = settle(connection, engine, Change(pages, profiles_of(connection, numbers), runs, {}))
    return list(dict.fromkeys([*left, *parted]))
