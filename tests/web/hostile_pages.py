"""Pages that mean harm, invented: what they bring must be shown, and must never act."""

from pathlib import Path

_WORD = "Überlang" * 60
_BODY = (
    "The council of Nether Quill voted on Monday to repair the tide wall before the winter, and it said "
    "that four million crowns had been set aside for stone and for the wages of ninety masons. "
)
HOSTILE: dict[str, str] = {
    "script.html": f"""<!doctype html><html><head>
<title>&lt;script&gt;acted()&lt;/script&gt; Wall to be repaired</title>
<meta property="og:site_name" content="Quill &lt;img src=x onerror=acted()&gt; Gazette">
<meta property="article:published_time" content="2031-05-02T10:00:00Z">
<meta name="keywords" content="&quot;&gt;&lt;svg onload=acted()&gt;, walls/tides, ../../etc">
<link rel="canonical" href="javascript:acted()"></head><body>
<h1>&lt;script&gt;acted()&lt;/script&gt; Wall to be repaired</h1>
<p class="byline">By &lt;b onclick=acted()&gt;Ada Thorn&lt;/b&gt;</p>
<p>{_BODY}</p><p>“We shall &lt;script&gt;acted()&lt;/script&gt; mend it,” mayor Ivo Sedge said.</p>
<p>{_BODY.replace("council", "harbour board")}</p>
<svg><script>acted()</script></svg><a href="javascript:acted()">more</a></body></html>""",
    "override.txt": (
        "Quill Herald\n\n\u202eWall repairs begin\u202c at dawn\n\nMay 2, 2031\n\n"
        f"NETHER QUILL (Fen Wire) - {_BODY}\n\n"
        f"“{_WORD} is what they called it,” said Ivo Sedge, the mayor.\n\n{_BODY}\n"
    ),
    "letters.txt": (
        "Quill Mirror\n\n{{ 7 * 7 }} ${7*7} wall \x1b[31m of tides\n\nMay 2, 2031\n\n"
        f"NETHER QUILL (Fen Wire) - {_BODY}\n\nمجلس المدينة said the mayor \u0000 agreed. {_BODY}\n"
    ),
}


def write_hostile(folder: Path) -> Path:
    """Write the pages to a folder, and return it."""
    for name, text in HOSTILE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
