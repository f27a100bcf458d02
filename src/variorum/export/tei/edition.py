"""A whole TEI edition of one account."""

from collections.abc import Mapping
from xml.etree import ElementTree as Xml

from ...model import Account, Article, ArticleId
from ..family import read_family
from ..laid_out import lay_out
from ..writable import xml_names
from .element import TEI, Element, add
from .header import add_header, language_of
from .stemma import add_stemma
from .text import add_paragraphs, add_transpositions


def render_tei(account: Account, articles: Mapping[ArticleId, Article]) -> str:
    """Return an account as a TEI P5 document: header with witnesses, text with apparatus, stemma."""
    family = read_family(account)
    names = xml_names(tuple(node.sigil for node in family.nodes))
    laid = lay_out(account, articles)
    root = add(None, "TEI", xmlns=TEI)
    add_header(root, account, articles, family, names)
    text = add(root, "text", xml_lang=language_of(account, articles))
    add_paragraphs(add(text, "body"), laid, names)
    back = add(text, "back")
    add_stemma(back, family, names)
    add_transpositions(back, laid, names)
    _break_lines(root)
    written = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _break_lines(root: Element) -> None:
    """Indent all but the text, in which white space counts: there each paragraph gets a line."""
    header, text = root
    body, back = text
    Xml.indent(header, level=1)
    Xml.indent(back, level=2)
    root.text = header.tail = "\n  "
    text.text = body.tail = "\n    "
    back.tail = "\n  "
    text.tail = "\n"
    body.text = "\n      "
    for block in body:
        block.tail = "\n      "
    body[-1].tail = "\n    "
