"""Extraction: the article that a captured page publishes, with its fields, apart from all else."""

from .article import extract_article, extract_articles
from .markup.rendering import render_markup
from .site.context import Context, build_context

__all__ = ["Context", "build_context", "extract_article", "extract_articles", "render_markup"]
