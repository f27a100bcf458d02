"""Names of outlets and agencies, folded so that two spellings of one compare equal."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

_ASIDE = re.compile(r"\([^)]*\)|\.(?:com|org|net|co|tv|info|gov|edu)\b.*$|\bstaff\b|^the\b|^www\.")
_WORD = re.compile(r"\w+")
_SHORT = re.compile(r"[^\W\d_]{2,6}")
# Initials of fewer words say nothing: too many names have them.
_SHORTENED = 3
# The names of a few thousand outlets and agencies come again with every page.
_REMEMBERED = 4096
# What the large agencies are called in full; a credit line uses either.
_FULL_NAMES = {
    "associatedpress": "ap",
    "agencefrancepresse": "afp",
    "thomsonreuters": "reuters",
    "deutschepresseagentur": "dpa",
    "pressassociation": "pa",
    "unitedpressinternational": "upi",
    "presstrustofindia": "pti",
    "tribunenewsservice": "tns",
}


@lru_cache(maxsize=_REMEMBERED)
def fold_name(name: str) -> str:
    """Return the form of a name by which its spellings compare equal.

    >>> fold_name("The Associated Press"), fold_name("apnews.com")
    ('ap', 'apnews')
    """
    folded = "".join(_WORD.findall(_ASIDE.sub(" ", name.casefold().strip())))
    # An address runs its words together: "thehill.com" is "The Hill".
    folded = folded.removeprefix("the") or folded
    return _FULL_NAMES.get(folded, folded)


def fold_names(names: Iterable[str]) -> Mapping[str, str]:
    """Return the folded form of each name; a full name and its initials, both given, are one.

    >>> fold_names(["North Coast Press Agency", "NCPA"])["North Coast Press Agency"]
    'ncpa'
    """
    folded = {name: fold_name(name) for name in names}
    short = {each for name, each in folded.items() if name.isupper() and _SHORT.fullmatch(name)}
    return {
        name: initials if (initials := _initials(name)) in short else each
        for name, each in folded.items()
    }


def _initials(name: str) -> str:
    words = [word for word in _WORD.findall(name) if word[0].isupper() and word != "The"]
    return "".join(word[0] for word in words).casefold() if len(words) > 1 else ""


def is_own_page(outlet: str | None, supplier: str) -> bool:
    """Whether an outlet is the supplier itself: the same name, or its news site's."""
    if not outlet:
        return False
    return fold_name(outlet) in _forms(supplier)


@lru_cache(maxsize=_REMEMBERED)
def _forms(supplier: str) -> frozenset[str]:
    """Return the folded names under which a supplier's own pages stand."""
    name = fold_name(supplier)
    if not name:
        return frozenset()
    return frozenset({name, name + "news", name + "online", "the" + name, *_short_forms(supplier)})


def _short_forms(name: str) -> set[str]:
    """Return how an address may shorten a name: initials for its first words, or for all of them.

    >>> sorted(_short_forms("Old Harbour Times"))
    ['oharbourtimes', 'oht', 'ohtimes']
    """
    words = [word.casefold() for word in _WORD.findall(name) if word.casefold() != "the"]
    if len(words) < _SHORTENED:
        return set()
    return {
        "".join(word[0] for word in words[:at]) + "".join(words[at:])
        for at in range(1, len(words) + 1)
    }
