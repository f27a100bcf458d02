"""The site: what the pages of one run tell about each other."""
