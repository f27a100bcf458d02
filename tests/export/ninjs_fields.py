"""The fields of ninjs 2.1 that are written here, as its published schema names and types them."""

from collections.abc import Mapping

TEXT, LIST, OBJECT, NUMBER = str, list, dict, int
TOP: Mapping[str, type] = {
    "uri": TEXT,
    "type": TEXT,
    "representationtype": TEXT,
    "profile": TEXT,
    "versioncreated": TEXT,
    "contentcreated": TEXT,
    "pubstatus": TEXT,
    "ednote": TEXT,
    "language": TEXT,
    "descriptions": LIST,
    "bodies": LIST,
    "headlines": LIST,
    "organisations": LIST,
    "subjects": LIST,
    "infosources": LIST,
    "title": TEXT,
    "by": TEXT,
    "located": TEXT,
    "renditions": LIST,
    "associations": LIST,
    "altids": LIST,
    "standard": OBJECT,
}
# Of the objects in each list: all the keys that they may have, and those that they must.
WITHIN: Mapping[str, tuple[set[str], set[str]]] = {
    "descriptions": ({"role", "contenttype", "value"}, {"value"}),
    "headlines": ({"role", "contenttype", "value"}, {"value"}),
    "bodies": ({"role", "contenttype", "charcount", "wordcount", "value"}, {"value"}),
    "organisations": ({"name", "rel", "uri", "literal", "symbols", "contactinfo"}, set()),
    "subjects": ({"name", "rel", "uri", "literal", "creator", "relevance", "confidence"}, set()),
    "infosources": ({"name", "role", "uri", "literal", "contactinfo"}, set()),
    "renditions": ({"name", "href", "contenttype", "title"}, {"name"}),
    "associations": ({"name", *TOP}, {"name", "uri"}),
    "altids": ({"role", "value"}, set()),
}
WORDS: Mapping[str, set[str]] = {
    "type": {"text", "audio", "video", "picture", "graphic", "composite", "component"},
    "representationtype": {"full", "partial"},
    "pubstatus": {"usable", "withheld", "canceled"},
}
