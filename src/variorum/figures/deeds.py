"""What befell the people counted: one name for each way in which tolls are told."""

_DEEDS = {
    "killed": "killed kill kills killing dead died die deaths death bodies fatalities slain perished",
    "injured": "injured injuring injures wounded wounding hurt injuries treated hospitalised "
    "hospitalized maimed",
    "missing": "missing unaccounted",
    "arrested": "arrested arresting detained detaining arrests jailed",
    "displaced": "displaced homeless evacuated fled",
    "infected": "infected infections cases",
    "rescued": "rescued survivors survived saved",
    "captured": "captured kidnapped hostage hostages abducted",
}
_BY_WORD = {word: deed for deed, words in _DEEDS.items() for word in words.split()}
# The verb of a toll stands this close: "at least 12 people were killed", "killing as many as 12".
_REACH = 4
# "The death toll of the fire in the market of Orl rose to 12": the word opens the clause.
_TOLL_REACH = 12
_CLAUSE_WORDS = frozenset({"and", "but", "while", "who", "which", "including"})


def deed_of(word: str) -> str | None:
    """Return what a word says befell people ("wounded" is "injured"), if it says so."""
    return _BY_WORD.get(word)


def nearest_deed(before: list[str], within: list[str], after: list[str]) -> str | None:
    """Return the deed nearest to a figure: in it, right after it, else right before it."""
    for words in (within, _clause(after[:_REACH]), _clause(before[: -_REACH - 1 : -1])):
        for word in words:
            if word in _BY_WORD:
                return _BY_WORD[word]
    # Of "the toll stands at 12" nothing else says what befell them.
    return "killed" if "toll" in before[-_TOLL_REACH:] else None


def _clause(words: list[str]) -> list[str]:
    for place, word in enumerate(words):
        if word in _CLAUSE_WORDS:
            return words[:place]
    return words
