"""Bytes to text: byte order marks, UTF-8, what is declared, then what the bytes look like.

A declaration is believed where the text reads like text under it. Binary files are refused.
"""

import codecs
import re

from ..errors import UnknownFormatError
from ..text import detect_language
from .encodings import declared_encodings, encoding_named
from .plausibility import EASTERN, commonness, oddness

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
# Text in UTF-16 without a mark has zeros in every other byte alone: all of those for English, one in
# nine (spaces, digits, ends of lines) for Russian, hardly any for Chinese pages without markup.
_WIDE_ZEROS = 0.02
# The share of odd characters up to which a declaration is believed. Right ones have under .02 in
# the suite's table of languages and encodings; wrong ones .3 and more, but for close relatives.
_MOST_ODD = 0.1
# What a detector needs to see: the bytes beyond ASCII with some around them, not the scripts and
# tags that the first half of a page can consist of.
_BEYOND = re.compile(rb"[\x80-\xff]")
_BETWEEN = re.compile(rb"[<>\s]")
_BEFORE, _BEHIND = 60, 400
# In the East nearly every pair of bytes is some character; what tells is how common they are. Right
# encodings have 1.0 of common ones in the suite's texts, wrong ones .0 to .84 (but for Korean, whose
# rows are common in most).
_MORE_COMMON = 0.15
# Servers and editors say ISO 8859-1 by default. In these languages pages are written in others, and
# the two share most of their letters: the language tells.
_CENTRAL = frozenset("pl cs sk hu sl hr bs ro sr sq".split())
_BALTIC = frozenset("lv lt et".split())
_LANGUAGES = {
    "cp1250": _CENTRAL, "iso8859-2": _CENTRAL, "iso8859-16": _CENTRAL,
    "cp1254": frozenset({"tr", "az", "ku"}), "cp1257": _BALTIC,
    "iso8859-13": _BALTIC, "iso8859-4": _BALTIC, "iso8859-10": _BALTIC,
}  # fmt: skip
# Encodings of the same languages that differ in few letters: detectors take one for the other.
_SIBLINGS = {
    "cp1250": "iso8859-2", "cp1253": "iso8859-7", "cp1255": "iso8859-8", "cp1256": "iso8859-6",
    "cp1257": "iso8859-13",
}  # fmt: skip
_SIBLINGS |= {iso: windows for windows, iso in _SIBLINGS.items()}
# The encodings of the WHATWG's standard that a detector may find, those above among them.
_ON_THE_WEB = frozenset(
    "cp1251 cp1253 cp1255 cp1256 cp1258 cp866 cp874 iso8859-3 iso8859-5 iso8859-6 iso8859-7 iso8859-8 "
    "iso8859-15 koi8-u mac-cyrillic gb18030 big5hkscs cp932 euc_jp cp949".split()
) | frozenset(_LANGUAGES)
_CONTROLLED = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
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
    if declared in EASTERN:
        if not _fits(raw, declared):
            return not _fits(raw, guess)
        if guess not in EASTERN:
            return True
        gained = commonness(sample, guess) - commonness(sample, declared)
        return gained < _MORE_COMMON or not _fits(raw, guess)
    text = sample.decode(declared, "replace")
    if oddness(text) > _MOST_ODD:
        return False
    return not (declared == "cp1252" and guess in _LANGUAGES)


def _fits(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def telling_part(raw: bytes) -> bytes:
    """Return the parts of `raw` with bytes beyond ASCII, on lines of their own."""
    parts: list[bytes] = []
    end = size = 0
    while size < _SAMPLE and (found := _BEYOND.search(raw, end)):
        begin = max(end, found.start() - _BEFORE)
        between = _BETWEEN.search(raw, found.start() + _BEHIND)
        end = min(between.start() if between else len(raw), begin + _SAMPLE)
        parts.append(raw[begin:end])
        size += end - begin
    return b"\n".join(parts)


def _wide(raw: bytes) -> str | None:
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    found = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < _WIDE_ZEROS * half or min(even, odd) > _WIDE_ZEROS * max(even, odd):
        return None
    text = sample[: 2 * half].decode(found, "replace")
    return found if oddness(text) <= _MOST_ODD and not _CONTROLLED.search(text) else None


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

    sample = telling_part(raw)
    guessed = encoding_named(detect_encoding(sample, html5_compatible=False))
    # What is not UTF-8 as a whole cannot be UTF-8: the detector sees only a part. And from a few
    # quotation marks it takes English for what home computers wrote.
    if guessed is None or guessed not in _ON_THE_WEB:
        return "cp1252"
    pair = (guessed, _SIBLINGS.get(guessed, guessed))
    best = min(pair, key=lambda each: oddness(sample.decode(each, "replace")))
    if best in _LANGUAGES and not _is_language_of(best, sample):
        return min(("cp1252", best), key=lambda each: oddness(sample.decode(each, "replace")))
    return best


def _is_language_of(encoding: str, sample: bytes) -> bool:
    return detect_language(sample.decode(encoding, "replace")) in _LANGUAGES[encoding]
