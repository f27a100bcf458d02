"""The outline of a page: its elements as its tags open and close them, and the texts in them.

No tree of objects is built: one pass over the tags keeps a list of the open elements, so that a
page nested 100,000 deep costs what a flat one costs. Where tags are missing it does what readers
of HTML agree on: a block ends an open paragraph, a list entry the one before, an unclosed comment
or script swallows the rest.
"""

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache

from .names import NAME_MARKS, NONE, read_names

# Possessive throughout: a page of open quotes costs one pass. A quotation mark only quotes after
# an equals sign; elsewhere it is a slip of the page's. A tag that never ends is the end.
_TAG = re.compile(
    r"<(?:(?P<closing>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*+)"
    r"(?P<attributes>(?>[^>=]++|=\s*+(?>\"[^\"]*+\"|'[^']*+')?+)*+)>|(?P<special>[!?])|(?=/?[a-zA-Z]))"
)
# A number beyond all letters, on which the library would raise.
_NO_LETTER = re.compile(r"&#[xX]?[0-9a-fA-F]{9,};?")
# What is never shown as text; the renderer leaves the same out.
_UNSHOWN = frozenset(
    "script style noscript template select textarea button iframe datalist title label".split()
)
_VOID = frozenset(
    "br img input hr meta link source wbr area base col embed param track keygen frame".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span "
    "strike strong sub sup time tt u var data o:p".split()
)
# Elements whose names tell nothing: links carry addresses, the others paint.
_UNNAMED = frozenset("a b i em strong font u svg path g use rect circle polygon line defs".split())
# What ends an open paragraph.
_ENDS_PARAGRAPH = frozenset(
    "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section "
    "summary table ul td th tr tbody".split()
)
# What an opening tag ends of its own kind, and where the search for it stops.
_ENDS = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table", "tbody", "thead", "tfoot"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "a": (frozenset({"a"}), frozenset({"td", "th", "table", "div", "li"})),
}
_PARAGRAPH = frozenset({"p"})
_PARAGRAPH_SCOPE = frozenset({"td", "th", "table", "body", "html"})
# Further elements are taken for parts of those open: the labelled page with most has 3,748.
_MOST_ELEMENTS = 50_000
# How far down an implied end is looked for: no page leaves more open between.
_REACH = 40


@dataclass(slots=True)
class Outline:
    """The elements of a page in the order in which they open, and its texts, as columns.

    Of each element: its parent, its name, its depth, the block it is or stands in, its path (names
    and classes down to it, as a number), the marks of its own names and those with its ancestors'.
    Of each text: the element it stands in and its letters without white space.
    """

    parents: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    paths: list[int] = field(default_factory=list)
    own_marks: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    holders: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def read_outline(markup: str) -> Outline:
    """Return the outline of a page of markup."""
    reader = _Reader()
    at = 0
    search = _TAG.search
    while found := search(markup, at):
        begin = found.start()
        if begin > at and not (between := markup[at:begin]).isspace():
            reader.text(between)
        closing, name, attributes, special = found.groups()
        at = found.end()
        if special:
            at = _after_special(markup, at)
        elif name is None:
            return reader.outline
        elif closing:
            reader.close(name.lower())
        else:
            name = name.lower()
            if name in _UNSHOWN and not attributes.endswith("/"):
                at = _after_element(markup, at, name)
            else:
                reader.open(name, attributes)
        if at < 0:
            return reader.outline
    reader.text(markup[at:] if markup.find("<", at) < 0 else "")
    return reader.outline


def _after_special(markup: str, at: int) -> int:
    """Return where a comment or a declaration ends that began before `at`; -1 where it never does."""
    if markup.startswith("--", at):
        end = markup.find("-->", at)
        return end + 3 if end >= 0 else -1
    end = markup.find(">", at)
    return end + 1 if end >= 0 else -1


@lru_cache(maxsize=32)
def _end_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*+>?", re.IGNORECASE)


def _after_element(markup: str, at: int, name: str) -> int:
    """Return where an element ends that is not shown; -1 where it never does."""
    found = _end_of(name).search(markup, at)
    if found is None:
        # A title that is never closed would swallow the page; the renderer does not let it either.
        return at if name == "title" else -1
    return found.end()


class _Reader:
    """The open elements while the tags of a page go by."""

    def __init__(self) -> None:
        self.outline = Outline()
        self._open: list[int] = []
        self._counts: dict[str, int] = {}
        self._paths: dict[tuple[int, str, str], int] = {}
        self._known: dict[str, tuple[str, int]] = {}
        self._add("html", "", 0)

    def text(self, text: str) -> None:
        """Take a run of text between two tags."""
        if "&" in text:
            text = html.unescape(_NO_LETTER.sub("\ufffd", text))
        letters = "".join(text.split())
        if letters:
            self.outline.texts.append(letters)
            self.outline.holders.append(self._open[-1])

    def open(self, name: str, attributes: str) -> None:
        """Take an opening tag."""
        if name in _VOID or len(self.outline.names) >= _MOST_ELEMENTS:
            return
        if name in _ENDS_PARAGRAPH and self._counts.get("p"):
            self._end(_PARAGRAPH, _PARAGRAPH_SCOPE)
        ends = _ENDS.get(name)
        if ends is not None:
            ended, scope = ends
            for each in ended:
                if self._counts.get(each):
                    self._end(ended, scope)
                    break
        if not attributes or name in _UNNAMED:
            classes, marks = "", NONE
        else:
            classes, marks = self._named(attributes)
        self._add(name, classes, marks)

    def close(self, name: str) -> None:
        """Take a closing tag: it ends the nearest open element of its name, and all within."""
        if not self._counts.get(name):
            return
        names = self.outline.names
        while len(self._open) > 1:
            ended = names[self._open.pop()]
            self._counts[ended] -= 1
            if ended == name:
                return

    def _end(self, ended: frozenset[str], scope: frozenset[str]) -> None:
        names = self.outline.names
        for back in range(1, min(_REACH, len(self._open))):
            name = names[self._open[-back]]
            if name in ended:
                for each in self._open[-back:]:
                    self._counts[names[each]] -= 1
                del self._open[-back:]
                return
            if name in scope:
                return

    def _named(self, attributes: str) -> tuple[str, int]:
        known = self._known.get(attributes)
        if known is None:
            known = self._known[attributes] = read_names(attributes)
        return known

    def _add(self, name: str, classes: str, own: int) -> None:
        outline, opened, paths = self.outline, self._open, self._paths
        at = len(outline.names)
        parent = opened[-1] if opened else 0
        key = (outline.paths[parent] if at else 0, name, classes)
        outline.parents.append(parent)
        outline.names.append(name)
        outline.depths.append(len(opened))
        outline.blocks.append(outline.blocks[parent] if name in INLINE else at)
        outline.paths.append(paths.setdefault(key, len(paths)))
        outline.own_marks.append(own)
        marks = own | NAME_MARKS.get(name, NONE)
        outline.marks.append(marks | outline.marks[parent] if at else marks)
        opened.append(at)
        self._counts[name] = self._counts.get(name, 0) + 1
