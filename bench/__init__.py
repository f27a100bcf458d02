"""Speed: each benchmark prints ratios against a named rival, both run in one go on the same pages."""
