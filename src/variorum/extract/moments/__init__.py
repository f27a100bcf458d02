"""Moments: dates and times as pages write them."""
