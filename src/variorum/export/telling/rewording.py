"""Claims on wording: who retells it, states other figures, changes words, loses quotation marks."""

from collections.abc import Callable, Sequence

from ...model import Witness
from ..wording import count
from .claim import Claim, Instance, claim
from .deeds import Deed, Reworded
from .findings import Findings, verb

# Places of rewording that are quoted for one page, and words of each reading.
_QUOTED = 3
_LONGEST_QUOTED = 8


def tell_retold(findings: Findings) -> Claim | None:
    """Say which pages retell it in words of their own."""
    pages = [page for page, _ in findings.retold]
    if not pages:
        return None
    retell = verb(pages, "retell", "retells")
    return claim(
        f"{findings.pages(pages)} {retell} it in other words",
        [Instance(page, f"shares {page.shared:.0%} of its words") for page in pages],
    )


def tell_figures(findings: Findings) -> Claim | None:
    """Say which pages state other figures than what they were copied from."""
    return _changed(
        findings,
        lambda deed: [each for each in deed.heard if each.reading.kind == "figure"],
        ("state other figures", "states other figures"),
    )


def tell_reworded(findings: Findings) -> Claim | None:
    """Say which pages changed other words, and in how many places."""
    return _changed(
        findings,
        lambda deed: [each for each in deed.heard if each.reading.kind != "figure"],
        ("change the wording", "changes the wording"),
    )


def tell_marks(findings: Findings) -> Claim | None:
    """Say which pages lost quotation marks."""
    return _changed(
        findings,
        lambda deed: deed.marks,
        ("have lost quotation marks", "has lost quotation marks"),
    )


def _changed(
    findings: Findings, meant: Callable[[Deed], Sequence[Reworded]], phrases: tuple[str, str]
) -> Claim | None:
    found = [(page, places) for page, deed in findings.copies if (places := meant(deed))]
    if not found:
        return None
    found.sort(key=lambda each: -len(each[1]))
    pages = [page for page, _ in found]
    numbers = [len(places) for _, places in found]
    amount = count(max(numbers), "place")
    if min(numbers) < max(numbers):
        amount = f"up to {amount}"
    each_ = " each" if len(found) > 1 else ""
    return claim(
        f"{findings.pages(pages)} {verb(pages, *phrases)} in {amount}{each_}",
        [
            Instance(
                page, count(len(places), "place") + quoted(places), _where(findings, page, places)
            )
            for page, places in found
        ],
    )


def _where(findings: Findings, page: Witness, places: Sequence[Reworded]) -> tuple[int, ...]:
    """Return the paragraphs of the page in which the quoted readings stand."""
    texts = [paragraph.text for paragraph in findings.article(page).paragraphs]
    found: dict[int, None] = {}
    for place in places[:_QUOTED]:
        around = (place.unit.before, place.reading.text, place.unit.after)
        for needle in (" ".join(filter(None, around)), place.reading.text):
            number = next((n for n, text in enumerate(texts, 1) if needle and needle in text), None)
            if number is not None:
                found[number] = None
                break
    return tuple(found)


def quoted(places: Sequence[Reworded]) -> str:
    """Quote the first few places: " (“2,400” became “2,500”)"."""
    told = [_change(each) for each in places[:_QUOTED]]
    return f" ({'; '.join(told)})" if told else ""


def _change(place: Reworded) -> str:
    if place.loses_mark:
        # The marks are what it is about, so they are not stripped and not quoted in marks.
        return f"{_short(place.unit.lemma)} became {_short(place.reading.text)}"
    before, after = (_bare(text) for text in (place.unit.lemma, place.reading.text))
    if not before:
        return f"adds “{after}”"
    return f"“{before}” became “{after}”" if after else f"drops “{before}”"


def _bare(text: str) -> str:
    return _short(text.strip(" “”„«»\"'.,;:"))


def _short(text: str) -> str:
    words = text.split()
    kept = " ".join(words[:_LONGEST_QUOTED])
    return f"{kept} …" if len(words) > _LONGEST_QUOTED else kept
