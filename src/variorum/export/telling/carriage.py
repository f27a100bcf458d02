"""Claims on carriage: who carries it whole, cuts it, leaves paragraphs out, adds its own or others'."""

from collections import Counter
from collections.abc import Sequence

from ...model import AccountId, Witness
from ..wording import count, number_word
from .claim import Claim, Instance, claim
from .findings import Findings, paragraphs_told, verb


def tell_whole(findings: Findings) -> Claim | None:
    """Say which pages carry the whole of what they were copied from, and which word for word."""
    whole = [(witness, deed) for witness, deed in findings.copies if deed.is_whole]
    if not whole:
        return None
    pages = [witness for witness, _ in whole]
    exact = [witness for witness, deed in whole if not deed.heard]
    text = "their version of it" if any(deed.added for deed in findings.lost) else "it"
    text = "its version of it" if text != "it" and len(pages) == 1 else text
    told = f"{findings.pages(pages)} {verb(pages, 'carry', 'carries')} {text}"
    if len(exact) == len(whole):
        told += " word for word"
    else:
        told += f" whole, {number_word(len(exact))} of them word for word" if exact else " whole"
    return claim(
        told,
        [Instance(page, "word for word" if page in exact else "whole") for page in pages],
    )


def tell_cuts(findings: Findings) -> Claim | None:
    """Say which pages broke it off, and after which paragraph."""
    cut = [
        (page, deed.cut_after)
        for page, deed in findings.copies
        if deed.cut_after is not None and not deed.is_fragment
    ]
    if not cut:
        return None
    cut.sort(key=lambda each: each[1])
    told = f"{_cut_told(findings, cut)} of {len(findings.account.archetype)}"
    return claim(
        told,
        [
            Instance(page, f"ends after paragraph {end}", (len(findings.article(page).paragraphs),))
            for page, end in cut
        ],
    )


def _cut_told(findings: Findings, cut: Sequence[tuple[Witness, int]]) -> str:
    ends = Counter(end for _, end in cut)
    ranked = sorted(ends, key=lambda end: (-ends[end], end))
    if len(ranked) <= 2:
        groups = [(end, [page for page, own in cut if own == end]) for end in ranked]
        return "; ".join(
            f"{findings.pages(pages)} {verb(pages, 'cut', 'cuts')} it after paragraph {end}"
            for end, pages in groups
        )
    told = f"{findings.pages(page for page, _ in cut)} cut it short,"
    if ends[ranked[0]] > ends[ranked[1]]:
        times = count(ends[ranked[0]], "page")
        told += f" most often after paragraph {ranked[0]} ({times}),"
    return f"{told} between paragraphs {min(ends)} and {max(ends)}"


def tell_fragments(findings: Findings) -> Claim | None:
    """Say which pages carry a piece from the middle only."""
    pieces = [(page, deed.kept) for page, deed in findings.copies if deed.is_fragment]
    if not pieces:
        return None
    pages = [page for page, _ in pieces]
    total = len(findings.account.archetype)
    what = "pieces from the middle"
    if len(pieces) == 1:
        what = f"{paragraphs_told(pieces[0][1])} of {total}"
    return claim(
        f"{findings.pages(pages)} {verb(pages, 'carry', 'carries')} only {what}",
        [Instance(page, f"carries {paragraphs_told(kept)} of {total}") for page, kept in pieces],
    )


def tell_dropped(findings: Findings) -> Claim | None:
    """Say which pages left paragraphs out from the middle."""
    dropped = [
        (page, deed.dropped)
        for page, deed in findings.copies
        if deed.dropped and not deed.is_fragment
    ]
    if not dropped:
        return None
    if len(dropped) == 1 or len({numbers for _, numbers in dropped}) == 1:
        what = paragraphs_told(dropped[0][1])
    else:
        what = _each("paragraphs", "", [len(numbers) for _, numbers in dropped])
    pages = [page for page, _ in dropped]
    return claim(
        f"{findings.pages(pages)} {verb(pages, 'leave', 'leaves')} out {what}",
        [Instance(page, f"leaves out {paragraphs_told(numbers)}") for page, numbers in dropped],
    )


def tell_added(findings: Findings) -> Claim | None:
    """Say which pages added paragraphs of their own."""
    added = [(page, deed.added) for page, deed in findings.copies if deed.added]
    if not added:
        return None
    numbers = [len(each) for _, each in added]
    if len(added) == 1:
        what = f"{count(numbers[0], 'paragraph')} of its own"
    else:
        what = _each("paragraphs", " of their own", numbers)
    pages = [page for page, _ in added]
    return claim(
        f"{findings.pages(pages)} {verb(pages, 'add', 'adds')} {what}",
        [Instance(page, f"adds {count(len(each), 'paragraph')}", each) for page, each in added],
    )


def _each(noun: str, tail: str, numbers: Sequence[int]) -> str:
    """Return "one paragraph of their own each", "paragraphs of their own, up to three each"."""
    most = max(numbers)
    if min(numbers) == most:
        return f"{count(most, noun.removesuffix('s'))}{tail} each"
    return f"{noun}{tail}, up to {number_word(most)} each"


def tell_taken(findings: Findings) -> Claim | None:
    """Say which pages took passages from another account."""
    deeds = dict(findings.deeds)
    taken: dict[AccountId, list[tuple[Witness, tuple[int, ...]]]] = {}
    for page in findings.account.witnesses:
        numbers = dict(deeds[page].taken) if page in deeds else {}
        for also in page.also:
            if also.account in findings.accounts:
                taken.setdefault(also.account, []).append((page, numbers.get(also.account, ())))
    if not taken:
        return None
    clauses = [_taken_told(findings, account, own) for account, own in taken.items()]
    return claim(
        "; ".join(clauses),
        [
            Instance(page, f"{_amount(numbers)} from {findings.account_name(account)}", numbers)
            for account, own in taken.items()
            for page, numbers in own
        ],
    )


def _taken_told(
    findings: Findings, account: AccountId, own: Sequence[tuple[Witness, tuple[int, ...]]]
) -> str:
    pages = [page for page, _ in own]
    amount = _amount(own[0][1]) if len(own) == 1 else "passages"
    verb_ = verb(pages, "add", "adds")
    return f"{findings.pages(pages)} {verb_} {amount} from {findings.account_name(account)}"


def _amount(numbers: Sequence[int]) -> str:
    return count(len(numbers), "paragraph") if numbers else "passages"
