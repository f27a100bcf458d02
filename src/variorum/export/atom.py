"""Atom (RFC 4287): stories as a feed, an entry each."""

from collections.abc import Mapping
from datetime import datetime
from xml.etree import ElementTree as Xml

from ..model import Article, ArticleId, Comparison, Story
from .identifiers import stated_time, urn
from .wording import account_sentence, story_headcount
from .writable import one_line, web_address

_NAMESPACE = "http://www.w3.org/2005/Atom"
# Atom wants a time of everything. A story of which no page has one is told as older than all others.
_UNDATED = "1970-01-01T00:00:00Z"


def render_atom(comparison: Comparison) -> str:
    """Return the stories of a comparison as a feed, the latest first."""
    articles = {article.id: article for article in comparison.articles}
    stories = sorted(comparison.stories, key=lambda each: each.id)
    stories.sort(key=lambda each: _instant(_updated(each, articles)), reverse=True)
    Xml.register_namespace("", _NAMESPACE)
    feed = Xml.Element(f"{{{_NAMESPACE}}}feed")
    _add(feed, "id", urn("stories"))
    _add(feed, "title", "Stories, by how many independent accounts they have")
    _add(feed, "updated", _updated(stories[0], articles) if stories else _UNDATED)
    _add(_add(feed, "author"), "name", "Variorum")
    for story in stories:
        _entry(_add(feed, "entry"), story, articles)
    Xml.indent(feed, " ")
    text: str = Xml.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _entry(entry: Xml.Element, story: Story, articles: Mapping[ArticleId, Article]) -> None:
    _add(entry, "id", urn("story", story.id))
    _add(entry, "title", story.headline or "A story without a headline")
    _add(entry, "updated", _updated(story, articles))
    told = [account_sentence(account, articles) for account in story.accounts]
    _add(entry, "content", " ".join([story_headcount(story), *told]), type="text")
    for article in (articles[each] for each in story.articles if each in articles):
        if address := web_address(article.capture.url):
            title = one_line(article.headline or article.outlet or address)
            _add(entry, "link", rel="related", href=address, title=title)
    for outlet in sorted({articles[each].outlet or "" for each in story.articles} - {""}):
        _add(entry, "category", term=one_line(outlet), scheme=urn("outlet"))


def _updated(story: Story, articles: Mapping[ArticleId, Article]) -> str:
    """Return the latest time of a story's pages, as far as these tell it."""
    pages = (articles[each] for each in story.articles)
    moments = [each.modified or each.published for each in pages]
    stated = [stated_time(each.value) for each in moments if each]
    return max(filter(None, stated), key=_instant, default=_UNDATED)


def _instant(time: str) -> datetime:
    return datetime.fromisoformat(time)


def _add(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
    child = Xml.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    if text:
        child.text = one_line(text)
    return child
