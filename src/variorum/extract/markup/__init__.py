"""Markup: what HTML says of its page, the body in it, and its rendering to text."""
