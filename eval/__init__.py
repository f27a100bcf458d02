"""Quality: labelled data in, scores out, floors that may not fall."""
