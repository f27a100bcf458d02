"""Text that every format can hold: no character that XML, UTF-8 or a terminal must refuse.

A captured page may hold anything; a file made from it has to open everywhere. XML 1.0 has no way
at all to write most control characters, not even escaped.
"""

import re
from urllib.parse import quote, urlsplit, urlunsplit

# All that the production Char of XML 1.0 leaves out, and the C1 controls, which it discourages.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_REPLACEMENT = "\ufffd"
# What RFC 3986 allows in an address behind the host, and a sign of escape that escapes nothing.
_ADDRESS_SAFE = "%:/?@!$&'()*+,;=-._~"
_NO_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[\w.-]+(?::\d+)?")
# Sigla are Latin or Greek letters, some with a digit. XML allows more in a name, but its editions
# differ in what; these letters are in all of them.
_NAME = re.compile(r"[A-Za-zα-ω][A-Za-zα-ω0-9]*")


def writable(text: str) -> str:
    r"""Return `text` with what no format can hold replaced by U+FFFD, line ends as `\n`.

    >>> writable("one\x00two\r\nthree")
    'one\ufffdtwo\nthree'
    """
    return _UNWRITABLE.sub(_REPLACEMENT, _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """Return `text` made writable, on one line, runs of white space as one space."""
    return " ".join(writable(text).split())


def web_address(url: str | None) -> str | None:
    """Return the address of a page, what no address may hold escaped; `None` if it is not of the web.

    A file made from captured pages must not run a script where a person follows a link in it.
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:  # such as an unclosed bracket of an IPv6 address
        return None
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(parts.netloc):
        return None
    path, query, fragment = (
        quote(_NO_ESCAPE.sub("%25", writable(each)), safe=_ADDRESS_SAFE)
        for each in (parts.path, parts.query, parts.fragment)
    )
    return urlunsplit((parts.scheme, parts.netloc, path, query, fragment))


def xml_names(labels: tuple[str, ...]) -> dict[str, str]:
    """Return for each label a name that may be an `xml:id`: itself where it can be, else with codes.

    Two labels never get one name.

    >>> xml_names(("A", "A'", "2"))
    {'A': 'A', "A'": 'A.27', '2': 'w.32'}
    """
    names = {label: label for label in labels if _NAME.fullmatch(label)}
    taken = set(names.values())
    for label in labels:
        if label in names:
            continue
        coded = "".join(
            mark if mark.isascii() and mark.isalpha() else f".{ord(mark):x}" for mark in label
        )
        name = coded if coded[:1].isalpha() else f"w{coded}"
        while name in taken:
            name += "."
        names[label] = name
        taken.add(name)
    return names
