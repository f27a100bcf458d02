"""Captured text made safe to show: nothing invisible may steer the page or deceive the reader.

Escaping of markup is Jinja's; this is what escaping leaves: control characters, which a browser
drops or turns into something else, overrides of writing direction, which make a line read
otherwise than it was written, lone surrogates, which cannot be encoded, and links whose scheme
runs a script.
"""

import re
from urllib.parse import urlsplit

from markupsafe import Markup

# C0 without tab and line feed, DEL, C1; embeddings, overrides and isolates of direction (the
# plain marks U+200E and U+200F stay: Arabic and Hebrew pages need them); lone surrogates.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINK_SCHEMES = {"http", "https"}


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0x202A <= code <= 0x2069:
        return f"[U+{code:04X}]"
    return "\ufffd"


def show_unseen(text: str) -> str:
    r"""Return `text` with characters that act instead of showing replaced by visible stand-ins.

    >>> show_unseen("a\x00b")
    'a␀b'
    """
    return _UNSEEN.sub(_picture, text.replace("\r\n", "\n"))


def finalize(value: object) -> object:
    """Make every string that a template prints visible; Jinja escapes the result afterwards."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return show_unseen(value)
    return value


def web_link(url: str | None) -> str | None:
    """Return the address if it may be followed from the page: http or https with a host, else `None`."""
    if not url or _UNSEEN.search(url) or any(mark.isspace() for mark in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # such as an unclosed bracket of an IPv6 address
        return None
    return url if parts.scheme.lower() in _LINK_SCHEMES and parts.netloc else None
