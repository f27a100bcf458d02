"""Accounts made for testing exports: of sixty witnesses, of one, contaminated, with hostile words."""

from dataclasses import replace

from tests.export.sample_pages import WIRE, article
from variorum.model import (
    Account,
    AccountId,
    Also,
    ArchetypeParagraph,
    Article,
    ArticleId,
    Origin,
    Stemma,
    StemmaEdge,
    StemmaNode,
    Witness,
)

Articles = dict[ArticleId, Article]
_TOWNS = ("Ostra", "Kelmar", "Pellin", "Dray", "Sund")


def named(number: int) -> str:
    """Return a sigil: A to Z, AA, AB and on."""
    letters = chr(ord("A") + number % 26)
    return letters if number < 26 else chr(ord("A") + number // 26 - 1) + letters


def version(number: int) -> tuple[str, ...]:
    """Return the wire text as its copy of that number has it: cut, moved, reworded, or added to."""
    told = list(WIRE)
    if number % 2:
        told[2] = told[2].replace("2,400", f"2,{400 + number}")
    if number % 3 == 1:
        told[0] = told[0].replace("told dock workers", "said")
    if number % 4 == 3:
        told = told[:3]
    if number % 5 == 2:
        told.insert(2, f"Ferries to {_TOWNS[number % 5]} will sail as before, pier {number} said.")
    if number % 7 == 6 and len(told) > 4:
        told = [told[0], *told[2:], told[1]]
    return tuple(told)


def many_witnesses(count: int) -> tuple[Account, Articles]:
    """Return an account of so many copies in a tree of three generations, with its articles."""
    articles = {}
    witnesses, nodes, edges = [], [StemmaNode("α", False), StemmaNode("β", False)], []
    edges.append(StemmaEdge("α", "β", 0.7, ("five changes in common",), 0.9))
    for number in range(count):
        sigil = named(number)
        page = article(
            f"copy-{number}",
            version(number),
            headline=f"Lock to close, {number}",
            outlet=f"Outlet {number}" if number % 6 else None,
            published=(f"2031-04-17T{number % 24:02}:10", None, "2031-04-18")[number % 3],
            url=f"https://outlet-{number}.example/lock?page={number}&part=2",
        )
        articles[page.id] = page
        exemplar = ("α", "β", named(number // 2))[number % 3 if number > 2 else 0]
        also = (Also(AccountId("other"), 0.2),) if number % 9 == 8 else ()
        witnesses.append(
            Witness(sigil, page.id, "edited", exemplar, 0.9, confidence=0.6, also=also)
        )
        nodes.append(StemmaNode(sigil, True))
        edges.append(StemmaEdge(exemplar, sigil, 0.6, ("shares its wording",), 0.8))
    account = Account(
        AccountId("0many"),
        tuple(witnesses),
        Origin("Island Wire", None, 0.9, ("named in many credits",)),
        Stemma(tuple(nodes), tuple(edges)),
        tuple(ArchetypeParagraph(text, ("A",)) for text in WIRE),
        headline="Lock to close",
    )
    return account, articles


def single_witness() -> tuple[Account, Articles]:
    """Return an account of one page."""
    page = article("alone", WIRE[:2], headline="Alone", outlet="Ostra Courier", published=None)
    account = Account(
        AccountId("alone"),
        (Witness("A", page.id, "original"),),
        archetype=tuple(ArchetypeParagraph(text, ("A",)) for text in WIRE[:2]),
    )
    return account, {page.id: page}


def contaminated() -> tuple[Account, Articles]:
    """Return an account whose third witness draws on both others, with sigla that no XML name may be."""
    account, articles = many_witnesses(3)
    sigla = {"A": "A'", "B": "2", "C": 'C"\\'}
    account = replace(
        account,
        witnesses=tuple(
            replace(each, sigil=sigla[each.sigil], copied_from=None) for each in account.witnesses
        ),
        stemma=Stemma(
            tuple(StemmaNode(each, True) for each in sigla.values()),
            (
                StemmaEdge("A'", 'C"\\', 0.4, ('has "A\'s" error',), 0.3),
                StemmaEdge("2", 'C"\\', 0.8, ("line one\nline two",), 0.7),
                StemmaEdge("A'", "2", 0.9, (), None),
            ),
        ),
    )
    return account, articles
