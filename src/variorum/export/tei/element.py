"""Building TEI elements: mixed content, and only text that XML can hold."""

from xml.etree import ElementTree as Xml

from ..writable import one_line

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
# Attributes of the xml namespace by the names under which this part passes them.
_OF_XML = {"xml_id": f"{{{XML}}}id", "xml_lang": f"{{{XML}}}lang"}
_PLAIN = {"when_iso": "when-iso"}

Element = Xml.Element


def add(parent: Element | None, tag: str, text: str | None = None, **given: str | None) -> Element:
    """Return a new element below `parent`; attributes that are `None` or empty are left out."""
    attributes = {
        _OF_XML.get(name, _PLAIN.get(name, name)): one_line(value)
        for name, value in given.items()
        if value and one_line(value)
    }
    if parent is None:
        element = Element(tag, attributes)
    else:
        element = Xml.SubElement(parent, tag, attributes)
    if text:
        element.text = one_line(text)
    return element


def add_text(parent: Element, text: str) -> None:
    """Put running text behind all that `parent` has so far; spaces at its ends are kept."""
    written = f".{text}."
    written = one_line(written)[1:-1]
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + written
    else:
        parent.text = (parent.text or "") + written


def certainty(confidence: float) -> str:
    """Return a confidence as TEI's `cert` has it: a number with at most two places."""
    return f"{confidence:.2f}"
