"""What a speaker is. Places and people are invented."""

import pytest

from variorum.quotations import find_quotations
from variorum.quotations.speaker_kinds import speaker_kind

from .test_find import article_of


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        ("Venn", "Orla Venn", "person"),
        ("she", "Orla Venn", "person"),
        ("the mayor", "Orla Venn", "person"),
        ("Chief Officer Piet de Roo", "Piet de Roo", "person"),
        ("the harbour ministry", None, "body"),
        ("The report", None, "body"),
        ("HBA", None, "body"),
        ("it", None, "body"),
        ("officials", None, "collective"),
        ("Witnesses", None, "collective"),
        ("several miners from Orl", None, "collective"),
        ("they", None, "collective"),
        ("a spokesman for the mine", None, "unnamed"),
        ("one diplomat", None, "unnamed"),
        ("a source close to the talks", None, "unnamed"),
        ("sources", None, "unnamed"),
    ],
)
def test_kinds(written: str, name: str | None, kind: str) -> None:
    assert speaker_kind(written, name, f"{written} said so.") == kind


def test_who_will_not_be_named_is_unnamed() -> None:
    text = "“The pit is lost,” said the engineer, who declined to be named."
    found = [each.speaker for each in find_quotations(article_of(text)) if each.speaker]
    assert {each.kind for each in found} == {"unnamed"}
