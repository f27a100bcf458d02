"""A small checker of JSON Schema: as much of it as the description of the API uses."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TYPES: Mapping[str, Any] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
    "array": list,
    "object": dict,
}
_KNOWN = {
    "$ref", "anyOf", "type", "enum", "pattern", "minimum", "maximum", "items", "minItems", "maxItems",
    "properties", "required", "additionalProperties", "description", "default", "format", "minLength",
    "maxLength",
}  # fmt: skip


def mistakes(value: Any, schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterator[str]:
    """Tell what of a value is not as the schema has it; `whole` is the description with all schemas."""
    yield from _mistakes(value, schema, whole, "$")


def _mistakes(
    value: Any, schema: Mapping[str, Any], whole: Mapping[str, Any], at: str
) -> Iterator[str]:
    assert set(schema) <= _KNOWN, f"this checker does not know {set(schema) - _KNOWN}"
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/components/schemas/")
        yield from _mistakes(value, whole["components"]["schemas"][name], whole, at)
    if "anyOf" in schema:
        tried = [list(_mistakes(value, each, whole, at)) for each in schema["anyOf"]]
        if all(tried):
            yield from min(tried, key=len)
    kind = schema.get("type")
    if kind:
        is_right = isinstance(value, _TYPES[kind])
        if isinstance(value, bool) and kind in {"integer", "number"}:
            is_right = False
        if not is_right:
            yield f"{at}: {value!r:.60} is no {kind}"
            return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r:.60} is none of {schema['enum']}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r:.60} does not match {schema['pattern']}"
    if "minimum" in schema and value < schema["minimum"]:
        yield f"{at}: {value} is under {schema['minimum']}"
    if "maximum" in schema and value > schema["maximum"]:
        yield f"{at}: {value} is over {schema['maximum']}"
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{at}: {len(value)} are too many or too few"
        for number, each in enumerate(value):
            yield from _mistakes(each, schema.get("items", {}), whole, f"{at}[{number}]")
    if isinstance(value, dict):
        yield from _members(value, schema, whole, at)


def _members(
    value: Mapping[str, Any], schema: Mapping[str, Any], whole: Mapping[str, Any], at: str
) -> Iterator[str]:
    named = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{at}: lacks {name}"
    for name, each in value.items():
        if name in named:
            yield from _mistakes(each, named[name], whole, f"{at}.{name}")
        elif "additionalProperties" in schema:
            yield from _mistakes(each, schema["additionalProperties"], whole, f"{at}.{name}")
