"""A capture: the bytes or text received from one place at one time, as they came."""

from dataclasses import dataclass

from .ids import CaptureId


@dataclass(frozen=True, slots=True)
class Stated:
    """What a record says of its page in so many words, beside the text itself.

    Times are ISO 8601 as far as the record gives them. `recovered` is set where the record's text
    is an article already recovered by another program, so that nothing is left to strip; `teaser`
    where a feed's entry, or a record, gives only the beginning or a summary of its article.
    `supplier` is whom the text was taken from, as a feed says; `credit` names agencies whose text
    it is, as another program judged; `image_credit` those whose pictures it shows. All of them are
    claims, none of them a verdict.
    """

    headline: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    recovered: bool = False
    teaser: bool = False
    standfirst: str | None = None
    tags: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    supplier: str | None = None
    image_credit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture; every offset in Variorum points into `text`.

    For HTML `text` is a rendering of the whole page and `markup` the page itself. `location` is
    where it was read: a path, `path:line` for a record of a JSON-lines file, `path#n` for an entry
    of a feed, a row of a table or a record of a list. `key` is the `id` that a record brought,
    `series` the family of outlets inside which reuse does not count.
    """

    id: CaptureId
    location: str
    text: str
    media_type: str
    digest: str
    key: str | None = None
    url: str | None = None
    taken_at: str | None = None
    series: str | None = None
    markup: str | None = None
    stated: Stated = Stated()


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read or worked on: where, and why, in a sentence."""

    location: str
    error: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know about a capture that was read all the same."""

    location: str
    text: str
