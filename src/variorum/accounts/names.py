"""Names of outlets and agencies, folded so that two spellings of one compare equal."""

import re

_ASIDE = re.compile(r"\([^)]*\)|\.(?:com|org|net|co|tv|info|gov|edu)\b.*$|\bstaff\b|^the\b|^www\.")
_WORD = re.compile(r"\w+")
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


def fold_name(name: str) -> str:
    """Return the form of a name by which its spellings compare equal.

    >>> fold_name("The Associated Press"), fold_name("apnews.com")
    ('ap', 'apnews')
    """
    folded = "".join(_WORD.findall(_ASIDE.sub(" ", name.casefold().strip())))
    return _FULL_NAMES.get(folded, folded)


def is_own_page(outlet: str | None, supplier: str) -> bool:
    """Whether an outlet is the supplier itself: the same name, or its news site's."""
    if not outlet:
        return False
    page, name = fold_name(outlet), fold_name(supplier)
    return bool(name) and page in {name, name + "news", name + "online", "the" + name}
