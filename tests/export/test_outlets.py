"""The sentence on whose text the outlets print."""

from variorum.export.outlets import outlets_sentence
from variorum.model import OutletShare, Story, StoryId


def story(*outlets: OutletShare) -> Story:
    return Story(StoryId("s"), "Headline", None, (), outlets=outlets)


def test_shares_and_agencies_are_told_in_a_sentence() -> None:
    told = outlets_sentence(
        story(
            OutletShare("Skerrow Islander", 1, 200, 1.0),
            OutletShare("Radio Skerrow", 1, 200, 1.0),
            OutletShare("Mail", 2, 300, 0.034, ("Northern Wire",)),
            OutletShare("Post", 1, 100, 0.0, ("Northern Wire",)),
            OutletShare(None, 3, 100, 0.0),
        )
    )
    assert told == (
        "Own text: Skerrow Islander and Radio Skerrow 100%; Mail 3%; two others none. "
        "Agency text: Northern Wire (two outlets)."
    )


def test_one_outlet_needs_no_sentence() -> None:
    assert outlets_sentence(story(OutletShare("Post", 4, 100, 1.0))) is None


def test_many_outlets_are_counted() -> None:
    shares = [OutletShare(f"Outlet {n}", 1, 10, 1 - n / 10) for n in range(9)]
    assert "three others some" in (outlets_sentence(story(*shares)) or "")
    nothing = [OutletShare(f"Outlet {n}", 1, 10, 0.0) for n in range(3)]
    assert outlets_sentence(story(*nothing)) == "Own text: three outlets none."
