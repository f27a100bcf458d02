"""Marks as systems without quotation marks type them, written as the pairing of marks knows them.

Every rewriting keeps the length, so that offsets hold.
"""

import re

_MARK = "\"“”„«»‘’'`「」『』"
# Invisible signs of direction, joining and byte order: beside a mark they are blank.
_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_ODD = re.compile(
    # A long run of them is looked at in pieces: else its square would be the time.
    rf"(?P<blank>[{_INVISIBLE}]{{1,8}}(?=[{_MARK}])|(?<=[{_MARK}])[{_INVISIBLE}]{{1,8}})"
    # 'Go,''' closes two quotations: the inner one first.
    r"|(?P<both>(?<=[^\s'])'''(?![\w']))"
    # ,,so'' and ,,so“ where the low mark is missing; <<so>> where guillemets are.
    r"|(?P<low>(?<![^\s(\[]),,(?=[^\s,]))"
    r"|(?P<angles><<[^\s<>](?:[^<>\n]*[^\s<>])?>>)"
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_OPENING = {"”": "“", "’": "‘", "‹": "“", "›": "“", "「": "“", "『": "“", "《": "“", "»": "«"}
_CLOSING = {"“": "”", "‘": "’", "‹": "”", "›": "”", "」": "”", "』": "”", "》": "”", "«": "»"}


_CURLY = re.compile("[“”]")
_INNER = str.maketrans("“”", "‘’")


def plain_marks(text: str) -> str:
    """Return a paragraph with typed marks as marks: ``,,so''`` as `` „so''``; the same length."""
    if (
        "'''" in text
        or ",," in text
        or "<<" in text
        or (not text.isascii() and _UNSEEN.search(text) is not None)
    ):
        text = _ODD.sub(_plain, text)
    return _nested(text)


def _nested(text: str) -> str:
    """Return a paragraph that one straight mark opens with the curly pairs inside as single ones.

    Whoever quotes a text with curly marks sets a straight one before each of its paragraphs and
    behind the last: no curly mark closes it.
    """
    opened = text.find('"')
    if opened < 0 or text[:opened].strip():
        return text
    closed = text.find('"', opened + 1)
    if closed >= 0 and text[closed + 1 :].strip():
        return text
    glyphs = "".join(_CURLY.findall(text))
    if not glyphs or glyphs != "“”" * (len(glyphs) // 2):
        return text
    return text.translate(_INNER)


def _plain(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "both":
            return "’''"
        case "low":
            return " „"
        case "angles":
            return " «" + found.group()[2:-2] + "» "
    return " " * len(found.group())


def sided_before(text: str, begin: int, end: int) -> str:
    """Return the marks that end at `end` as opening ones, whatever their glyphs."""
    first = end
    while first > begin and text[first - 1] in _OPENING:
        first -= 1
    return "".join(_OPENING[mark] for mark in text[first:end])


def sided_behind(text: str, begin: int, end: int) -> str:
    """Return the marks that begin at `begin` as closing ones, whatever their glyphs."""
    last = begin
    while last < end and text[last] in _CLOSING:
        last += 1
    return "".join(_CLOSING[mark] for mark in text[begin:last])
