"""Group accounts into stories: the accounts of one event."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from ..model import Account, Article, Figure, Story, StoryId, content_id
from .affairs import LEAST_LIKENESS, find_affairs, likeness_within, tell_events
from .profile import ABOUT_PUBLICATION, Profile, profiles_of
from .reasons import reasons_of
from .resemblance import FITTED, Weights

_WEEK = timedelta(days=7)


def group_stories(
    articles: Sequence[Article],
    accounts: Sequence[Account],
    figures: Sequence[Figure],
    *,
    weights: Weights = FITTED,
    least: float = LEAST_LIKENESS,
) -> tuple[Story, ...]:
    """Return the stories into which the accounts fall, the one with most accounts first.

    Every account is in exactly one story; quotations and ledger are left for others to fill. Only
    the fitting of `weights` and of `least`, the average likeness of a story, gives its own.
    """
    profiles = profiles_of(articles, accounts, figures)
    stories: list[Story] = []
    for affair in find_affairs([each.bags for each in profiles], weights):
        within = [profiles[each] for each in affair]
        events = tell_events([each.bags for each in within], weights=weights, least=least)
        stories += [assemble_story([within[each] for each in event]) for event in events]
    return tuple(
        sorted(stories, key=lambda story: (-len(story.accounts), -len(story.articles), story.id))
    )


def assemble_story(profiles: Sequence[Profile]) -> Story:
    """Return the story of accounts that report one event; what else there is has no say in it."""
    count = len(profiles)
    likeness = likeness_within([each.bags for each in profiles])
    central = max(
        range(count),
        key=lambda each: (
            round(sum(likeness[each]), 9),
            len(profiles[each].account.witnesses),
            profiles[each].article.id,
        ),
    )
    off = [likeness[a][b] for a in range(count) for b in range(count) if a != b]
    ordered = sorted(profiles, key=lambda each: (each.first_day or date.max, each.account.id))
    accounts = tuple(profile.account for profile in ordered)
    return Story(
        id=StoryId(content_id("story", *sorted(account.id for account in accounts))),
        headline=profiles[central].account.headline or profiles[central].article.headline,
        event_date=event_date(profiles),
        accounts=accounts,
        confidence=round(sum(off) / len(off), 3) if off else 1.0,
        reasons=reasons_of(profiles),
    )


def event_date(profiles: Sequence[Profile]) -> str | None:
    """Return the day near publication that most ledes name, an account one vote; else the first published.

    A weekday may be the one before or the one to come: votes for days a week apart count together,
    and the day nearer to publication stands for both.
    """
    published = sorted(profile.first_day for profile in profiles if profile.first_day)
    middle = published[len(published) // 2] if published else None
    votes: Counter[date] = Counter()
    for profile in profiles:
        days = Counter(_near(profile.event_days, profile.first_day or middle))
        for day, count in days.items():
            votes[day] += count / sum(days.values())  # type: ignore[assignment]
    if votes:
        return min(votes, key=lambda day: _order(day, votes, middle)).isoformat()
    return published[0].isoformat() if published else None


def _near(days: Sequence[date], published: date | None) -> list[date]:
    """Return the days about publication, or all of them where that is not known."""
    if published is None:
        return list(days)
    return [day for day in days if abs((day - published).days) <= ABOUT_PUBLICATION]


def _order(
    day: date, votes: Mapping[date, float], published: date | None
) -> tuple[float, int, float, date]:
    together = votes[day] + sum(votes.get(day + apart, 0.0) for apart in (_WEEK, -_WEEK))
    distance = abs((day - published).days) if published else 0
    return -round(together, 9), distance, -votes[day], day
