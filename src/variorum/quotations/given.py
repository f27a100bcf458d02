"""A quotation as it comes to be compared: what one article of one account gives."""

from dataclasses import dataclass

from ..model import AccountId, Quotation, Span


@dataclass(frozen=True, slots=True)
class Given:
    """A quotation with its stretches: several where a cue divides it, `pieces` are their words.

    `name` is what its speaker is called in the article, as far as that is known.
    """

    quotation: Quotation
    spans: tuple[Span, ...]
    account: AccountId | None
    name: str | None = None
    pieces: tuple[str, ...] = ()
