"""Packing: the dataclasses of the model as JSON, led by their types, and as few bytes.

A field that has its default is left out and one that is not known is passed over: so an archive
reads what an older version wrote, and an older version what a newer one wrote.
"""

import dataclasses
import json
import zlib
from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Convert = Callable[[Any], Any]

# What zlib looks back over: of a longer text the last part would be used.
_WINDOW = 32_000


def pack(value: Any, kind: Any, near: str = "") -> bytes:
    """Return a value of the type `kind` in few bytes; `near` is a text from which it repeats much."""
    encoded = json.dumps(_writer(kind)(value), ensure_ascii=False, separators=(",", ":"))
    return squeeze(encoded.encode("utf-8"), near)


def unpack(packed: bytes, kind: Callable[..., Value], near: str = "") -> Value:
    """Return what `pack` was given, with the same `near`."""
    value: Value = _reader(kind)(json.loads(stretch(packed, near)))
    return value


def squeeze(raw: bytes, near: str = "") -> bytes:
    """Return bytes compressed, with `near` as the dictionary of what may be repeated from it."""
    known = near[:_WINDOW].encode("utf-8")[:_WINDOW]
    made = zlib.compressobj(6, zdict=known) if known else zlib.compressobj(6)
    return made.compress(raw) + made.flush()


def stretch(packed: bytes, near: str = "") -> bytes:
    """Return what `squeeze` was given, with the same `near`."""
    known = near[:_WINDOW].encode("utf-8")[:_WINDOW]
    made = zlib.decompressobj(zdict=known) if known else zlib.decompressobj()
    return made.decompress(bytes(packed)) + made.flush()


@cache
def _writer(kind: Any) -> Convert:
    """Return what makes JSON of values of a type."""
    kind = _plain(kind)
    if dataclasses.is_dataclass(kind):
        return _dataclass_writer(kind)
    if _is_named_tuple(kind):
        return list
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if inner[-1] is Ellipsis:
            write = _writer(inner[0])
            return list if write is _same else lambda value: [write(each) for each in value]
        writes = [_writer(each) for each in inner]
        return lambda value: [write(each) for write, each in zip(writes, value, strict=True)]
    if (optional := _optional(kind)) is not None:
        write = _writer(optional)
        if write is _same:
            return _same
        return lambda value: None if value is None else write(value)
    return _same


@cache
def _reader(kind: Any) -> Convert:
    """Return what makes values of a type from JSON."""
    kind = _plain(kind)
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(kind)
    if _is_named_tuple(kind):
        return lambda value: kind(*value)
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if inner[-1] is Ellipsis:
            read = _reader(inner[0])
            return tuple if read is _same else lambda value: tuple([read(each) for each in value])
        reads = [_reader(each) for each in inner]
        return lambda value: tuple(read(each) for read, each in zip(reads, value, strict=True))
    if (optional := _optional(kind)) is not None:
        read = _reader(optional)
        if read is _same:
            return _same
        return lambda value: None if value is None else read(value)
    return _same


def _same(value: Any) -> Any:
    return value


def _dataclass_writer(kind: Any) -> Convert:
    hints = get_type_hints(kind)
    fields = [(each.name, _default(each), _writer(hints[each.name])) for each in _fields(kind)]

    def write(value: Any) -> dict[str, Any]:
        record = {}
        for name, default, convert in fields:
            held = getattr(value, name)
            if held is not default and held != default:
                record[name] = convert(held)
        return record

    return write


def _dataclass_reader(kind: Any) -> Convert:
    hints = get_type_hints(kind)
    reads = {each.name: _reader(hints[each.name]) for each in _fields(kind)}
    others = [(name, convert) for name, convert in reads.items() if convert is not _same]
    names = reads.keys()

    def read(record: dict[str, Any]) -> Any:
        if not record.keys() <= names:
            record = {name: held for name, held in record.items() if name in names}
        for name, convert in others:
            if name in record:
                record[name] = convert(record[name])
        return kind(**record)

    return read


def _fields(kind: Any) -> tuple[dataclasses.Field[Any], ...]:
    return tuple(each for each in dataclasses.fields(kind) if each.init)


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _plain(kind: Any) -> Any:
    """Return a type without the name that `NewType` gave it."""
    while isinstance(kind, NewType):
        kind = kind.__supertype__
    return kind


def _is_named_tuple(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")


def _optional(kind: Any) -> Any:
    """Return what a type is when it is not `None`, where it may be either; plain unions need nothing."""
    if get_origin(kind) not in {Union, UnionType}:
        return None
    others = [each for each in get_args(kind) if each is not NoneType]
    return others[0] if len(others) == 1 else None
