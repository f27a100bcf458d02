"""Pages made to break a reader, by name: each maker takes about how many characters to make."""

import json
from collections.abc import Callable

Maker = Callable[[int], str]

_PROSE = (
    "The council of Tornau closed the Old Quay bridge on Monday, March 3, 2025, after engineers "
    "found rust in 14 of its chains. “We had no choice,” said Ilse Brandt, who leads the council. "
)
BODY = f"<h1>Bridge closed in Tornau</h1><p>{_PROSE * 2}</p><p>{_PROSE}</p>"
PLAIN = f"Bridge closed in Tornau\n\n{_PROSE * 2}\n\n{_PROSE}\n"


def page(body: str, head: str = "") -> str:
    """Return a page of markup around a body."""
    return (
        f"<!doctype html><html><head><title>Bridge</title>{head}</head><body>{body}</body></html>"
    )


def flood(unit: str, size: int) -> str:
    """Return `unit` again and again, `size` characters of it."""
    return unit * (size // len(unit) + 1)


def nested(name: str) -> Maker:
    """Return the maker of a page in which one element stands in itself, as deep as it goes."""
    return lambda size: page(BODY + flood(f"<{name}>", size) + _PROSE)


def body_of(unit: str) -> Maker:
    """Return the maker of a page of markup that repeats one unit behind an article."""
    return lambda size: page(BODY + flood(unit, size))


def head_of(unit: str) -> Maker:
    """Return the maker of a page whose head repeats one unit."""
    return lambda size: page(BODY, flood(unit, size))


def text_of(unit: str) -> Maker:
    """Return the maker of a text that repeats one unit behind an article."""
    return lambda size: PLAIN + flood(unit, size)


def json_ld(block: str) -> str:
    """Return a script element that holds JSON-LD."""
    return f'<script type="application/ld+json">{block}</script>'


def _many_articles(size: int) -> str:
    node = {"@type": "NewsArticle", "headline": "Bridge", "datePublished": "2025-03-03"}
    return page(BODY, json_ld(json.dumps([node] * (size // 75))))


def _laughs(size: int) -> str:
    entities = ['<!ENTITY a0 "ha">']
    entities += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    return (
        f'<?xml version="1.0"?><!DOCTYPE html [{"".join(entities)}]><html><body>{BODY}'
        f"<p>{flood('&a11;', size)}</p></body></html>"
    )


MARKUP: dict[str, Maker] = {
    **{
        f"{name} in itself": nested(name)
        for name in ("div", "b", "table", "ul", "font", "a", "form", "svg", "p", "h1", "blockquote",
                     "span", "figure", "table><tr><td", "noscript", "template", "select", "math><mi")
    },
    "closed nesting": lambda size: page(
        BODY + flood("<div>", size // 2) + _PROSE + flood("</div>", size // 2)
    ),
    "nested bold paragraphs": body_of("<b><p>"),
    "misnested formatting": body_of("<b><i></b><u></i><font>x</u>"),
    "one tag": body_of("<br>"),
    "empty paragraphs": body_of("<p></p>"),
    "one-letter paragraphs": body_of("<p>a</p>"),
    "cells": body_of("<table><tr><td>a</td></tr></table>"),
    "cells of one row": lambda size: page(BODY + "<table><tr>" + flood("<td>a</td>", size)),
    "text in a table": lambda size: page(BODY + "<table>" + flood("a<tr>b", size)),
    "closing tags": body_of("</p>"),
    "closing tags of nothing": body_of("</x>"),
    "open angles": body_of("<"),
    "open angles and letters": body_of("<a "),
    "links": body_of('<a href="/x">Read more</a> '),
    "list entries": body_of("<li>Read more"),
    "images": body_of('<img src="x" alt="Bridge">'),
    "unclosed images": body_of("<img "),
    "captions": body_of("<figure><figcaption>Rust (Mara Olden/Nordpress)</figcaption></figure>"),
    "unclosed captions": body_of("<figcaption>"),
    "headings": body_of("<h1>Bridge closed</h1>"),
    "unclosed headings": body_of("<h1 "),
    "times": body_of('<time datetime="2025-03-03">3 March</time>'),
    "unclosed times": body_of("<time "),
    "unclosed comment": lambda size: page(BODY + "<!--" + flood(" a -", size)),
    "comments opened": body_of("<!--"),
    "comments": body_of("<!-- a -->"),
    "unclosed title": lambda size: "<html><head><title>" + flood("a ", size) + BODY,
    "titles opened": head_of("<title>"),
    "unclosed script": lambda size: page(BODY + "<script>" + flood("var a; ", size)),
    "scripts opened": body_of("<script "),
    "scripts opened at once": body_of("<script>"),
    "scripts opened to say much": body_of('<script type="application/ld+json">'),
    "unclosed style": lambda size: page(BODY + "<style>" + flood("a{} ", size)),
    "styles opened": body_of("<style>"),
    "unclosed attribute": lambda size: page(BODY + '<a href="' + flood("x ", size)),
    "attributes": lambda size: page(BODY + "<div " + flood("a=1 ", size) + ">b</div>"),
    "different attributes": lambda size: page(
        BODY + "<div " + " ".join(f"a{n}=1" for n in range(size // 9)) + ">b</div>"
    ),
    "attributes of the root": lambda size: f"<html {flood('a=1 ', size)}><body>{BODY}",
    "equals signs": lambda size: page(BODY + "<meta " + flood("=", size) + ">"),
    "letters in a tag": lambda size: page(BODY + "<meta " + flood("a", size) + ">"),
    "quotes in a tag": lambda size: page(BODY + "<meta " + flood("a='", size) + ">"),
    "doctypes": lambda size: flood("<!doctype html>", size) + page(BODY),
    "ampersands escaped": body_of("&amp;"),
    "ampersands": body_of("&"),
    "escapes of escapes": lambda size: page(BODY + "&" + flood("amp;", size)),
    "numeric entities": body_of("&#8220;"),
    "entities out of range": body_of("&#99999999999;"),
    "one long entity": lambda size: page(BODY + "&#" + flood("9", size) + ";"),
    "a billion laughs": _laughs,
    "meta tags": head_of('<meta name="author" content="Mara Olden">'),
    "different meta tags": lambda size: page(
        BODY, "".join(f'<meta name="a{n}" content="b">' for n in range(size // 32))
    ),
    "unclosed meta tags": head_of("<meta "),
    "meta dates": head_of('<meta name="date" content="99 Marchember 20255">'),
    "keywords": lambda size: page(BODY, f'<meta name="keywords" content="{flood("a,", size)}">'),
    "long title": lambda size: page(BODY, f'<meta property="og:title" content="{flood("a ", size)}">'),
    "canonical links": head_of('<link rel="canonical" href="/x">'),
    "JSON-LD of many articles": _many_articles,
    "JSON-LD blocks": head_of(json_ld('{"@type": "NewsArticle", "headline": "Bridge"}')),
    "JSON-LD nested": lambda size: page(BODY, json_ld(flood('{"@graph":[', size))),
    "JSON-LD nested and closed": lambda size: page(
        BODY, json_ld("[" * (size // 2) + "]" * (size // 2))
    ),
    "JSON-LD authors nested": lambda size: page(
        BODY,
        json_ld(
            '{"@type":"NewsArticle","headline":"Bridge closed","author":'
            + "[" * min(size // 2, 900) + "]" * min(size // 2, 900) + "}"
        ),
    ),
    "JSON-LD of many authors": lambda size: page(
        BODY,
        json_ld('{"@type":"NewsArticle","headline":"Bridge closed","author":["a'
                + flood('","a', size) + '"]}'),
    ),
    "JSON-LD huge number": lambda size: page(
        BODY,
        json_ld('{"@type":"NewsArticle","headline":"Bridge","datePublished":' + flood("9", size) + "}"),
    ),
    "JSON-LD not numbers": head_of(
        json_ld('{"@type":"NewsArticle","headline":NaN,"datePublished":-Infinity,"author":NaN}')
    ),
    "JSON-LD long headline": lambda size: page(
        BODY, json_ld('{"@type":"NewsArticle","headline":"' + flood("Bridge ", size) + '"}')
    ),
    "script-built": lambda size: page(
        f"<div id=root></div><script>{flood('window.a = 1; ', size)}</script><noscript>JavaScript "
        "is off.</noscript>"
    ),
    "white space": body_of(" \n\t"),
    "hidden text": body_of('<p hidden style="display:none">Bridge closed.</p>'),
    "frames": body_of("<iframe srcdoc='<p>a'>"),
    "CDATA": body_of("<![CDATA["),
    "preformatted lines": lambda size: page(BODY + "<pre>" + flood("a\n", size)),
    "columns": lambda size: page(BODY + "<pre>" + flood(" \t ", size)),
}  # fmt: skip

_LONG_LINES = {
    "digits": "1", "digits and commas": "1,", "digits and points": "1.", "digits and spaces": "1 ",
    "quotation marks": '"', "opening quotation marks": "“", "marks and letters": '"a ',
    "apostrophes": "'", "apostrophes and letters": "'a", "single marks": "‘a ’",
    "brackets": "(", "bracket pairs": "()", "square brackets": "[", "brackets and letters": "(a ",
    "capitals": "A", "capital words": "AB ", "names": "Mara ", "initials": "M. ", "dotted": "A.",
    "by": "by ", "By names": "By Mara Olden ", "dates": "March 3, 2025 ", "short dates": "3/3/25 ",
    "days": "Monday ", "months": "march ", "times": "10:30 ", "agencies": "(AP) ",
    "agency names": "The Associated Press ", "datelines": "TORNAU, March 3 (AP) — ",
    "letters": "a", "accents": "e\u0301", "combining marks": "\u0301", "ligatures": "ﬁ",
    "spaces": " ", "no-break spaces": "\u00a0", "tabs": "\t", "dashes": "-", "long dashes": "— ",
    "points": ".", "ellipses": ". . ", "commas": ",", "slashes": "/", "pipes": "| ", "bullets": "• ",
    "underlines": "_", "at signs": "a@", "addresses": "www.a.b/", "copyright": "© ",
    "said": "said ", "said he": '" said he "', "he said": "he said, ", "told": "told Mara that ",
    "percent": "5 percent ", "dollars": "$5 ", "euros": "5 € ", "millions": "5 million ",
    "thousands": "thousand ", "number words": "twenty-", "ages": "aged 5, ", "hyphens": "a-",
    "sentences": "He ran. ", "sentence ends": "a. ", "abbreviations": "Mr. ", "colons": "a: ",
    "copula": "of the ", "titles": "President ", "bidi controls": "\u202e\u2066a", "zero width": "\u200b",
    "surrogate pairs": "\U0001f600", "ideographs": "橋", "Arabic": "جسر ", "Thai": "สะพาน",
    "Hangul": "다리 ", "superscripts": "²", "fractions": "½ ", "replacement": "\ufffd",
    "photo": "Photo: ", "updated": "Updated ", "contributed": "Reporting by ", "tags": "Tags: ",
    "editing": "; Editing by Mara Olden", "zones": "GMT+1 ", "years": "2025 ", "ordinals": "3rd ",
}  # fmt: skip

TEXT: dict[str, Maker] = {
    **{f"a line of {name}": text_of(unit) for name, unit in _LONG_LINES.items()},
    **{
        f"lines of {name}": text_of(unit + "\n")
        for name, unit in _LONG_LINES.items()
        if unit.strip()
    },
    "empty lines": text_of("\n"),
    "empty lines and letters": text_of("\n\n\n\na"),
    "wrapped lines": text_of("the mayor of the town said on Monday that the bridge would be closed\n"),
    "paragraphs": text_of(_PROSE + "\n\n"),
    "line separators": text_of("a\u2028"),
    "form feeds": text_of("a\x0c\x1c\x1d\x85"),
    "NUL bytes": text_of("\x00"),
    "lone surrogates": text_of("\ud800a"),
    "different words": lambda size: PLAIN + " ".join(f"word{n}" for n in range(size // 10)),
    "different lines": lambda size: PLAIN + "\n".join(f"Line {n} of many." for n in range(size // 18)),
    "different names": lambda size: PLAIN + " ".join(
        f"“Yes {n},” said Mara Olden{n}." for n in range(size // 30)
    ),
    "only marks": lambda size: flood("!?", size),
    "only one letter": lambda size: flood("a", size),
    "only lines of one letter": lambda size: flood("a\n", size),
}  # fmt: skip
