"""Claims: what a record, or the metadata of a page, says of it; proved against the page before use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claims:
    """What a record, or the metadata of a page, says of it beside its text.

    `article` tells that the metadata calls the page an article; `title` is the window's, which
    names the outlet and the section too, `heading` the only one of the first rank, `shared` the
    title that is given to other sites where that is not `headline`; `suppliers` are those whose text
    a record says this is, or from whom it was taken.
    """

    headline: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    standfirst: str | None = None
    canonical: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    article: bool = False
    title: str | None = None
    heading: str | None = None
    shared: str | None = None
    sections: tuple[str, ...] = ()
    suppliers: tuple[str, ...] = ()
