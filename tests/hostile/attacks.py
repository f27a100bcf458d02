"""Strings on which a regular expression works longest, made from the expression itself.

An expression is slow where a repeat can end in many places and none of them leads on: so for every
repeat in it there is a string that feeds the repeat, and then breaks off.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from typing import Any

import variorum

# The parser of expressions is the standard library's own, without stubs.
sre: Any = importlib.import_module("re._constants")
sre_parse: Any = importlib.import_module("re._parser")

# Repeats that go further than this can be fed.
_LONG = 30
# How many of the ways to match a class or a choice are tried.
_WAYS = 4
_BREAKS = ("\x00", "\n", " !")
_OF_CATEGORY = {
    sre.CATEGORY_DIGIT: "1", sre.CATEGORY_NOT_DIGIT: "a", sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_NOT_SPACE: "a", sre.CATEGORY_WORD: "a", sre.CATEGORY_NOT_WORD: "-",
}  # fmt: skip
_ORDINARY = "a1 A-.,\"'(<é\n"


def expressions() -> dict[str, "re.Pattern[str]"]:
    """Return every compiled expression that a module of the package holds, by module and name."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(variorum.__path__, "variorum."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for number, each in enumerate(_within(value)):
                if each not in found.values():
                    found[f"{module.name}.{name}" + (f"[{number}]" if number else "")] = each
    return found


def _within(value: object) -> Iterator["re.Pattern[str]"]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _within(each)
    elif isinstance(value, dict):
        yield from _within(list(value.values()))


def attacks(expression: "re.Pattern[str]", size: int) -> Iterator[str]:
    """Yield strings of about `size` characters that feed each repeat of an expression."""
    tree = sre_parse.parse(expression.pattern, expression.flags & ~re.DEBUG)
    seen: set[tuple[str, str]] = set()
    for before, unit in _feeds(tree, ""):
        for start, again in ((before, unit), ("", before + unit), ("", unit)):
            if again and (start, again) not in seen:
                seen.add((start, again))
                for end in _BREAKS:
                    yield start + again * (size // len(again)) + end


def _feeds(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """Yield, for every long repeat, a string that leads to it and one that feeds it."""
    for operation, argument in tree:
        for inner in _inside(operation, argument):
            yield from _feeds(inner, before)
        if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT) and argument[1] > _LONG:
            for unit in _samples(argument[2]):
                yield before, unit
        before += next(iter(_samples([(operation, argument)])), "")


def _inside(operation: Any, argument: Any) -> Iterable[Any]:
    if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return [argument[2]]
    if operation is sre.SUBPATTERN:
        return [argument[3]]
    if operation is sre.BRANCH:
        return list(argument[1])
    if operation in (sre.ASSERT, sre.ASSERT_NOT):
        return [argument[1]]
    return []


def _samples(tree: Any) -> list[str]:
    """Return some strings that match a piece of an expression."""
    found = [""]
    for operation, argument in tree:
        ways = _ways(operation, argument)
        found = [one + ways[min(at, len(ways) - 1)] for at, one in enumerate(found * len(ways))]
        found = list(dict.fromkeys(found))[:_WAYS]
    return found


def _ways(operation: Any, argument: Any) -> list[str]:
    if operation is sre.LITERAL:
        return [chr(argument)]
    if operation is sre.NOT_LITERAL:
        return [sign for sign in _ORDINARY if ord(sign) != argument][:_WAYS]
    if operation is sre.ANY:
        return ["a", " "]
    if operation is sre.IN:
        return _members(argument)
    if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return [one * max(1, argument[0]) for one in _samples(argument[2])]
    if operation is sre.SUBPATTERN:
        return _samples(argument[3])
    if operation is sre.BRANCH:
        return [one for branch in argument[1] for one in _samples(branch)[:1]][:_WAYS]
    return [""]


def _members(members: Any) -> list[str]:
    if members[0][0] is sre.NEGATE:
        pattern = re.compile(_class_of(members[1:]))
        return [sign for sign in _ORDINARY if not pattern.match(sign)][:_WAYS] or [""]
    return [_member(each) for each in members][:_WAYS]


def _member(member: Any) -> str:
    kind, value = member
    if kind is sre.LITERAL:
        return chr(value)
    return chr(value[0]) if kind is sre.RANGE else _OF_CATEGORY.get(value, "a")


def _class_of(members: Any) -> str:
    return "|".join(
        f"[{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}]"
        if kind is sre.RANGE
        else (re.escape(chr(value)) if kind is sre.LITERAL else _category(value))
        for kind, value in members
    )


def _category(value: Any) -> str:
    signs = {
        sre.CATEGORY_DIGIT: r"\d", sre.CATEGORY_SPACE: r"\s", sre.CATEGORY_WORD: r"\w",
        sre.CATEGORY_NOT_DIGIT: r"\D", sre.CATEGORY_NOT_SPACE: r"\S", sre.CATEGORY_NOT_WORD: r"\W",
    }  # fmt: skip
    return signs[value]
