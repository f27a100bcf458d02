"""What kind of page a capture is: one article, an aggregate of several, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import ArticleKind
from .line_model import BODY, Scores
from .wrapping import Block

# Fewer words of prose than this are a stub or a caption, not an article.
_FEWEST_WORDS = 50


@dataclass(frozen=True, slots=True)
class Judgement:
    """The kind of a page, how sure, and why."""

    kind: ArticleKind
    confidence: float
    reasons: tuple[str, ...]


def judge_kind(blocks: Sequence[Block], roles: Sequence[str], probabilities: Scores) -> Judgement:
    """Return the kind of the page whose blocks have these roles."""
    body = [at for at, role in enumerate(roles) if role == "body"]
    words = sum(len(blocks[at].text.split()) for at in body)
    if words < _FEWEST_WORDS:
        return Judgement("none", 0.8, (f"only {words} words of prose stand together",))
    sure = float(probabilities[body, BODY].mean())
    return Judgement("article", sure, (f"{len(body)} paragraphs stand together",))
