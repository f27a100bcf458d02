"""The language of a text."""

# Enough to decide and cheap: on whole articles the answer does not change past it.
_SAMPLE = 500
_SHORTEST = 20


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, `None` where there is too little to tell."""
    sample = text.strip()[:_SAMPLE]
    if len(sample) < _SHORTEST:
        return None
    # Loading its model takes a third of a second: only when first needed.
    from py3langid import classify

    code, _ = classify(sample)
    return str(code)
