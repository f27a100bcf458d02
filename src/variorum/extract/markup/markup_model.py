"""The markup model: the line model's network, trained on how lines look and on where they stand.

The columns of `page_matrix` come first, those of `structure_matrix` after them. Trained by
`eval/train_markup.py`.
"""

import json
from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np

from ..body.features import feature_names, page_matrix
from ..body.line_model import LineModel, model_of
from ..body.words import PageWords
from ..body.wrapping import Block
from .standing import Structure
from .structure import Matrix, structure_matrix, structure_names


def markup_names() -> tuple[str, ...]:
    """Return the names of the columns of `markup_matrix`."""
    return (*feature_names(), *structure_names())


def markup_matrix(
    structure: Structure, blocks: Sequence[Block], words: PageWords | None = None
) -> Matrix:
    """Return a row for each block of a page: how it looks, and where it stands.

    `words` are those of the blocks, where they are known.
    """
    return np.hstack([page_matrix(blocks, words), structure_matrix(structure)])


@cache
def shipped_markup_model() -> LineModel:
    """Return the model that comes with the package."""
    weights = resources.files(__package__).joinpath("markup_weights.json")
    return model_of(json.loads(weights.read_text(encoding="utf-8")), markup_names())
