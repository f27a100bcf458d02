"""Pages and stories of an archive by the names that people give them: ids, and addresses of pages."""

import re

from ..archive import Archive
from ..errors import NotFoundError, OptionError
from ..model import ArticleFilter, ArticleId
from ..model.holding import Hit

_ID = re.compile("[0-9a-f]{16}")
# Pages asked for at once; the most that an archive gives in one list is 500.
_AT_ONCE = 200


def texts_of(archive: Archive, story: str) -> tuple[Hit, ...]:
    """Return a page of each account of a story, of the widest account first."""
    try:
        id = archive.summary(story).id
    except NotFoundError as error:
        raise OptionError("STORY", f"the archive holds no story {story}") from error
    pages: dict[str, list[Hit]] = {}
    for hit in pages_of(archive, id):
        pages.setdefault(hit.account or hit.article, []).append(hit)
    carried = sorted(pages.values(), key=lambda each: (-len(each), each[0].article))
    return tuple(each[0] for each in carried)


def pages_of(archive: Archive, story: str) -> tuple[Hit, ...]:
    """Return the pages of a story, in an order that does not depend on when they came."""
    asked = ArticleFilter(story=story, kinds=("article",))
    return tuple(sorted(_all(archive, asked), key=lambda hit: hit.article))


def named_pages(archive: Archive, named: tuple[str, ...]) -> tuple[Hit, ...]:
    """Return the newest states of pages, each named by an article's id or by its address."""
    ids = {_current(archive, each): each for each in named}
    found = {each.article: each for each in archive.newest(ids)}
    for id, name in ids.items():
        if id not in found or found[id].story is None:
            raise OptionError("PAGE", f"{name} stands in no story")
    return tuple(found[id] for id in ids)


def _current(archive: Archive, named: str) -> ArticleId:
    """Return the article of the newest state of a page."""
    if not _ID.fullmatch(named):
        states = archive.captures_of(named)
        found = next((each.article.id for each in states if each.is_current), None)
        if found is None:
            raise OptionError("PAGE", f"the archive holds no page {named}")
        return found
    try:
        return archive.article(named).current or ArticleId(named)
    except NotFoundError as error:
        raise OptionError("PAGE", f"the archive holds no article {named}") from error


def _all(archive: Archive, asked: ArticleFilter) -> list[Hit]:
    found: list[Hit] = []
    after: str | None = None
    while True:
        page = archive.list_articles(asked, after=after, limit=_AT_ONCE)
        found += page.rows
        if page.next is None:
            return found
        after = page.next
