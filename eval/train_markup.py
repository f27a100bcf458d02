"""Train the markup model on labelled pages of HTML: python -m eval.train_markup [--write].

The network and the chain of `train_lines`, on the product's own rendering of each page, with the
columns of its structure beside those of its lines.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.extract import render_markup
from variorum.extract.body.line_model import LineModel, model_of
from variorum.extract.body.wrapping import join_wrapped
from variorum.extract.lines import split_lines
from variorum.extract.markup.markup_model import markup_matrix, markup_names
from variorum.extract.markup.standing import Structure, read_structure

from .labelled import read_rows
from .line_pages import SETS, LabelledPage, gold_states, learnable
from .train_lines import Training, printed, train

WEIGHTS = Path(__file__).parent.parent / "src/variorum/extract/markup/markup_weights.json"
# Three networks in place of one raise F1 from .956 to .963 in folds; five do no more.
TRAINING = Training(nets=3)


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A labelled page with the structure of its markup."""

    page: LabelledPage
    structure: Structure


def read_marked(collections: Sequence[str] = SETS) -> Iterator[MarkedPage]:
    """Yield every labelled page of markup that has text."""
    for collection in collections:
        for row in read_rows(collection):
            text = render_markup(row["html"])
            blocks = join_wrapped(split_lines(text))
            if not blocks:
                continue
            body = row["body"] if isinstance(row["body"], str) else "\n\n".join(row["body"])
            structure = read_structure(row["html"], blocks, text)
            rows = markup_matrix(structure, blocks)
            states = gold_states(blocks, body, row.get("subheadings") or ())
            page = LabelledPage(collection, row["id"], "markup", text, body, blocks, rows, states)
            yield MarkedPage(page, structure)


def train_marked(pages: Sequence[LabelledPage]) -> LineModel:
    """Return the model that learnable pages teach."""
    taught = [page for page in pages if learnable(page)]
    return model_of(train(taught, TRAINING, markup_names()), markup_names())


def main(arguments: Sequence[str]) -> None:
    """Train on all pages and write the weights, or print how many there are."""
    pages = [marked.page for marked in read_marked() if learnable(marked.page)]
    weights = train(pages, TRAINING, markup_names())
    print(f"{len(pages)} pages, {sum(len(page.blocks) for page in pages)} blocks")
    if "--write" in arguments:
        WEIGHTS.write_text(printed(weights), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
