"""Agencies: who supplies texts to others, and how a page names them."""
