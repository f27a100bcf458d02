"""The header of a TEI edition: what it is, its witnesses with where they come from, how it was made."""

from collections import Counter
from collections.abc import Mapping

from ...model import Account, Article, ArticleId, Moment, Witness
from ..family import Family
from ..writable import web_address
from .element import Element, add, certainty

Names = Mapping[str, str]
_EDITORIAL = (
    "The text is the archetype that the stemma gives: the text to which all witnesses go back. "
    "An app stands wherever witnesses part. Every witness is named once in each app of the running "
    "text, in the lem or in one rdg; in an app inside another, those that have the words around it. "
    "A rdg of type gap is no reading: the page breaks off, begins later or retells, and what its "
    "exemplar had is not known. Any other lem or rdg without text is an omission. Whole sentences "
    "that some lack, add or tell in place of others are one app, with apps inside it where those "
    "who have them differ.",
    "Words are compared as the pages have them; only shapes of quotation marks, dashes, spaces and "
    "soft hyphens are made alike, and a paragraph without any letter is left out. Characters that "
    "XML cannot hold are replaced by U+FFFD. An ab of type addition is a paragraph that the "
    "archetype lacks. Passages that stand elsewhere in a witness keep their place in the text and "
    "are listed as transpositions at the end.",
)


def add_header(
    root: Element,
    account: Account,
    articles: Mapping[ArticleId, Article],
    family: Family,
    names: Names,
) -> None:
    """Add the header with its list of witnesses, extant and lost."""
    header = add(root, "teiHeader")
    described = add(header, "fileDesc")
    add(add(described, "titleStmt"), "title", account.headline or f"Account {account.id}")
    publication = add(described, "publicationStmt")
    add(publication, "p", f"Made by Variorum from captured pages; account {account.id}.")
    witnessed = add(described, "sourceDesc")
    _add_origin(witnessed, account)
    _add_witnesses(witnessed, account, articles, names)
    lost = [node.sigil for node in family.nodes if not node.extant]
    if lost:
        listed = add(witnessed, "listWit")
        add(listed, "head", "Lost witnesses")
        for sigil in lost:
            text = "the lost original" if sigil in family.roots else "a lost version"
            add(listed, "witness", text, xml_id=names[sigil], n=sigil)
    encoding = add(header, "encodingDesc")
    declared = add(encoding, "editorialDecl")
    for paragraph in _EDITORIAL:
        add(declared, "p", paragraph)
    add(encoding, "variantEncoding", method="parallel-segmentation", location="internal")


def language_of(account: Account, articles: Mapping[ArticleId, Article]) -> str | None:
    """Return the language of most witnesses, if any has one."""
    languages = Counter(
        language for each in account.articles if (language := articles[each].language)
    )
    return min(languages, key=lambda each: (-languages[each], each), default=None)


def _add_origin(parent: Element, account: Account) -> None:
    origin = account.origin
    name = origin.agency or origin.outlet
    if name is None:
        return
    supplied = add(parent, "bibl", type="origin")
    add(supplied, "publisher", name, cert=certainty(origin.confidence))
    for reason in origin.reasons:
        add(supplied, "note", reason, type="reason")


def _add_witnesses(
    parent: Element, account: Account, articles: Mapping[ArticleId, Article], names: Names
) -> None:
    listed = add(parent, "listWit")
    add(listed, "head", "Extant witnesses")
    for witness in account.witnesses:
        element = add(listed, "witness", xml_id=names[witness.sigil], n=witness.sigil)
        described = add(element, "bibl")
        _add_publication(described, articles[witness.article])
        _add_relation(described, witness)


def _add_publication(parent: Element, article: Article) -> None:
    """Add what the page says of itself and where it was captured."""
    capture = article.capture
    if article.headline:
        add(parent, "title", article.headline, level="a")
    for name in article.byline:
        add(parent, "author", name)
    if article.outlet or article.host:
        add(parent, "publisher", article.outlet or article.host)
    if article.published:
        _add_moment(parent, article.published)
    for credit in article.credit:
        add(parent, "note", credit, type="credit")
    link = web_address(capture.url)
    if link:
        add(parent, "ref", link, target=link)
    add(parent, "idno", article.id, type="article")
    add(parent, "idno", capture.digest, type="digest")
    if capture.key:
        add(parent, "idno", capture.key, type="key")


def _add_moment(parent: Element, moment: Moment) -> None:
    """Add a date; only whole days and seconds are among the forms of W3C, minutes are of ISO 8601."""
    is_minute = moment.precision == "minute"
    add(
        parent,
        "date",
        moment.value,
        when=None if is_minute else moment.value,
        when_iso=moment.value if is_minute else None,
    )


def _add_relation(parent: Element, witness: Witness) -> None:
    exemplar = f", copied from {witness.copied_from}" if witness.copied_from else ""
    add(
        parent,
        "note",
        f"{witness.relation}{exemplar}; shared {witness.shared:.2f}, own {witness.own:.2f}, "
        f"dropped {witness.dropped:.2f}",
        type="relation",
        cert=certainty(witness.confidence),
    )
    for reason in witness.reasons:
        add(parent, "note", reason, type="reason")
    for other in witness.also:
        add(
            parent,
            "note",
            f"{other.shared:.2f} of its narrated words are of account {other.account}",
            type="also",
        )
