"""What comes back from the network: an answer, or the reason why there is none."""

from dataclasses import dataclass
from datetime import datetime

from ..limits import LARGEST_CAPTURE, LONGEST_MARKUP

# RFC 9309 has a reader take at least 500 KiB of a robots.txt.
LARGEST_ROBOTS = 512 * 1024
# What may be received before it is unpacked, headers included: text packs to a fifth at the most
# usually, yet some servers do not pack.
LARGEST_TRANSFER = LARGEST_CAPTURE
# The protocol of site maps allows 50 MB for one; the bound here is that of every capture.
LARGEST_LISTING = LARGEST_CAPTURE


@dataclass(frozen=True, slots=True)
class Purpose:
    """What is asked for: what it may be called, and how long it may be once unpacked.

    What is longer is refused; with `cuts` its beginning is taken.
    """

    name: str
    accept: str
    media_types: frozenset[str] | None
    largest: int
    cuts: bool = False


PAGE = Purpose(
    "a page",
    "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1",
    frozenset({"text/html", "application/xhtml+xml", "text/plain"}),
    LONGEST_MARKUP,
)
# Feeds and site maps are served as nearly anything; their content is looked at instead.
LISTING = Purpose(
    "a feed or a site map",
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, text/html;q=0.7, */*;q=0.5",
    None,
    LARGEST_LISTING,
)
ROBOTS = Purpose("a robots.txt", "text/plain, */*;q=0.1", None, LARGEST_ROBOTS, cuts=True)


@dataclass(frozen=True, slots=True)
class Bound:
    """How long one request may take, in seconds; a step is one connection, write or read."""

    connect: float = 10.0
    step: float = 20.0
    whole: float = 60.0
    transfer: int = LARGEST_TRANSFER


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a page was when `url` gave it last: it need not be sent again where it is the same."""

    url: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered to one request; the body is unpacked, and there for status 200 only.

    Where redirects led there, `asked` is the address that was asked first, and `moved` tells whether
    all of them were for good.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    taken_at: datetime
    address: str | None = None
    asked: str = ""
    moved: bool = False

    def header(self, name: str) -> str | None:
        """Return a header, the first of its name."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    @property
    def media_type(self) -> str | None:
        """What the host calls its content, without parameters."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower() or None

    @property
    def charset(self) -> str | None:
        """The encoding that the host names for its content."""
        for part in (self.header("content-type") or "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \"'") or None
        return None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Why there is no answer; what is `refused` is not worth asking again.

    With `not_before` nothing was asked: the host wants to be left alone until then.
    """

    url: str
    reason: str
    refused: bool
    by_robots: bool = False
    not_before: datetime | None = None
