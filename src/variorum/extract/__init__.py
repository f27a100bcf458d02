"""Extraction: the article that a captured page publishes, with its fields, apart from all else."""

from .article import extract_article, extract_articles
from .context import Context, build_context
from .rendering import render_markup

__all__ = ["Context", "build_context", "extract_article", "extract_articles", "render_markup"]
