"""Mending: text that can be stored, printed and searched, whatever came."""


def mend(text: str) -> str:
    """Return `text` without lone surrogates and NULs, which cannot be stored, printed or searched.

    Each becomes one code point, so that offsets stay those of the text as it came.
    """
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text
