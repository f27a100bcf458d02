"""What the names in markup say: the words of classes, ids, roles and properties, as marks.

Web pages are written by thousands of hands, and yet call their parts by few words. A mark is one
bit, so that what all ancestors of an element are called is one number.
"""

import re
from functools import lru_cache

NONE = 0

# Words in the names of elements, by what they tell. Gathered by counting which words of 515 pages
# tell body from chrome on many sites, and completed by hand with their likes.
_WORDS = {
    "called article": "article story post entry artikel articulo news noticia",
    "called body": "body articlebody storybody bodytext fulltext bodycopy",
    "called content": "content contents inhalt contenido contenu",
    "called text": "text paragraph para copy rich richtext prose texto wysiwyg",
    "called main": "main primary center centre middle maincontent maincolumn",
    "called comment": (
        "comment comments disqus reply replies respond discussion commentlist talkback"
    ),
    "called related": (
        "related relacionadas relacionados recommended recommendation recommendations more "
        "similar readmore outbrain taboola also seealso read next further links teaser "
        "teasers promo promos promotion trending popular latest mostread recent inline recirc "
        "recirculation"
    ),
    "called share": (
        "share sharing social addthis sharethis facebook twitter follow tools toolbar actions "
        "print email"
    ),
    "called caption": "caption captions figcaption legend credit credits photocredit copyright",
    "called media": (
        "image images img photo photos picture gallery slideshow slide carousel video player "
        "media figure thumb thumbnail"
    ),
    "called side": (
        "sidebar side aside rail right left secondary widget widgets complementary infobox "
        "box factbox"
    ),
    "called header": (
        "header head masthead top topbar banner logo branding breadcrumb breadcrumbs crumb "
        "kicker eyebrow"
    ),
    "called footer": "footer foot bottom colophon contentinfo disclaimer",
    "called menu": (
        "nav navigation menu navbar submenu dropdown navi menubar tabs tab sitemap pagination pager"
    ),
    "called byline": (
        "author authors byline bylines writer bio profile contributor contributors autor "
        "auteur reporter"
    ),
    "called date": "date time timestamp published updated pubdate posted dateline datetime",
    "called title": "title headline heading titel hed subtitle",
    "called summary": (
        "summary standfirst lead lede intro deck dek subhead subheadline excerpt abstract "
        "description teaser strap sapo chapo sinopsis bajada ingress manchet entradilla"
    ),
    "called newsletter": (
        "newsletter subscribe subscription signup sign login register paywall premium "
        "membership member email donate donation cta consent cookie cookies gdpr modal popup "
        "overlay notification alert"
    ),
    "called advertisement": (
        "ad ads advert advertisement adv sponsor sponsored dfp adsense adunit commercial "
        "outbrain taboola promoted"
    ),
    "called tags": "tag tags topic topics keywords category categories section label labels",
    "called meta": "meta info details metadata",
    "called list": "list listing items item grid row cards card feed river archive stack",
    "called hidden": "hidden hide invisible visually sr screenreader screen offscreen noprint",
    "called quote": "quote pullquote blockquote pull",
    "called embed": "embed tweet instagram twitter oembed iframe",
    "says article body": "articlebody",
}
_ELEMENTS = (
    "article main aside nav header footer form table figure figcaption blockquote a b h1 h2 h3 "
    "heading list dl time address section p li cell pre"
).split()
_LIKE = {
    "strong": "b",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "ul": "list",
    "ol": "list",
    "td": "cell",
    "th": "cell",
    "caption": "figcaption",
    "menu": "nav",
    "dd": "dl",
    "dt": "dl",
}
MARKS = (*(f"in {name}" for name in _ELEMENTS), *_WORDS, "hidden", "italic")
_BIT = {name: 1 << at for at, name in enumerate(MARKS)}
IN_CAPTION, IN_NAV = _BIT["in figcaption"], _BIT["in nav"]
CALLED_SIDE, CALLED_NEWSLETTER = _BIT["called side"], _BIT["called newsletter"]
IN_HEADER, IN_FOOTER = _BIT["in header"], _BIT["in footer"]
LINK, BOLD, ITALIC = _BIT["in a"], _BIT["in b"], _BIT["italic"]
NAME_MARKS = {
    **{name: _BIT[f"in {name}"] for name in _ELEMENTS},
    **{name: _BIT[f"in {like}"] for name, like in _LIKE.items()},
    "i": ITALIC,
    "em": ITALIC,
}
_MARK_OF_WORD: dict[str, int] = {}
for _name, _words in _WORDS.items():
    for _word in _words.split():
        _MARK_OF_WORD[_word] = _MARK_OF_WORD.get(_word, 0) | _BIT[_name]

_NAMED = re.compile(
    r"([^\s=\"'/>]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++)))?",
)
_HIDING = frozenset({"hidden", "aria-hidden"})
_NAMING = frozenset({"class", "id", "itemprop", "role"})
_UNDISPLAYED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# A name in capitals within ("articleBody") is two words.
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Longer attributes carry programs and records.
_LONGEST = 300
_MOST_WORDS = 24


def read_names(attributes: str) -> tuple[str, int]:
    """Return the class that the attributes of a tag give it, and the marks of its names."""
    classes, marks = "", NONE
    for name, double, single, bare in _NAMED.findall(attributes):
        name = name.lower()
        value = (double or single or bare)[:_LONGEST]
        if name in _NAMING:
            marks |= marks_of(value)
            classes = value if name == "class" else classes
        elif name == "style":
            marks |= _BIT["hidden"] if _UNDISPLAYED.search(value) else NONE
        elif name in _HIDING:
            marks |= _BIT["hidden"] if value.lower() != "false" else NONE
    return classes, marks


# The pages of a site call their parts alike.
@lru_cache(maxsize=1 << 14)
def marks_of(value: str) -> int:
    """Return the marks of the words of a name or of several.

    >>> marks_of("story-body") == marks_of("storyBody") != NONE
    True
    """
    marks = _MARK_OF_WORD.get(value.lower(), NONE)
    for word in _WORD.findall(value)[:_MOST_WORDS]:
        marks |= _MARK_OF_WORD.get(word.lower(), NONE)
    return marks
