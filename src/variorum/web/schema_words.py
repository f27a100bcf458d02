"""Words of JSON Schema 2020-12, as OpenAPI 3.1 has it: short names for what answers are made of."""

import types
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..model.span import Span

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
ID: Schema = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
WHOLE: Schema = {"type": "integer"}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
YES: Schema = {"type": "boolean"}
SPAN: Schema = {
    "description": "Half open [begin, end), in code points.",
    "type": "array",
    "items": COUNT,
    "minItems": 2,
    "maxItems": 2,
}


def reference(name: str) -> Schema:
    """Return the schema of that name."""
    return {"$ref": f"#/components/schemas/{name}"}


def several(schema: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": schema}


def maybe(schema: Schema) -> Schema:
    """Return the schema of something, or `null` where there is none."""
    return {"anyOf": [schema, {"type": "null"}]}


def one_of(words: Any) -> Schema:
    """Return the schema of one of the words of a Literal."""
    return {"type": "string", "enum": list(get_args(words))}


def record(**members: Schema) -> Schema:
    """Return the schema of an object that has all of these keys; `from_` stands for `from`."""
    named = {name.removesuffix("_"): schema for name, schema in members.items()}
    return {"type": "object", "properties": named, "required": list(named)}


def schema_of(kind: Any) -> Schema:
    """Return the schema of what a field of a dataclass holds, as JSON has it.

    >>> schema_of(tuple[str, ...])
    {'type': 'array', 'items': {'type': 'string'}}
    """
    kind = getattr(kind, "__supertype__", kind)  # a NewType is what it is made of
    plain = {str: TEXT, int: WHOLE, float: NUMBER, bool: YES, Span: SPAN}
    if kind in plain:
        return plain[kind]
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return record(**{each.name: schema_of(hints[each.name]) for each in fields(kind)})
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return one_of(kind)
    if origin is tuple and arguments[-1] is Ellipsis:
        return several(schema_of(arguments[0]))
    if origin in (Union, types.UnionType) and type(None) in arguments:
        return maybe(schema_of(next(each for each in arguments if each is not type(None))))
    raise TypeError(f"no schema for {kind}")


def listed(name: str) -> Schema:
    """Return the schema of a page of a list."""
    return record(results=several(reference(name)), next=maybe(TEXT), total=maybe(COUNT))
