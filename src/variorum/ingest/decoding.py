"""Bytes to text: byte order marks, UTF-8, what is declared, then what the bytes look like.

A declaration is believed where the text reads like text under it. Binary files are refused.
"""

import codecs
import re

from ..errors import UnknownFormatError
from ..text import detect_language
from .encodings import declared_encodings, encoding_named
from .plausibility import oddness

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65536
# Control characters other than tab, line ends and form feed hardly occur in text: one in a
# hundred is generous for pages with stray terminal codes; compressed or image bytes have one in ten.
_MOST_CONTROLS = 0.01
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")
# So many well-formed characters beyond ASCII for each broken one make damaged UTF-8. Pages cut in
# mid-character have dozens for one; two Latin-1 letters in a row form one hardly once in a page.
_WELL_FORMED = 3
# Text in UTF-16 without a mark has a zero in every other byte, but for scripts of the East, which
# still have it for each space, digit and line end.
_WIDE_ZEROS = 0.2
# The share of odd characters up to which a declaration is believed. Right ones have under .02 in
# the suite's table of languages and encodings; wrong ones .3 and more, but for close relatives.
_MOST_ODD = 0.1
# What a detector needs to see: the bytes beyond ASCII with some around them, not the scripts and
# tags that the first half of a page can consist of.
_TELLING = re.compile(rb"[^<>\n]{0,60}[\x80-\xff][^<>\n]{0,400}")
# In the East nearly every pair of bytes is some character: there only sequences that are none tell.
_EASTERN = frozenset({"gb18030", "big5hkscs", "cp932", "euc_jp", "cp949"})
# Servers and editors say ISO 8859-1 by default. In these languages pages are written in others, and
# the two share most of their letters: the language tells.
_CENTRAL = frozenset("pl cs sk hu sl hr bs ro sr sq".split())
_BALTIC = frozenset("lv lt et".split())
_LANGUAGES = {
    "cp1250": _CENTRAL, "iso8859-2": _CENTRAL, "iso8859-16": _CENTRAL,
    "cp1254": frozenset({"tr", "az", "ku"}), "cp1257": _BALTIC,
    "iso8859-13": _BALTIC, "iso8859-4": _BALTIC, "iso8859-10": _BALTIC,
}  # fmt: skip
_SHIFTED = re.compile(rb"\x1b\$[@B]|\x1b\(J")


def decode(raw: bytes, location: str) -> tuple[str, str | None]:
    """Return the text of `raw`, and the name of its encoding where it is not UTF-8.

    Raises UnknownFormatError for bytes that are no text.
    """
    return _decode(raw, location, ())


def decode_markup(raw: bytes, location: str, charset: str | None = None) -> tuple[str, str | None]:
    """Return the text of a page of markup, and its encoding where it is not the one it declares.

    `charset` is what its server said. Raises UnknownFormatError for bytes that are no text.
    """
    served = encoding_named(charset)
    declared = tuple(dict.fromkeys(((served,) if served else ()) + declared_encodings(raw)))
    text, encoding = _decode(raw, location, declared)
    return text, None if encoding is None or not declared or encoding in declared else encoding


def _decode(raw: bytes, location: str, declared: tuple[str, ...]) -> tuple[str, str | None]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), None if encoding == "utf-8-sig" else encoding
            except UnicodeDecodeError as error:
                reason = f"begins as {encoding} but breaks off at byte {error.start}"
                raise UnknownFormatError(location, reason) from error
    wide = _wide(raw)
    if wide is not None:
        return raw.decode(wide, "replace"), wide
    refuse_binary(raw, location)
    if _SHIFTED.search(raw):
        return raw.decode("iso2022_jp_ext", "replace"), "iso2022_jp"
    try:
        text = raw.decode("utf-8")
        return (raw.decode("hz"), "hz") if "hz" in declared and "~{" in text else (text, None)
    except UnicodeDecodeError:
        return _decode_legacy(raw, declared)


def _decode_legacy(raw: bytes, declared: tuple[str, ...]) -> tuple[str, str]:
    """Return the text of bytes that are not UTF-8 as a whole, and the encoding they are read in."""
    legacy = tuple(each for each in declared if each != "utf-8")
    sample = telling_part(raw)
    guess = guess_encoding(raw)
    for encoding in legacy:
        if _is_credible(encoding, guess, raw, sample):
            return raw.decode(encoding, "replace"), encoding
    if is_damaged_utf8(raw):
        return raw.decode("utf-8", "replace"), "utf-8"
    best = min((guess, *legacy, "cp1252"), key=lambda each: oddness(sample.decode(each, "replace")))
    return raw.decode(best, "replace"), best


def _is_credible(declared: str, guess: str, raw: bytes, sample: bytes) -> bool:
    """Whether bytes are in the encoding that is declared, rather than in the one they look like."""
    if declared == guess:
        return True
    if declared in _EASTERN:
        return _fits(raw, declared) or not _fits(raw, guess)
    text = sample.decode(declared, "replace")
    if oddness(text) > _MOST_ODD:
        return False
    if declared == "cp1252" and guess in _LANGUAGES:
        return detect_language(sample.decode(guess, "replace")) not in _LANGUAGES[guess]
    return True


def _fits(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def telling_part(raw: bytes) -> bytes:
    """Return the parts of `raw` with bytes beyond ASCII, on lines of their own."""
    parts: list[bytes] = []
    size = 0
    for found in _TELLING.finditer(raw):
        parts.append(found.group())
        size += len(parts[-1])
        if size > _SAMPLE:
            break
    return b"\n".join(parts)


def _wide(raw: bytes) -> str | None:
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd >= _WIDE_ZEROS * half and even <= _MOST_CONTROLS * half:
        return "utf-16-le"
    if even >= _WIDE_ZEROS * half and odd <= _MOST_CONTROLS * half:
        return "utf-16-be"
    return None


def is_damaged_utf8(raw: bytes) -> bool:
    """Tell whether bytes are UTF-8 but for a few of them: a page cut in mid-character, a stray byte.

    Text in another encoding has no well-formed sequences but by accident; UTF-8 read as another
    encoding turns every quotation mark to three wrong letters.
    """
    text = raw.decode("utf-8", "replace")
    beyond = sum(1 for letter in text if letter > "\x7f")
    broken = text.count("\ufffd")
    return beyond - broken >= _WELL_FORMED * broken


def refuse_binary(raw: bytes, location: str) -> None:
    """Raise UnknownFormatError where `raw` is no text in any encoding without a byte order mark."""
    sample = raw[:_SAMPLE]
    controls = sum(sample.count(code) for code in _CONTROLS)
    if controls > max(1, len(sample)) * _MOST_CONTROLS:
        raise UnknownFormatError(location, "holds binary data, not the text of a page")


def guess_encoding(raw: bytes) -> str:
    """Return the likeliest encoding of bytes that are not UTF-8."""
    from resiliparse.parse.encoding import detect_encoding

    guessed = encoding_named(detect_encoding(telling_part(raw), html5_compatible=False))
    # What is not UTF-8 as a whole cannot be UTF-8: the detector sees only a part.
    return "cp1252" if guessed in {None, "utf-8"} else str(guessed)
