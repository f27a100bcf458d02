"""Markup of strangers, parsed: nothing is fetched, no entity stands for another text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...errors import CaptureError

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(raw: bytes, location: str) -> "_Element":
    """Return the root of an XML file, as far as it can be parsed."""
    # A compiled parser: loaded where there is XML.
    from lxml import etree

    # Depth and length keep to the library's limits against bombs.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(raw.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CaptureError(location, f"is no XML that can be read ({error})") from error
    if root is None:
        raise CaptureError(location, "is no XML that can be read")
    return root


def local_name(element: "_Element") -> str:
    """Return the name of an element without its namespace, in small letters."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children_named(element: "_Element", *names: str) -> "Iterator[_Element]":
    """Yield the children of an element that have one of these names."""
    return (child for child in element.iterchildren("*") if local_name(child) in names)


def child_text(element: "_Element", *names: str) -> str | None:
    """Return the text of the first child with one of these names that has any."""
    texts = ("".join(each.itertext()).strip() for each in children_named(element, *names))
    return next((text for text in texts if text), None)
