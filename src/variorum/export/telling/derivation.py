"""Claims on derivation: which text the pages go back to, by which lost versions, from which copies."""

from collections import Counter

from ...accounts.names import is_own_page
from ..wording import count, join_names, likelihood, number_word, origin_name
from .claim import Claim, Instance, claim
from .deeds import Deed
from .findings import Findings, paragraphs_told, surety, verb
from .rewording import quoted


def tell_root(findings: Findings) -> Claim | None:
    """Say which page the others go back to, or that the text itself is lost."""
    sigil = findings.account.stemma.root
    if sigil is None:
        return None
    page = findings.page(sigil)
    if page is None:
        return claim(f"{_lost_text(findings)}; it is rebuilt from them", ())
    others = [each for each in findings.account.witnesses if each is not page]
    sure = surety(others)
    if sure == "undecided":
        return claim(f"whether {findings.name(page)} was first is undecided", ())
    if len(others) == 1:
        told = f"{findings.name(others[0])} was copied from {findings.name(page)} ({sure})"
    else:
        told = f"all others go back to the page of {findings.name(page)} ({sure})"
    return claim(told, [Instance(page, "the text that the others go back to")])


def _lost_text(findings: Findings) -> str:
    """Say that the text all pages go back to is lost, or that no page is known to be it."""
    origin = origin_name(findings.account)
    if not origin:
        return "no page is known to be the text that all go back to"
    outlets = [findings.article(each).outlet for each in findings.account.witnesses]
    if any(is_own_page(outlet, origin) for outlet in outlets):
        return f"no page is known to be the {origin} text that all go back to"
    return f"the {origin} text itself is not among the pages"


def tell_versions(findings: Findings) -> Claim | None:
    """Say which lost versions stand between the original and the pages, the greatest first."""
    ranked = sorted(findings.lost, key=lambda deed: (-len(deed.below), deed.sigil))
    lost = [deed for deed in ranked if len(deed.below) > 1 and _feats(deed)]
    if not lost:
        return None
    first = lost[0]
    told = f"{findings.pages(first.below)} "
    if first.added:
        told += f"{verb(first.below, 'carry', 'carries')} a later version of it ({first.sigil})"
    elif surety(first.below) == "undecided":
        told += f"may go back to a lost copy of it ({first.sigil})"
    else:
        told += f"{verb(first.below, 'go', 'goes')} back to a lost copy of it ({first.sigil})"
    told += f" that {join_names(_feats(first))}"
    if len(lost) > 1:
        others = count(len(lost) - 1, "other lost version")
        told += f"; there {verb(lost[1:], 'are', 'is')} {others}"
    return claim(told, [_shown(deed) for deed in lost])


def _feats(deed: Deed) -> list[str]:
    """Say what one lost version did, briefly."""
    told = []
    if deed.added:
        told.append(f"adds {count(len(deed.added), 'paragraph')}")
    if deed.cut_after is not None:
        told.append(f"ends after paragraph {deed.cut_after}")
    if deed.dropped:
        told.append(f"leaves out {paragraphs_told(deed.dropped)}")
    if deed.heard:
        told.append(f"is worded differently in {count(len(deed.heard), 'place')}")
    return told


def _shown(deed: Deed) -> Instance:
    pages = count(len(deed.below), "page")
    told = f"shows {deed.sigil}, behind {pages}: it {join_names(_feats(deed))}"
    return Instance(deed.shown_by or deed.below[0], told + quoted(deed.heard), deed.added)


def tell_copies_of_copies(findings: Findings) -> Claim | None:
    """Say which pages were copied from another page that is itself a copy."""
    root = findings.account.stemma.root
    copied = [
        (witness, exemplar)
        for witness, deed in findings.deeds
        if deed.exemplar != root and (exemplar := findings.page(deed.exemplar))
    ]
    if not copied:
        return None
    origins = Counter(exemplar.sigil for _, exemplar in copied)
    most = min(origins, key=lambda sigil: (-origins[sigil], sigil))
    own = [(witness, exemplar) for witness, exemplar in copied if exemplar.sigil == most]
    pages = [witness for witness, _ in own]
    sure = surety(pages)
    were = "may have been" if sure == "undecided" else verb(pages, "were", "was")
    told = f"{findings.pages(pages)} {were} copied from {findings.name(own[0][1])} ({sure})"
    if rest := len(copied) - len(own):
        told += f", {number_word(rest)} from {'another copy' if rest == 1 else 'other copies'}"
    return claim(
        told,
        [
            Instance(witness, f"copied from {findings.name(exemplar)}")
            for witness, exemplar in copied
        ],
    )


def tell_mixed(findings: Findings) -> Claim | None:
    """Say which pages drew on a second version of the text beside the one they were copied from."""
    drawn = [
        (witness, edge)
        for edge in findings.account.stemma.edges
        if (witness := findings.page(edge.target))
        and witness.copied_from not in (None, edge.origin)
    ]
    if not drawn:
        return None
    pages = list({witness.sigil: witness for witness, _ in drawn}.values())
    told = f"{findings.pages(pages)} {verb(pages, 'draw', 'draws')} on a second version as well"
    if len(drawn) == 1:
        told += f": {_version_name(findings, drawn[0][1].origin)}"
        told += f" ({likelihood(drawn[0][1].confidence)})"
    return claim(
        told,
        [
            Instance(
                witness,
                f"copied from {_version_name(findings, witness.copied_from)}, draws on "
                f"{_version_name(findings, edge.origin)} ({likelihood(edge.confidence)})",
            )
            for witness, edge in drawn
        ],
    )


def _version_name(findings: Findings, sigil: str | None) -> str:
    page = findings.page(sigil)
    return findings.name(page) if page else f"the lost version {sigil}"


def tell_undecided(findings: Findings) -> Claim | None:
    """Say of which pages it is not known whom they copied."""
    unknown = [
        each
        for each in findings.account.witnesses
        if each.relation == "undecided"
        or (each.copied_from and likelihood(each.confidence) == "undecided")
    ]
    if not unknown:
        return None
    told = f"from whom {findings.pages(unknown)} copied is undecided"
    return claim(told, [Instance(each, "undecided") for each in unknown])
