"""Bytes to text: byte order marks, UTF-8, then what the bytes look like; binary files are refused."""

import codecs

from ..errors import UnknownFormatError

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


def decode(raw: bytes, location: str) -> tuple[str, str | None]:
    """Return the text of `raw`, and the name of its encoding where it is not UTF-8.

    Raises UnknownFormatError for bytes that are no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), None if encoding == "utf-8-sig" else encoding
            except UnicodeDecodeError as error:
                reason = f"begins as {encoding} but breaks off at byte {error.start}"
                raise UnknownFormatError(location, reason) from error
    refuse_binary(raw, location)
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError:
        encoding = "utf-8" if is_damaged_utf8(raw) else guess_encoding(raw)
        return raw.decode(encoding, "replace"), encoding


def has_mark(raw: bytes) -> bool:
    """Tell whether bytes begin with a byte order mark."""
    return raw.startswith(tuple(mark for mark, _ in _MARKS))


def is_damaged_utf8(raw: bytes) -> bool:
    """Tell whether bytes are UTF-8 but for a few of them: a page cut in mid-character, a stray byte.

    Text in another encoding has no well-formed sequences but by accident; UTF-8 read as another
    encoding turns every quotation mark to three wrong letters.
    """
    text = raw.decode("utf-8", "replace")
    return sum(map(_is_beyond_ascii, text)) >= _WELL_FORMED * text.count("\ufffd")


def _is_beyond_ascii(letter: str) -> bool:
    return letter > "\x7f" and letter != "\ufffd"


def refuse_binary(raw: bytes, location: str) -> None:
    """Raise UnknownFormatError where `raw` is no text in any encoding without a byte order mark."""
    sample = raw[:_SAMPLE]
    controls = sum(sample.count(code) for code in _CONTROLS)
    if controls > max(1, len(sample)) * _MOST_CONTROLS:
        raise UnknownFormatError(location, "holds binary data, not the text of a page")


def guess_encoding(raw: bytes) -> str:
    """Return the likeliest encoding of bytes that are not UTF-8."""
    from resiliparse.parse.encoding import detect_encoding

    guessed = str(detect_encoding(raw[:_SAMPLE]))
    # What is not UTF-8 as a whole cannot be UTF-8: the detector sees only the beginning.
    return "windows-1252" if guessed.lower() in {"utf-8", "ascii", "us-ascii"} else guessed
