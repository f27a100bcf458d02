"""Shelves: what an archive holds, given out, searched, traced and collected."""
