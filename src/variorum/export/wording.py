"""The plain sentences in which findings are told, the same in the terminal and on the page."""

from collections.abc import Iterable, Mapping, Sequence

from ..model import (
    Account,
    Article,
    ArticleId,
    Change,
    Comparison,
    Marks,
    Rendering,
    Story,
    Witness,
)

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
# Below the first bound a judgement is no better than a coin's; above the second it was right in
# nine cases of ten on the simulated accounts.
_UNDECIDED_BELOW = 0.5
_SURE_FROM = 0.8
_NAMED_OUTLETS = 4


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return "two accounts", "one page", "31 pages"."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{word} {noun if number == 1 else plural or noun + 's'}"


def number_word(number: int) -> str:
    """Return a number as a sentence has it: "three", "40"."""
    return count(number, "time").split(" ")[0]


def tallied(number: int, singular: str, plural: str | None = None) -> str:
    """Return a count as the header has it: "3 pages"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def tally(pages: int, accounts: int, stories: int | None = None) -> str:
    """Return the header's line: "3 pages · 2 accounts", with the stories between if there are several."""
    parts = [tallied(pages, "page")]
    if stories is not None:
        parts.append(f"{stories:,} {'story' if stories == 1 else 'stories'}")
    parts.append(tallied(accounts, "account"))
    return " · ".join(parts)


def comparison_tally(comparison: Comparison) -> str:
    """Return the line for a whole comparison; one story alone is not counted."""
    stories = comparison.stories
    pages = sum(len(story.articles) for story in stories)
    accounts = sum(len(story.accounts) for story in stories)
    return tally(pages, accounts, len(stories) if len(stories) != 1 else None)


def likelihood(confidence: float) -> str:
    """Return the word for a confidence between 0 and 1."""
    if confidence < _UNDECIDED_BELOW:
        return "undecided"
    return "very likely" if confidence >= _SURE_FROM else "likely"


def outlet_name(article: Article) -> str:
    """Return what to call the outlet of a page."""
    return article.outlet or article.host or "an unnamed outlet"


def origin_name(account: Account) -> str | None:
    """Return the agency or outlet whose text an account is, where the evidence says."""
    return account.origin.agency or account.origin.outlet


def story_headcount(story: Story) -> str:
    """Return "Three pages, two accounts."."""
    pages, accounts = len(story.articles), len(story.accounts)
    sentence = f"{count(pages, 'page')}, {count(accounts, 'account')}."
    return sentence[0].upper() + sentence[1:]


def independence_sentence(story: Story) -> str:
    """Return how many houses are known to stand behind the accounts."""
    known = f"Known to come from {count(story.houses, 'house', 'different houses')}"
    if not story.houses:
        known = "From which houses they come is not known"
    return f"{known} ({'; '.join(story.house_reasons)})." if story.house_reasons else f"{known}."


def account_sentence(account: Account, articles: Mapping[ArticleId, Article]) -> str:
    """Return one sentence on who carries an account: "A and one unnamed outlet carry one Reuters text."."""
    pages = [articles[key] for key in account.articles]
    names = _list_outlets(pages)
    names = names if "." in names.split()[0] else names[0].upper() + names[1:]
    origin = origin_name(account)
    if len(pages) == 1:
        if account.origin.agency:
            return f"{names} carries a text of {account.origin.agency}."
        return (
            f"{names} reports for itself." if pages[0].outlet else f"{names} has a text of its own."
        )
    carriers = len({outlet_name(page) for page in pages}) > 1
    verb = "carry" if carriers else "carries in several versions"
    text = f"one {origin} text" if origin else "one text"
    return f"{names} {verb} {text}."


def _list_outlets(pages: Sequence[Article]) -> str:
    unnamed = sum(1 for page in pages if not page.outlet and not page.host)
    named = list(dict.fromkeys(outlet_name(page) for page in pages if page.outlet or page.host))
    listed = named[:_NAMED_OUTLETS]
    others = len(named) - len(listed)
    if others:
        listed.append(count(others, "other outlet"))
    if unnamed:
        listed.append(count(unnamed, "unnamed outlet"))
    return join_names(listed)


def join_names(names: Iterable[str]) -> str:
    """Return "A", "A and B" or "A, B and C"."""
    listed = list(names)
    if len(listed) < 2:
        return "".join(listed)
    return ", ".join(listed[:-1]) + " and " + listed[-1]


def names_within(names: Sequence[str], room: int) -> str:
    """Return as many of some names as fit into so many letters, at least one, and count the rest.

    >>> names_within(["The Tern", "The Gull", "Pilot News"], 24)
    'The Tern and two others'
    """
    for shown in range(len(names), 1, -1):
        rest = len(names) - shown
        told = join_names([*names[:shown], *([count(rest, "other")] if rest else [])])
        if len(told) <= room:
            return told
    return join_names([*names[:1], *([count(len(names) - 1, "other")] if len(names) > 1 else [])])


_MARKS: Mapping[Marks, str] = {
    "unopened": "opening quotation mark lost",
    "unclosed": "closing quotation mark lost",
    "mismatched": "quotation marks do not match",
}


def marks_phrase(rendering: Rendering, articles: Mapping[ArticleId, Article]) -> str | None:
    """Say what is wrong with the marks, and on which pages where it is not on all of them."""
    if rendering.marks == "ok":
        return None
    phrase = _MARKS[rendering.marks]
    if not 0 < len(rendering.damaged) < len(rendering.articles):
        return phrase
    damaged = dict.fromkeys(outlet_name(articles[key]) for key in rendering.damaged)
    return f"{phrase} in {join_names(damaged)}"


RELATION_PHRASES: Mapping[str, str] = {
    "verbatim": "word for word",
    "excerpt": "a shortened copy",
    "edited": "an edited copy",
    "rewrite": "rewritten",
    "translation": "a translation",
    "contaminated": "mixed from several texts",
    "original": "its own text",
    "undecided": "undecided",
}


# The same of several pages, where the words differ.
_SEVERAL: Mapping[str, str] = {
    "excerpt": "shortened copies",
    "edited": "edited copies",
    "translation": "translations",
    "original": "their own texts",
}


def relation_phrase(witness: Witness, *, several: bool = False) -> str:
    """Return the plain phrase for how a witness, or several, relates to what it was copied from."""
    phrase = RELATION_PHRASES[witness.relation]
    return _SEVERAL.get(witness.relation, phrase) if several else phrase


def change_phrase(change: Change) -> str:
    """Return one change of a rendering in words: "“friends” became “allies” (lexical)"."""
    before, after = change.before.strip(), change.after.strip()
    if change.kind == "truncation":
        told = f"leaves out “{before}”"
    elif change.kind == "transposition":
        told = f"“{before}” stands in another order: “{after}”" if after else f"moves “{before}”"
    elif not before:
        told = f"adds “{after}”"
    elif not after:
        told = f"drops “{before}”"
    else:
        told = f"“{before}” became “{after}”"
    return f"{told} ({change.kind}, {change.grade})"


def figure_value(value: float | int | str | None, unit: str | None) -> str:
    """Return a figure's value for people: "2,500 troops", "2023-04-29"."""
    if value is None:
        return "unresolved"
    if isinstance(value, str):
        return value
    number = f"{value:,}" if isinstance(value, int) or value % 1 else f"{int(value):,}"
    return f"{number} {unit}" if unit else number
